import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

/** Makes a folder and those above it. (`recursive` never returns where a folder above refuses with ENOENT, as in /proc.) */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** This machine, in a name: only here can be seen whether a process is still there. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);
const unfinished = new RegExp(`^\\.${machine}-(\\d+)\\.[0-9a-f]{8}\\.tmp$`);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const swept = new Set<string>();

/** Takes away what a process that was killed left unfinished in a folder; looks once into each. */
function sweep(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of readdirSync(folder)) {
    const pid = unfinished.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

/**
 * A name for a file's unfinished state, in the file's folder, which is made where it is missing. What a process that was
 * killed left there under such a name goes.
 */
export function unfinishedName(path: string): string {
  const folder = dirname(path);
  makeFolder(folder);
  sweep(folder);
  // a short name: the file's own may be as long as a name can be
  return join(folder, `.${machine}-${process.pid}.${randomBytes(4).toString('hex')}.tmp`);
}

/**
 * Writes a file whole or not at all: beside its place under another name, then renamed. `pieces` are written as they come,
 * so that a very large page never stands in memory.
 * @throws what the file system says, after taking the unfinished file away
 */
export function writeWhole(path: string, pieces: string | Uint8Array | Iterable<string>): void {
  const beside = unfinishedName(path);
  const file = openSync(beside, 'wx');
  try {
    const whole = typeof pieces === 'string' || pieces instanceof Uint8Array;
    for (const piece of whole ? [pieces] : pieces) writeFileSync(file, piece); // all of it, or it throws
    closeSync(file);
    renameSync(beside, path);
  } catch (error) {
    try {
      closeSync(file);
    } catch {
      // already closed
    }
    rmSync(beside, { force: true });
    throw error;
  }
}

import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fchmodSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
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
export const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);
const unfinished = new RegExp(`^\\.${machine}-(\\d+)\\.[0-9a-f]{8}\\.tmp$`);

/** Whether a process of this machine is still there, whoever owns it. */
export function isRunning(pid: number): boolean {
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

/** What lies at a path now: the file that a link leads to, and who may read it; null where there is nothing. */
function standing(path: string): { path: string; mode: number } | null {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (!there?.isSymbolicLink()) return there ? { path, mode: there.mode } : null;
  const target = statSync(path, { throwIfNoEntry: false });
  return target ? { path: realpathSync(path), mode: target.mode } : null;
}

/**
 * Writes a file whole or not at all: beside its place under another name, then renamed. Where one stands already who may
 * read it stays the same, and a link stays a link. `pieces` are written as they come, so that a very large page never stands
 * in memory.
 * @param mode who may read a new file, where not everybody may
 * @throws what the file system says, after taking the unfinished file away
 */
export function writeWhole(
  asked: string,
  pieces: string | Uint8Array | Iterable<string>,
  mode = 0o666,
): void {
  const before = standing(asked);
  const path = before?.path ?? asked;
  const beside = unfinishedName(path);
  try {
    const file = openSync(beside, 'wx', mode);
    try {
      if (before) fchmodSync(file, before.mode & 0o777);
      const whole = typeof pieces === 'string' || pieces instanceof Uint8Array;
      for (const piece of whole ? [pieces] : pieces) writeFileSync(file, piece); // all of it, or it throws
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw ofFile(error as NodeJS.ErrnoException, beside, path);
  }
}

/** What the file system says of a file's unfinished state, said of the file. */
function ofFile(error: NodeJS.ErrnoException, beside: string, path: string): Error {
  if (error.syscall === undefined) return error;
  return Object.assign(error, { path, syscall: 'write', message: error.message.replaceAll(beside, path) });
}

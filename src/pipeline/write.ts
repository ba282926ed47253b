import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

/**
 * Writes a file whole or not at all: beside its place under another name, then renamed. `pieces` are written as they come,
 * so that a very large page never stands in memory.
 * @throws what the file system says, after taking the unfinished file away
 */
export function writeWhole(path: string, pieces: string | Iterable<string>): void {
  makeFolder(dirname(path));
  // a short name: the file's own may be as long as a name can be
  const beside = join(dirname(path), `.${process.pid}.${randomBytes(4).toString('hex')}.tmp`);
  const file = openSync(beside, 'wx');
  try {
    for (const piece of typeof pieces === 'string' ? [pieces] : pieces) writeFileSync(file, piece); // all of it, or it throws
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

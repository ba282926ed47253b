import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: beside its place under another name, then renamed. `pieces` are written as they come,
 * so that a very large page never stands in memory.
 * @throws what the file system says, after taking the unfinished file away
 */
export function writeWhole(path: string, pieces: string | Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = join(
    dirname(path),
    `.${basename(path)}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`,
  );
  const file = openSync(beside, 'wx');
  try {
    for (const piece of typeof pieces === 'string' ? [pieces] : pieces) writeSync(file, piece);
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

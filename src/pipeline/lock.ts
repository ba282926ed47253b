import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRunning, machine, makeFolder } from './write.js';

/** How long another process is waited for, and how often it is looked for, in milliseconds. */
const [patience, attention] = [10_000, 20];
/** A lock of another machine, where nobody can see whether its process is still there, counts so long, in milliseconds. */
const longest = 60_000;

/** A folder beside the file: of several processes one makes it. */
const lockOf = (path: string) => `${path}.lock`;
const holder = (lock: string) => join(lock, 'holder');

/** Whether the process that holds a lock is gone. */
function isAbandoned(lock: string): boolean {
  try {
    const [where, pid] = readFileSync(holder(lock), 'utf8').split(' ');
    if (where === machine) return !isRunning(Number(pid));
  } catch {
    // it was just made, or just taken away
  }
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > longest;
}

function tryLock(lock: string): boolean {
  makeFolder(dirname(lock));
  try {
    mkdirSync(lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
  try {
    writeFileSync(holder(lock), `${machine} ${process.pid}`);
  } catch (error) {
    rmSync(lock, { recursive: true, force: true }); // nobody's lock would keep the next one waiting
    throw error;
  }
  return true;
}

/**
 * Takes hold of a file for this process: whoever reads it to write it anew does so alone.
 * @returns what lets go of it; null where another process holds it and does not let go in time
 * @throws what the file system says where no lock can be made
 */
export function hold(path: string, wait = patience): (() => void) | null {
  const lock = lockOf(path);
  for (let waited = 0; !tryLock(lock); waited += attention) {
    if (waited >= wait) return null;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, attention);
  }
  return () => rmSync(lock, { recursive: true, force: true });
}

/** Thrown where another process holds a file for too long. */
export class Held extends Error {
  override name = 'Held';
  constructor(readonly path: string) {
    super(`another process of huati is writing ${path}`);
  }
}

/**
 * Does something with a file that no other process changes meanwhile.
 * @throws {Held} where another one holds it for too long
 */
export function alone<T>(path: string, work: () => T): T {
  const release = hold(path);
  if (!release) throw new Held(path);
  try {
    return work();
  } finally {
    release();
  }
}

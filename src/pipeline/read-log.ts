import { readFileSync } from 'node:fs';
import { type Day, dateIn, NotALog, readDay, stemOf } from '../read/index.js';
import type { Pipeline } from './declaration.js';

/** How logs are read. */
export interface Reading {
  format: Pipeline['read']['format'];
  /** Overrides the group that a path suggests. */
  group?: string | undefined;
}

/** Nothing but blanks and zero bytes, as an export leaves that was broken off. */
const isBlank = (bytes: Uint8Array) => bytes.every((byte) => byte <= 0x20);

/**
 * Reads a log as it is declared.
 * @throws {NotALog} where it is none; another error where it is a day's by its name and has nothing in it, which is no
 * file to be passed over: the day would be missing without a word
 * @throws what the file system says
 */
export function dayAt(path: string, { format, group }: Reading, bytes: Uint8Array = readFileSync(path)): Day {
  try {
    return readDay(bytes, { path, ...(group && { group }), ...(format !== 'auto' && { format }) });
  } catch (error) {
    if (error instanceof NotALog && dateIn(stemOf(path)) && isBlank(bytes))
      throw new Error('empty, though named after a day');
    throw error;
  }
}

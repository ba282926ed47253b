import { readFileSync } from 'node:fs';
import { type Day, readDay } from '../read/index.js';
import type { Pipeline } from './declaration.js';

/** How logs are read. */
export interface Reading {
  format: Pipeline['read']['format'];
  /** Overrides the group that a path suggests. */
  group?: string | undefined;
}

/**
 * Reads a log as it is declared.
 * @throws {NotALog} where it is none
 * @throws what the file system says
 */
export function dayAt(path: string, { format, group }: Reading, bytes: Uint8Array = readFileSync(path)): Day {
  return readDay(bytes, { path, ...(group && { group }), ...(format !== 'auto' && { format }) });
}

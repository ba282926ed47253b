import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DayAnalysis } from '../analysis/index.js';
import { writeWhole } from './write.js';

/**
 * What was worked out before, by the digest of all that went into it: days' analyses, and small parts that spare the
 * reading of logs and analyses. Can be thrown away at any time.
 */
export interface Cache {
  /** Where it lies; null where nothing is kept. */
  readonly folder: string | null;
  get(key: string): DayAnalysis | null;
  put(key: string, analysis: DayAnalysis): void;
  /** Whether there is an analysis, damaged or not. */
  has(key: string): boolean;
  /** A part of any shape that JSON has; null where it is missing or damaged. */
  part(key: string): unknown;
  putPart(key: string, part: unknown): void;
}

/** The digest of a day's bytes and of everything else that its analysis depends on. */
export function cacheKey(bytes: Uint8Array | string, ...rest: unknown[]): string {
  const hash = createHash('sha256').update(bytes);
  for (const part of rest)
    hash
      .update('\0')
      .update(JSON.stringify(part, (_, value) => (value instanceof Set ? [...value] : value)) ?? '');
  return hash.digest('hex');
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** A cache in a folder: one file a day, its own digest in the first line, so that a damaged one counts as missing. */
export function folderCache(folder: string): Cache {
  const pathOf = (key: string) => join(folder, key.slice(0, 2), `${key}.json`);
  const partOf = (key: string) => join(folder, 'parts', key.slice(0, 2), `${key}.json`);
  const read = (path: string): unknown => {
    try {
      const stored = readFileSync(path, 'utf8');
      const end = stored.indexOf('\n');
      const body = stored.slice(end + 1);
      return stored.slice(0, end) === digest(body) ? JSON.parse(body) : null;
    } catch {
      return null;
    }
  };
  const write = (path: string, value: unknown) => {
    const body = JSON.stringify(value);
    try {
      writeWhole(path, [digest(body), '\n', body]);
    } catch {
      // a cache that cannot be written costs time, not results
    }
  };
  return {
    folder,
    get: (key) => read(pathOf(key)) as DayAnalysis | null,
    put: (key, analysis) => write(pathOf(key), analysis),
    has: (key) => existsSync(pathOf(key)),
    part: (key) => read(partOf(key)),
    putPart: (key, part) => write(partOf(key), part),
  };
}

/** No cache: everything is computed. */
export const noCache: Cache = {
  folder: null,
  get: () => null,
  put: () => {},
  has: () => false,
  part: () => null,
  putPart: () => {},
};

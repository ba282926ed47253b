import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DayAnalysis } from '../analysis/index.js';
import { writeWhole } from './write.js';

/** Days that were analysed before, by the digest of all that went into them. Can be thrown away at any time. */
export interface Cache {
  get(key: string): DayAnalysis | null;
  put(key: string, analysis: DayAnalysis): void;
}

/** The digest of a day's bytes and of everything else that its analysis depends on. */
export function cacheKey(bytes: Uint8Array, ...rest: unknown[]): string {
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
  return {
    get(key) {
      try {
        const stored = readFileSync(pathOf(key), 'utf8');
        const end = stored.indexOf('\n');
        const body = stored.slice(end + 1);
        return stored.slice(0, end) === digest(body) ? (JSON.parse(body) as DayAnalysis) : null;
      } catch {
        return null;
      }
    },
    put(key, analysis) {
      const body = JSON.stringify(analysis);
      try {
        writeWhole(pathOf(key), [digest(body), '\n', body]);
      } catch {
        // a cache that cannot be written costs time, not results
      }
    },
  };
}

/** No cache: everything is computed. */
export const noCache: Cache = { get: () => null, put: () => {} };

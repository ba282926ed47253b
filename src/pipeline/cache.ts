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
  /** An analysis as JSON, in UTF-8: who only writes it need not read it. */
  json(key: string): Uint8Array | null;
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

/** The key counts, too: what lies under another one is damage. */
const digest = (key: string, body: string | Uint8Array) =>
  createHash('sha256').update(key).update('\n').update(body).digest('hex');

/** A cache in a folder: one file a day, its own digest in the first line, so that a damaged one counts as missing. */
export function folderCache(folder: string): Cache {
  const pathOf = (key: string) => join(folder, key.slice(0, 2), `${key}.json`);
  const partOf = (key: string) => join(folder, 'parts', key.slice(0, 2), `${key}.json`);
  const bytesOf = (path: string, key: string): Buffer | null => {
    try {
      const stored = readFileSync(path);
      const end = stored.indexOf('\n');
      const body = stored.subarray(end + 1);
      return stored.toString('latin1', 0, end) === digest(key, body) ? body : null;
    } catch {
      return null;
    }
  };
  const read = (path: string, key: string): unknown => {
    const body = bytesOf(path, key);
    return body && JSON.parse(body.toString());
  };
  const write = (path: string, key: string, value: unknown) => {
    const body = JSON.stringify(value);
    try {
      writeWhole(path, [digest(key, body), '\n', body]);
    } catch {
      // a cache that cannot be written costs time, not results
    }
  };
  return {
    folder,
    get: (key) => read(pathOf(key), key) as DayAnalysis | null,
    json: (key) => bytesOf(pathOf(key), key),
    put: (key, analysis) => write(pathOf(key), key, analysis),
    has: (key) => existsSync(pathOf(key)),
    part: (key) => read(partOf(key), key),
    putPart: (key, part) => write(partOf(key), key, part),
  };
}

/**
 * A store in which what is put stays in this process's memory, until it is asked for once; all else is another store's. For
 * a run that keeps nothing: what it analyses itself, only it will ask for.
 */
export function heldOver(store: Cache): Cache {
  const held = new Map<string, Uint8Array>();
  const take = (key: string) => {
    const json = held.get(key);
    held.delete(key);
    return json;
  };
  return {
    ...store,
    get(key) {
      const json = take(key);
      return json ? (JSON.parse(Buffer.from(json).toString()) as DayAnalysis) : store.get(key);
    },
    json: (key) => take(key) ?? store.json(key),
    put: (key, analysis) => void held.set(key, Buffer.from(JSON.stringify(analysis))),
    has: (key) => held.has(key) || store.has(key),
  };
}

/** No cache: everything is computed. */
export const noCache: Cache = {
  folder: null,
  get: () => null,
  json: () => null,
  put: () => {},
  has: () => false,
  part: () => null,
  putPart: () => {},
};

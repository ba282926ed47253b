import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnalysedDay, type DayAnalysis, type Segmentation, withTokens } from '../analysis/index.js';
import { writeWhole } from './write.js';

/**
 * What was worked out before, by the digest of all that went into it: days' analyses, and small parts that spare the
 * reading of logs and analyses. Can be thrown away at any time.
 */
export interface Cache {
  /** Where it lies; null where nothing is kept. */
  readonly folder: string | null;
  /** @param tokens whether its messages are to carry them */
  get(key: string, tokens?: boolean): DayAnalysis | null;
  /** An analysis without tokens as JSON, in UTF-8: who only writes it need not read it. */
  json(key: string): Uint8Array | null;
  put(key: string, day: AnalysedDay): void;
  /** Whether there is an analysis, damaged or not. */
  has(key: string): boolean;
  /** A part of any shape that JSON has; null where it is missing or damaged. */
  part(key: string): unknown;
  putPart(key: string, part: unknown): void;
  /** What the system had against keeping something, as it said last; null where nothing. */
  trouble(): string | null;
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

const newline = 0x0a;

/**
 * A cache in a folder: one file a day, its own digest in the first line, so that a damaged one counts as missing; then the
 * analysis, then the segmentation, a line each.
 */
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
  const linesOf = (key: string) => {
    const body = bytesOf(pathOf(key), key);
    const end = body?.indexOf(newline);
    return body && { analysis: body.subarray(0, end), segmentation: body.subarray(end! + 1) };
  };
  let trouble: string | null = null;
  const write = (path: string, key: string, body: string) => {
    try {
      writeWhole(path, [digest(key, body), '\n', body]);
    } catch (error) {
      trouble = (error as Error).message; // it costs time, not results
    }
  };
  return {
    folder,
    get(key, tokens = false) {
      const lines = linesOf(key);
      if (!lines) return null;
      const analysis = JSON.parse(lines.analysis.toString()) as DayAnalysis;
      return tokens
        ? withTokens(analysis, JSON.parse(lines.segmentation.toString()) as Segmentation)
        : analysis;
    },
    json: (key) => linesOf(key)?.analysis ?? null,
    put: (key, { analysis, segmentation }) =>
      write(pathOf(key), key, `${JSON.stringify(analysis)}\n${JSON.stringify(segmentation)}`),
    has: (key) => existsSync(pathOf(key)),
    part(key) {
      const body = bytesOf(partOf(key), key);
      return body && JSON.parse(body.toString());
    },
    putPart: (key, part) => write(partOf(key), key, JSON.stringify(part)),
    trouble: () => trouble,
  };
}

/**
 * A store in which what is put stays in this process's memory, until it is asked for once; all else is another store's. For
 * a run that keeps nothing: what it analyses itself, only it will ask for.
 */
export function heldOver(store: Cache): Cache {
  const held = new Map<string, { json: Uint8Array; segmentation: Segmentation }>();
  const take = (key: string) => {
    const day = held.get(key);
    held.delete(key);
    return day;
  };
  return {
    ...store,
    get(key, tokens = false) {
      const day = take(key);
      if (!day) return store.get(key, tokens);
      const analysis = JSON.parse(Buffer.from(day.json).toString()) as DayAnalysis;
      return tokens ? withTokens(analysis, day.segmentation) : analysis;
    },
    json: (key) => take(key)?.json ?? store.json(key),
    put: (key, { analysis, segmentation }) =>
      void held.set(key, { json: Buffer.from(JSON.stringify(analysis)), segmentation }),
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
  trouble: () => null,
};

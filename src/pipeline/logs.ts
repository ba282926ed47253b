import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { mergeByHalves } from '../corpus/index.js';
import { emptyRoster, type KnownName, mergeRosters, type Roster } from '../people/index.js';
import type { Day } from '../read/index.js';
import { cacheKey } from './cache.js';
import type { Input } from './inputs.js';
import {
  type LogSlice,
  logSliceOf,
  type RosterPart,
  rosterFrom,
  rosterPartOf,
  type Sought,
} from './log-slice.js';
import { dayAt } from './read-log.js';
import { knownNames } from './roster.js';
import type { RunOptions } from './run-options.js';

/** A log that can be read: digest of its bytes, key of its parts in the cache, and what is known of it. */
export interface ReadLog {
  input: Input;
  digest: string;
  key: string;
  slice: LogSlice;
}
/** A log of a run: what is known of it, or why it cannot be read. */
export type Log = ReadLog | { input: Input; error: Error };

/** A log of which nothing is known yet. */
type Unread = Omit<ReadLog, 'slice'>;
const isUnread = (log: Log | Unread): log is Unread => !('slice' in log || 'error' in log);

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** As the cache would give it back: its strings are no parts of a log's text any more, which they would keep in memory. */
const detached = <T>(part: T): T => JSON.parse(JSON.stringify(part)) as T;

/** Reads a log as a run is told to, and takes its bytes' digest. */
export function readLog(path: string, options: RunOptions): { day: Day; digest: string } {
  const bytes = readFileSync(path);
  const { group, pipeline } = options;
  return { day: dayAt(path, { format: pipeline.read.format, group }, bytes), digest: digestOf(bytes) };
}

/** The logs of a run, each by its slice; those that were read before come from the cache. */
export class Logs {
  /** Digest of what all slices of the run depend on. */
  private readonly common: string;

  constructor(
    private readonly options: RunOptions,
    private readonly sought: Sought,
    version: string,
  ) {
    const { group, owner, pipeline, dictionaries } = options;
    const { lexicon, rejected, documents } = sought;
    const reading = [group ?? null, owner, pipeline.read];
    this.common = cacheKey(version, reading, lexicon.entries, dictionaries.own, rejected, documents);
  }

  /** What an earlier run knew of a log, or that it must be read. */
  private look(input: Input): Log | Unread {
    try {
      const digest = digestOf(readFileSync(input.path));
      const key = cacheKey(digest, this.common, input.path);
      const slice = this.options.cache.part(key) as LogSlice | null;
      return slice ? { input, digest, key, slice } : { input, digest, key };
    } catch (error) {
      return { input, error: error as Error };
    }
  }

  private read({ input, digest, key }: Unread): Log {
    const { cache, owner } = this.options;
    try {
      const read = readLog(input.path, this.options);
      if (read.digest !== digest) throw new Error(`${input.path} changed while it was read; run again`);
      const slice = detached(logSliceOf(read.day, this.sought));
      this.rosters.set(key, JSON.stringify(rosterPartOf(read.day, owner)));
      cache.putPart(key, slice);
      return { input, digest, key, slice };
    } catch (error) {
      return { input, error: error as Error };
    }
  }

  /** Rosters of the logs that were read in this run, as JSON: there are as many as logs, all at once. */
  private readonly rosters = new Map<string, string>();

  /**
   * The slices of all logs, in order; null where somebody interrupts.
   * @param expect told how many logs no run has read before: their days are still to be analysed
   */
  async all(
    inputs: readonly Input[],
    expect: (unread: number) => Promise<void> = async () => {},
  ): Promise<Log[] | null> {
    const looked: (Log | Unread)[] = [];
    for (const input of inputs) {
      if (await this.interrupted()) return null;
      looked.push(this.look(input));
    }
    await expect(looked.filter(isUnread).length);
    const logs: Log[] = [];
    for (const log of looked) {
      if (await this.interrupted()) return null; // half a roster would give other results
      logs.push(isUnread(log) ? this.read(log) : log);
    }
    return logs;
  }

  private async interrupted(): Promise<boolean> {
    await setImmediate();
    return this.options.interrupted?.() ?? false;
  }

  private rosterOf(input: Input, key: string): RosterPart {
    const { cache, owner } = this.options;
    const fresh = this.rosters.get(key);
    this.rosters.delete(key);
    const place = cacheKey(key, 'roster');
    const known = fresh ? null : (cache.part(place) as RosterPart | null);
    if (known) return known;
    const part = fresh
      ? (JSON.parse(fresh) as RosterPart)
      : rosterPartOf(readLog(input.path, this.options).day, owner);
    cache.putPart(place, part);
    return part;
  }

  private *rostersOf(logs: readonly ReadLog[]): Generator<Roster> {
    for (const { input, key } of logs) yield rosterFrom(this.rosterOf(input, key));
  }

  /** Who is who in this run: what people confirmed and, of several days, what their roster tells. */
  whoIsWho(logs: readonly Log[]): readonly KnownName[] {
    const { cache, corrections, owner } = this.options;
    const confirmed = corrections?.people ?? [];
    if (logs.length < 2) return confirmed;
    const read = logs.flatMap((log) => ('key' in log ? [log] : []));
    const key = cacheKey('who', read.map((log) => log.key).sort(), confirmed, owner);
    const known = cache.part(key) as KnownName[] | null;
    if (known) return known;
    const names = knownNames(
      mergeByHalves(this.rostersOf(read), mergeRosters, emptyRoster),
      confirmed,
      owner,
    );
    cache.putPart(key, names);
    return names;
  }
}

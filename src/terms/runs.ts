import type { Message } from '../read/index.js';
import { type Parts, touches } from './parts.js';
import { hashFrom } from './statistics.js';

/** Longest run, in tokens and in characters, and how much longer one that ends in Latin may be; a single token may be any. */
const mostTokens = 5;
const mostCharacters = 12;
const moreInLatin = 12;

/** Where a run stands: index of the message, UTF-16 offsets into its text. */
export interface Place {
  message: number;
  start: number;
  end: number;
}

/** A run of tokens that may be a term (候选). */
export interface Candidate {
  folded: string;
  /** As it stands in its first place. */
  surface: string;
  places: Place[];
}

/** What tells runs that are no terms before they are collected: a run with a stop word that nobody said elsewhere. */
type IsKnown = (hash: number) => boolean;

/** Begins with so many slots; doubled where more than half are taken. */
const firstSlots = 1024;

/**
 * Every run of tokens of a day that could be a term, by number, in the order in which they first occur. Most are not worth
 * an object, so what is known of them lies in columns; equal forms are one, found by hash.
 */
export class Runs {
  size = 0;
  private places = 0;
  /** Hash of the folded form, as statistics know it. */
  readonly hashes: Uint32Array;
  /** How often it occurs, and its first and its last place. */
  readonly counts: Int32Array;
  readonly firstPlaces: Int32Array;
  private readonly lastPlaces: Int32Array;
  /** For each place: the tokens from and to (exclusive) and the next place of the same run; -1 for none. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly nextPlace: Int32Array;
  /** Open addressing: a slot holds the number of a run and one, 0 for none. */
  private slots = new Int32Array(firstSlots);

  constructor(readonly parts: Parts) {
    const most = parts.words.length * mostTokens;
    this.hashes = new Uint32Array(most);
    const column = () => new Int32Array(most);
    [this.counts, this.firstPlaces, this.lastPlaces] = [column(), column(), column()];
    [this.from, this.to, this.nextPlace] = [column(), column(), column()];
  }

  /** The offset at which a run begins in its first place, and where it ends. */
  startOf(run: number): number {
    return this.parts.starts[this.from[this.firstPlaces[run]!]!]!;
  }

  endOf(run: number): number {
    return this.parts.ends[this.to[this.firstPlaces[run]!]! - 1]!;
  }

  /** Index of the message of its first place. */
  messageOf(run: number): number {
    return this.parts.messageOf[this.from[this.firstPlaces[run]!]!]!;
  }

  folded(run: number): string {
    return this.parts.folded[this.messageOf(run)]!.slice(this.startOf(run), this.endOf(run));
  }

  /** Notes a place of the run of tokens `from` to `to` of a text, whose form has a hash. */
  add(hash: number, text: string, from: number, to: number): void {
    const place = this.places++;
    this.from[place] = from;
    this.to[place] = to;
    this.nextPlace[place] = -1;
    const slot = this.slotOf(hash, text, this.parts.starts[from]!, this.parts.ends[to - 1]!);
    const run = this.slots[slot]! - 1;
    if (run >= 0) {
      this.counts[run]!++;
      this.nextPlace[this.lastPlaces[run]!] = place;
      this.lastPlaces[run] = place;
      return;
    }
    this.hashes[this.size] = hash;
    this.counts[this.size] = 1;
    this.firstPlaces[this.size] = place;
    this.lastPlaces[this.size] = place;
    this.slots[slot] = ++this.size;
    if (this.size * 2 > this.slots.length) this.grow();
  }

  /** The slot of the run of a form, or the free one where it belongs. */
  private slotOf(hash: number, text: string, start: number, end: number): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (; this.slots[slot]; slot = (slot + 1) & mask) {
      const run = this.slots[slot]! - 1;
      if (this.hashes[run] === hash && this.hasForm(run, text, start, end)) break;
    }
    return slot;
  }

  private hasForm(run: number, text: string, start: number, end: number): boolean {
    const own = this.parts.folded[this.messageOf(run)]!;
    const begin = this.startOf(run);
    if (this.endOf(run) - begin !== end - start) return false;
    for (let i = start; i < end; i++)
      if (own.charCodeAt(begin + i - start) !== text.charCodeAt(i)) return false;
    return true;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let run = 0; run < this.size; run++) {
      let slot = this.hashes[run]! & mask;
      while (this.slots[slot]) slot = (slot + 1) & mask;
      this.slots[slot] = run + 1;
    }
  }
}

/** Every run of up to five tokens that could be a term, with all its places. A glossary term alone is none. */
export function collectRuns(messages: readonly Message[], parts: Parts, isKnown: IsKnown = () => true): Runs {
  const runs = new Runs(parts);
  messages.forEach((message, i) => {
    if (message.duplicateOf !== null) return;
    for (let from = parts.rows[i]!; from < parts.rows[i + 1]!; from++)
      if (parts.words[from])
        runsFrom(from, parts.rows[i + 1]!, message.text, parts.folded[i]!, runs, isKnown);
  });
  return runs;
}

function runsFrom(
  from: number,
  rowEnd: number,
  text: string,
  folded: string,
  runs: Runs,
  isKnown: IsKnown,
): void {
  const { parts } = runs;
  const { starts, ends, words, stops } = parts;
  const first = words[from]!;
  const start = starts[from]!;
  let { hash } = first;
  let hasStop = stops[from] === 1;
  if (ends[from]! - start > 1 && first.tag !== 'term') runs.add(hash, folded, from, from + 1);
  const most = Math.min(rowEnd, from + mostTokens);
  for (let at = from + 1; at < most; at++) {
    const last = words[at];
    if (!last || !touches(parts, text, at - 1)) return;
    const end = ends[at]!;
    if (end - start > mostCharacters + (last.isLatin ? moreInLatin : 0)) return;
    hash = hashFrom(hash, folded, ends[at - 1]!, end);
    hasStop ||= stops[at] === 1;
    if (!hasStop || isKnown(hash)) runs.add(hash, folded, from, at + 1);
  }
}

/** A run as a candidate, with all its places. */
export function candidateOf(runs: Runs, run: number, messages: readonly Message[]): Candidate {
  const { parts } = runs;
  const places: Place[] = [];
  for (let place = runs.firstPlaces[run]!; place >= 0; place = runs.nextPlace[place]!) {
    const [from, to] = [runs.from[place]!, runs.to[place]!];
    places.push({ message: parts.messageOf[from]!, start: parts.starts[from]!, end: parts.ends[to - 1]! });
  }
  const [start, end] = [runs.startOf(run), runs.endOf(run)];
  const surface = messages[runs.messageOf(run)]!.text.slice(start, end);
  return { folded: runs.folded(run), surface, places };
}

/** In how many of its places each run stands inside a longer one of several tokens that occurs as often as twice. */
export function nestingOf(runs: Runs): Int32Array {
  const tokens = runs.parts.words.length;
  /** By token: how far the longest recurring run reaches that begins there, and the farthest of those before. */
  const reach = new Int32Array(tokens);
  const reachBefore = new Int32Array(tokens);
  for (let run = 0; run < runs.size; run++) {
    if (runs.counts[run]! < 2) continue;
    const first = runs.firstPlaces[run]!;
    if (runs.to[first]! - runs.from[first]! < 2) continue;
    for (let place = first; place >= 0; place = runs.nextPlace[place]!)
      reach[runs.from[place]!] = Math.max(reach[runs.from[place]!]!, runs.to[place]!);
  }
  for (let token = 1; token < tokens; token++)
    reachBefore[token] = Math.max(reachBefore[token - 1]!, reach[token - 1]!);
  const nested = new Int32Array(runs.size);
  for (let run = 0; run < runs.size; run++)
    for (let place = runs.firstPlaces[run]!; place >= 0; place = runs.nextPlace[place]!) {
      const [from, to] = [runs.from[place]!, runs.to[place]!];
      if (reachBefore[from]! >= to || reach[from]! > to) nested[run]!++;
    }
  return nested;
}

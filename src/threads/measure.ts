import { sum } from 'd3-array';
import { mostGained } from './assignment.js';

/** How well links and threads agree with annotated ones, in per cent (the measures of Kummerfeld et al. 2019). */
export interface Agreement {
  /** F1 of links; of links from a message to itself. */
  link: number;
  start: number;
  /** One minus the scaled variation of information between threads. */
  vi: number;
  /** Messages that the best pairing of threads covers. */
  oneToOne: number;
  /** F1 of threads of two and more messages that are the same. */
  exact: number;
}
export const measures = ['link', 'start', 'vi', 'oneToOne', 'exact'] as const;

/** How many were found, how many of these are right, and how many there are. */
interface Found {
  matched: number;
  found: number;
  wanted: number;
}

/** Counts of one day, which are added up over several, so that figures of many days are taken once. */
interface Counts {
  messages: number;
  links: Found;
  starts: Found;
  threads: Found;
}

/** An annotated day: right parents of each annotated message, and the parents found, by any numbers. */
export interface Judged {
  gold: ReadonlyMap<number, readonly number[]>;
  found: ReadonlyMap<number, number>;
}

const f1 = ({ matched, found, wanted }: Found) => (found + wanted ? (200 * matched) / (found + wanted) : 0);

/** Threads of the annotated messages: what the links join, by way of earlier messages too. */
function threadsOf(numbers: Iterable<number>, links: Iterable<readonly [number, number]>): number[][] {
  const above = new Map<number, number>();
  const find = (n: number): number => {
    let root = n;
    for (let up = above.get(root); up !== undefined; up = above.get(root)) root = up;
    for (let at = n; at !== root; ) {
      const up = above.get(at)!;
      above.set(at, root);
      at = up;
    }
    return root;
  };
  for (const [a, b] of links) {
    const [x, y] = [find(a), find(b)];
    if (x !== y) above.set(x, y);
  }
  const groups = new Map<number, number[]>();
  for (const n of numbers) {
    const root = find(n);
    const group = groups.get(root);
    if (group) group.push(n);
    else groups.set(root, [n]);
  }
  return [...groups.values()];
}

/** How many messages each found thread shares with each annotated one. */
function shares(gold: number[][], found: number[][]): Map<number, number>[] {
  const where = new Map(gold.flatMap((group, g) => group.map((n) => [n, g] as const)));
  return found.map((group) => {
    const row = new Map<number, number>();
    for (const n of group) row.set(where.get(n)!, (row.get(where.get(n)!) ?? 0) + 1);
    return row;
  });
}

/** One minus variation of information over its most, log2 of the messages (Meila 2007, scaled as in Kummerfeld et al. 2019). */
function scaledVariation(gold: number[][], found: number[][], total: number): number {
  if (total < 2) return 100;
  let lost = 0;
  shares(gold, found).forEach((row, f) => {
    for (const [g, n] of row)
      lost -= (n / total) * (Math.log2(n / found[f]!.length) + Math.log2(n / gold[g]!.length));
  });
  return 100 - (100 * lost) / Math.log2(total);
}

/** The share of messages that the best pairing of found with annotated threads covers (Elsner and Charniak 2008). */
function bestPairing(gold: number[][], found: number[][], total: number): number {
  const size = Math.max(gold.length, found.length);
  const gain = Array.from({ length: size }, () => new Float64Array(size));
  shares(gold, found).forEach((row, f) => {
    for (const [g, n] of row) gain[f]![g] = n;
  });
  return total ? (100 * mostGained(gain)) / total : 100;
}

/** Threads of two and more messages that are the same in both. */
function exactThreads(gold: number[][], found: number[][]): Found {
  const key = (group: number[]) => group.join(' ');
  const real = (groups: number[][]) => groups.filter((group) => group.length > 1).map(key);
  const wanted = real(gold);
  const have = new Set(real(found));
  return {
    matched: wanted.filter((k) => have.has(k)).length,
    found: have.size,
    wanted: wanted.length,
  };
}

function countsOf({ gold, found }: Judged, threads: Found): Counts {
  const links = { matched: 0, found: gold.size, wanted: 0 };
  const starts = { matched: 0, found: 0, wanted: 0 };
  for (const [n, parents] of gold) {
    const parent = found.get(n)!;
    links.wanted += parents.length;
    if (parents.includes(parent)) links.matched++;
    if (parent === n) starts.found++;
    if (parents.includes(n)) starts.wanted++;
    if (parent === n && parents.includes(n)) starts.matched++;
  }
  return { messages: gold.size, links, starts, threads };
}

/** More than any day has messages, so that numbers of two days are never the same. */
const apartBy = 1e6;

/** Variation of information over several days at once: no thread spans two of them. */
function variationOfAll(days: readonly { gold: number[][]; found: number[][]; counts: Counts }[]): number {
  const apart = (groups: number[][], k: number) => groups.map((group) => group.map((n) => n + k * apartBy));
  return scaledVariation(
    days.flatMap((day, k) => apart(day.gold, k)),
    days.flatMap((day, k) => apart(day.found, k)),
    sum(days, (day) => day.counts.messages),
  );
}

/** A day as it is judged: its threads as annotated and as found, and how well they agree. */
interface JudgedDay {
  gold: number[][];
  found: number[][];
  counts: Counts;
  vi: number;
  oneToOne: number;
}

function judge(day: Judged): JudgedDay {
  const numbers = [...day.gold.keys()];
  const gold = threadsOf(
    numbers,
    [...day.gold].flatMap(([n, parents]) => parents.map((p) => [n, p] as const)),
  );
  const found = threadsOf(
    numbers,
    numbers.map((n) => [n, day.found.get(n)!] as const),
  );
  return {
    gold,
    found,
    counts: countsOf(day, exactThreads(gold, found)),
    vi: scaledVariation(gold, found, day.gold.size),
    oneToOne: bestPairing(gold, found, day.gold.size),
  };
}

/** The agreement of several days together. */
function agreementOf(days: readonly JudgedDay[], pooled: boolean): Agreement {
  const total = (name: 'links' | 'starts' | 'threads') => ({
    matched: sum(days, ({ counts }) => counts[name].matched),
    found: sum(days, ({ counts }) => counts[name].found),
    wanted: sum(days, ({ counts }) => counts[name].wanted),
  });
  const mean = (name: 'vi' | 'oneToOne', weight: (day: JudgedDay) => number) =>
    sum(days, (day) => weight(day) * day[name]) / sum(days, weight);
  return {
    link: f1(total('links')),
    start: f1(total('starts')),
    vi: pooled ? variationOfAll(days) : mean('vi', () => 1),
    oneToOne: mean('oneToOne', (day) => (pooled ? day.counts.messages : 1)),
    exact: f1(total('threads')),
  };
}

/**
 * Judges days one by one and together. Links, starts and exact threads are counted over all; VI and 1-1 are means of the
 * days or, where `pooled`, taken over all messages at once, as the IRC benchmark does.
 */
export function agreement(days: readonly Judged[], pooled = false): { each: Agreement[]; all: Agreement } {
  const judged = days.map(judge);
  return {
    each: judged.map((day) => agreementOf([day], pooled)),
    all: agreementOf(judged, pooled),
  };
}

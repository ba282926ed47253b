/** How well links and threads agree with annotated ones, in per cent. */
export interface Agreement {
  link: number;
  start: number;
  vi: number;
  oneToOne: number;
  exact: number;
}
export const measures = ['link', 'start', 'vi', 'oneToOne', 'exact'] as const;

/** Counts of one day; of several, their sum, so that figures of many days are taken once. */
interface Counts {
  messages: number;
  links: { matched: number; found: number; wanted: number };
  starts: { matched: number; found: number; wanted: number };
  threads: { matched: number; found: number; wanted: number };
}

/** An annotated day: right parents of each annotated message, and the parents found, by any numbers. */
export interface Judged {
  gold: ReadonlyMap<number, readonly number[]>;
  found: ReadonlyMap<number, number>;
}

const f1 = ({ matched, found, wanted }: Counts['links']) =>
  found + wanted ? (200 * matched) / (found + wanted) : 0;

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

/** The Hungarian method (Kuhn 1955), row by row along shortest paths: what the best assignment gains. */
function mostGained(gain: Float64Array[]): number {
  const n = gain.length;
  const [rows, columns] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  const owner = new Int32Array(n + 1);
  const before = new Int32Array(n + 1);
  for (let i = 1; i <= n; i++) {
    owner[0] = i;
    let column = 0;
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(n + 1);
    do {
      used[column] = 1;
      const row = owner[column]!;
      let [slack, next] = [Number.POSITIVE_INFINITY, 0];
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue;
        const cost = -gain[row - 1]![j - 1]! - rows[row]! - columns[j]!;
        if (cost < least[j]!) {
          least[j] = cost;
          before[j] = column;
        }
        if (least[j]! < slack) [slack, next] = [least[j]!, j];
      }
      for (let j = 0; j <= n; j++) {
        if (used[j]) {
          rows[owner[j]!]! += slack;
          columns[j]! -= slack;
        } else least[j]! -= slack;
      }
      column = next;
    } while (owner[column]);
    for (; column; column = before[column]!) owner[column] = owner[before[column]!]!;
  }
  let total = 0;
  for (let j = 1; j <= n; j++) total += gain[owner[j]! - 1]![j - 1]!;
  return total;
}

/** Threads of two and more messages that are the same in both. */
function exactThreads(gold: number[][], found: number[][]): Counts['threads'] {
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

function countsOf({ gold, found }: Judged, threads: Counts['threads']): Counts {
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

/** Variation of information over several days at once: no thread spans two of them. */
function variationOfAll(days: readonly { gold: number[][]; found: number[][]; counts: Counts }[]): number {
  const apart = (groups: number[][], k: number) => groups.map((group) => group.map((n) => n + k * 1e6));
  return scaledVariation(
    days.flatMap((day, k) => apart(day.gold, k)),
    days.flatMap((day, k) => apart(day.found, k)),
    days.reduce((sum, day) => sum + day.counts.messages, 0),
  );
}

/**
 * Judges days one by one and together. Links, starts and exact threads are counted over all; VI and 1-1 are means of the
 * days or, where `pooled`, taken over all messages at once, as the IRC benchmark does.
 */
export function agreement(days: readonly Judged[], pooled = false): { each: Agreement[]; all: Agreement } {
  const counted = days.map((day) => {
    const pairs = (parents: readonly number[], n: number) => parents.map((p) => [n, p] as const);
    const gold = threadsOf(
      day.gold.keys(),
      [...day.gold].flatMap(([n, parents]) => pairs(parents, n)),
    );
    const found = threadsOf(
      day.gold.keys(),
      [...day.gold.keys()].map((n) => [n, day.found.get(n)!] as const),
    );
    return {
      gold,
      found,
      counts: countsOf(day, exactThreads(gold, found)),
      vi: scaledVariation(gold, found, day.gold.size),
      oneToOne: bestPairing(gold, found, day.gold.size),
    };
  });
  const figures = (some: typeof counted): Agreement => {
    const sum = (name: 'links' | 'starts' | 'threads') =>
      some.reduce(
        (s, { counts }) => ({
          matched: s.matched + counts[name].matched,
          found: s.found + counts[name].found,
          wanted: s.wanted + counts[name].wanted,
        }),
        { matched: 0, found: 0, wanted: 0 },
      );
    const mean = (name: 'vi' | 'oneToOne', weight: (day: (typeof counted)[number]) => number) =>
      some.reduce((s, day) => s + weight(day) * day[name], 0) / some.reduce((s, day) => s + weight(day), 0);
    return {
      link: f1(sum('links')),
      start: f1(sum('starts')),
      vi: pooled ? variationOfAll(some) : mean('vi', () => 1),
      oneToOne: mean('oneToOne', (day) => (pooled ? day.counts.messages : 1)),
      exact: f1(sum('threads')),
    };
  };
  return { each: counted.map((day) => figures([day])), all: figures(counted) };
}

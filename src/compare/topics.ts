import { ascending, group, sum } from 'd3-array';
import { type ThreadDoc, threadKey } from '../corpus/index.js';
import type { Topics } from '../topics/index.js';
import type { ComparedDay } from './day.js';
import { type Vector, vectorsOf } from './vectors.js';

/** A topic on one side. */
export interface TopicOnSide {
  /** Largest first. */
  threads: ThreadDoc[];
  messages: number;
  people: number;
}

/** A topic as it stands on each side (话题对照): on several, or alone on one. */
export interface PairedTopic {
  name: string;
  /** The topic of the workspace that it is, with its place in the palette; null where it is a cluster of these threads alone. */
  topic: { id: string; colour: number } | null;
  /** Words that its threads share, or, of a single thread, that tell most of it. */
  words: string[];
  /** One a side, in the order of the sides; without threads where the topic is missing. */
  sides: TopicOnSide[];
}

/** Threads so long are compared, of each side at most so many, the longest. */
const fewestMessages = 3;
const mostThreads = 150;
/** Threads whose mean cosine is so much stand for one topic. */
const leastLikeness = 0.16;
const mostWords = 5;

interface Cluster {
  threads: number[];
  /** The sum of its threads' vectors: the mean cosine of two clusters is their dot product over the number of pairs. */
  sum: Map<string, number>;
}

function dot(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let product = 0;
  for (const [word, weight] of small) product += weight * (large.get(word) ?? 0);
  return product;
}

function plus(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Map<string, number> {
  const both = new Map(a);
  for (const [word, weight] of b) both.set(word, (both.get(word) ?? 0) + weight);
  return both;
}

/** Joins the two most alike clusters, again and again (average linkage, UPGMA), until none are alike enough. */
function clustersOf(vectors: readonly Vector[]): Cluster[] {
  const clusters: (Cluster | null)[] = vectors.map((v, i) => ({ threads: [i], sum: new Map(v) }));
  const alike = vectors.map((v, i) => vectors.map((w, j) => (j < i ? dot(v, w) : 0)));
  const between = (i: number, j: number) => alike[Math.max(i, j)]![Math.min(i, j)]!;
  for (;;) {
    let [best, at] = [leastLikeness, null as [number, number] | null];
    for (let i = 0; i < clusters.length; i++)
      for (let j = 0; clusters[i] && j < i; j++)
        if (clusters[j] && between(i, j) > best) [best, at] = [between(i, j), [j, i]];
    if (!at) return clusters.filter((c) => c !== null);
    const [j, i] = at;
    const [a, b] = [clusters[j]!, clusters[i]!];
    const joined = { threads: [...a.threads, ...b.threads], sum: plus(a.sum, b.sum) };
    clusters[i] = null;
    clusters[j] = joined;
    clusters.forEach((c, k) => {
      if (c && k !== j)
        alike[Math.max(j, k)]![Math.min(j, k)] =
          dot(joined.sum, c.sum) / (joined.threads.length * c.threads.length);
    });
  }
}

const longestFirst = (a: ThreadDoc, b: ThreadDoc) =>
  b.messages.length - a.messages.length || ascending(threadKey(a), threadKey(b));

function onSide(threads: readonly ThreadDoc[]): TopicOnSide {
  return {
    threads: [...threads],
    messages: sum(threads, (t) => t.messages.length),
    people: new Set(threads.flatMap((t) => t.people)).size,
  };
}

/** The topics of the workspace, each with its longer threads on each side. */
function knownTopics(sides: readonly (readonly ThreadDoc[])[], { topics }: Topics): PairedTopic[] {
  const sideOf = sides.map((threads) => new Set(threads.map(threadKey)));
  return topics.flatMap(({ id, name, colour, terms, threads }): PairedTopic[] => {
    const own = threads.map((t) => t.thread).sort(longestFirst);
    const placed = sideOf.map((keys) => onSide(own.filter((t) => keys.has(threadKey(t)))));
    if (!placed.some((side) => side.threads.length)) return [];
    const words = terms.slice(0, mostWords).map((t) => t.form);
    return [{ name, topic: { id, colour }, words, sides: placed }];
  });
}

/**
 * The topics of all sides: those of the workspace where there are some, under the same names; other longer threads
 * clustered by their words whichever side they stand on, so that what was talked of on several sides stands in one row.
 * Most messages first.
 * @param known the workspace's topics, as they stand in the days of all sides
 */
export function pairTopics(
  sides: readonly (readonly ComparedDay[])[],
  known: Topics | null = null,
): PairedTopic[] {
  const long = sides.map((days) =>
    days.flatMap((day) => day.threads).filter((t) => t.messages.length >= fewestMessages),
  );
  const named = known ? knownTopics(long, known) : [];
  const taken = new Set(named.flatMap((t) => t.sides.flatMap((side) => side.threads.map(threadKey))));
  const left = long.map((threads) => threads.filter((t) => !taken.has(threadKey(t))));
  const size = (topic: PairedTopic) => sum(topic.sides, (side) => side.messages);
  return [...named, ...clusteredTopics(sides, left)].sort(
    (a, b) => size(b) - size(a) || ascending(a.name, b.name),
  );
}

function clusteredTopics(
  sides: readonly (readonly ComparedDay[])[],
  long: readonly (readonly ThreadDoc[])[],
): PairedTopic[] {
  const chosen = long.map((threads) => [...threads].sort(longestFirst).slice(0, mostThreads));
  const all = chosen.flatMap((threads, side) => threads.map((thread) => ({ thread, side })));
  const terms = new Set(
    sides.flat().flatMap((day) => day.words.words.filter((w) => w.class !== null).map((w) => w.word)),
  );
  const forms = new Map(sides.flat().flatMap((day) => day.words.words.map((w) => [w.word, w.form])));
  const vectors = vectorsOf(
    all.map(({ thread }) => thread),
    (word) => terms.has(word),
  );
  return clustersOf(vectors).map((cluster): PairedTopic => {
    const own = cluster.threads.map((i) => all[i]!);
    const bySide = group(own, ({ side }) => side);
    const largest = [...own].sort(
      (a, b) => b.thread.messages.length - a.thread.messages.length || a.side - b.side,
    )[0]!;
    return {
      name: largest.thread.title,
      topic: null,
      words: [...cluster.sum]
        .sort(([x, p], [y, q]) => q - p || ascending(x, y))
        .slice(0, mostWords)
        .map(([word]) => forms.get(word) ?? word),
      sides: sides.map((_, side) => onSide((bySide.get(side) ?? []).map(({ thread }) => thread))),
    };
  });
}

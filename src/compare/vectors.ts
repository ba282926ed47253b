import { ascending } from 'd3-array';
import type { ThreadDoc } from '../corpus/index.js';

/** A thread as weights of words, of length 1. */
export type Vector = ReadonlyMap<string, number>;

/** A glossary's term tells more than a word. */
const termWeight = 1.5;

/**
 * Threads as vectors: for each word how many messages have it, dampened (1 + ln n), times how rare it is among the threads
 * (ln N/n, Spärck Jones 1972), terms counting {@link termWeight} times.
 */
export function vectorsOf(threads: readonly ThreadDoc[], isTerm: (word: string) => boolean): Vector[] {
  const documents = new Map<string, number>();
  for (const { words } of threads)
    for (const [word] of words) documents.set(word, (documents.get(word) ?? 0) + 1);
  return threads.map(({ words }) => {
    const raw = words.map(([word, count]) => {
      const rarity = Math.log(threads.length / documents.get(word)!);
      return [word, (1 + Math.log(count)) * rarity * (isTerm(word) ? termWeight : 1)] as const;
    });
    const length = Math.hypot(...raw.map(([, weight]) => weight)) || 1;
    return new Map(raw.map(([word, weight]) => [word, weight / length]));
  });
}

/** Cosine of two vectors in 0..1, and the words that make it, the most telling first. */
export function likeness(a: Vector, b: Vector): { cosine: number; words: string[] } {
  const products = [...a].flatMap(([word, weight]) => {
    const other = b.get(word);
    return other ? [[word, weight * other] as const] : [];
  });
  products.sort(([x, p], [y, q]) => q - p || ascending(x, y));
  return { cosine: products.reduce((sum, [, p]) => sum + p, 0), words: products.map(([word]) => word) };
}

import { ascending } from 'd3-array';

/** A map with its keys in order, so that the same content has the same bytes. */
export const sorted = <K extends string, V>(entries: Iterable<readonly [K, V]>): Map<K, V> =>
  new Map([...entries].sort(([a], [b]) => ascending(a, b)));

/** Two tables of counts as one, its keys in order. */
export function addCounts<K extends string>(
  a: ReadonlyMap<K, number>,
  b: ReadonlyMap<K, number>,
): Map<K, number> {
  const sum = new Map(a);
  for (const [key, count] of b) sum.set(key, (sum.get(key) ?? 0) + count);
  return sorted(sum);
}

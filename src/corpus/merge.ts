/**
 * Parts as one, by halves, so that what is in all of them is copied a few times and not once a part. They may come one by
 * one: of so many parts no more sums are held than their number has binary digits.
 */
export function mergeByHalves<T>(parts: Iterable<T>, merge: (a: T, b: T) => T, zero: T): T {
  const sums: { of: number; sum: T }[] = [];
  const joinLast = () => {
    const [a, b] = sums.splice(-2) as [(typeof sums)[number], (typeof sums)[number]];
    sums.push({ of: a.of + b.of, sum: merge(a.sum, b.sum) });
  };
  for (const part of parts) {
    sums.push({ of: 1, sum: part });
    while (sums.length > 1 && sums.at(-1)!.of === sums.at(-2)!.of) joinLast();
  }
  while (sums.length > 1) joinLast();
  return sums[0]?.sum ?? zero;
}

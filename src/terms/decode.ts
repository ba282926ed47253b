/** A stretch of a message that may be kept as one term, with what speaks for it (above 0). */
export interface Span<T> {
  start: number;
  end: number;
  score: number;
  of: T;
}

/**
 * The best reading of one message: spans that do not overlap and whose scores add up to the most (dynamic programming
 * over their ends). Of equal readings the one with the earlier given spans.
 */
export function bestReading<T>(spans: readonly Span<T>[]): Span<T>[] {
  if (spans.length < 2) return spans.filter(({ score }) => score > 0); // as in most messages
  const ends = [...new Set(spans.map((s) => s.end))].sort((a, b) => a - b);
  const ending = new Map<number, Span<T>[]>();
  for (const span of spans) {
    const list = ending.get(span.end);
    if (list) list.push(span);
    else ending.set(span.end, [span]);
  }
  /** For each end: the most that spans up to it add up to, and the last of them. */
  const best: { sum: number; last: Span<T> | null }[] = [];
  /** The index of the last end at or before an offset; -1 for none. */
  const before = (offset: number, from: number) => {
    let k = from;
    while (k >= 0 && ends[k]! > offset) k--;
    return k;
  };
  ends.forEach((end, k) => {
    best[k] = { sum: k ? best[k - 1]!.sum : 0, last: null };
    for (const span of ending.get(end)!) {
      const b = before(span.start, k - 1);
      const sum = (b < 0 ? 0 : best[b]!.sum) + span.score;
      if (sum > best[k]!.sum) best[k] = { sum, last: span };
    }
  });
  const kept: Span<T>[] = [];
  for (let k = ends.length - 1; k >= 0; ) {
    const { last } = best[k]!;
    if (!last) k--;
    else {
      kept.push(last);
      k = before(last.start, k - 1);
    }
  }
  return kept.reverse();
}

import type { Span } from '../text/index.js';

/** A stretch of a message that may be kept as one term, with what speaks for it (above 0). */
export interface ScoredSpan<T> extends Span {
  score: number;
  of: T;
}

/**
 * The best reading of one message: spans that do not overlap and whose scores add up to the most (dynamic programming
 * over their ends). Of equal readings the one with the earlier given spans.
 */
export function bestReading<T>(spans: readonly ScoredSpan<T>[]): ScoredSpan<T>[] {
  if (spans.length < 2) return spans.filter(({ score }) => score > 0); // as in most messages
  const inOrder = [...spans].sort((a, b) => a.end - b.end);
  if (inOrder.every((span, i) => !i || inOrder[i - 1]!.end <= span.start))
    return inOrder.filter(({ score }) => score > 0); // nothing to choose
  const { ends, lasts } = bestByEnd(inOrder);
  const kept: ScoredSpan<T>[] = [];
  for (let k = ends.length - 1; k >= 0; ) {
    const last = lasts[k];
    if (!last) k--;
    else {
      kept.push(last);
      k = endBefore(ends, last.start, k - 1);
    }
  }
  return kept.reverse();
}

/** The ends of spans that stand in their order, and the last span of the best reading up to each; null for none. */
function bestByEnd<T>(inOrder: readonly ScoredSpan<T>[]): {
  ends: number[];
  lasts: (ScoredSpan<T> | null)[];
} {
  const ends: number[] = [];
  const sums: number[] = [];
  const lasts: (ScoredSpan<T> | null)[] = [];
  for (const span of inOrder) {
    let k = ends.length - 1;
    if (ends[k] !== span.end) {
      ends.push(span.end);
      sums.push(k < 0 ? 0 : sums[k]!);
      lasts.push(null);
      k++;
    }
    const before = endBefore(ends, span.start, k - 1);
    const sum = (before < 0 ? 0 : sums[before]!) + span.score;
    if (sum > sums[k]!) {
      sums[k] = sum;
      lasts[k] = span;
    }
  }
  return { ends, lasts };
}

/** The index of the last end at or before an offset, looked for backwards; -1 for none. */
function endBefore(ends: readonly number[], offset: number, from: number): number {
  let k = from;
  while (k >= 0 && ends[k]! > offset) k--;
  return k;
}

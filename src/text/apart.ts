import { bisector } from 'd3-array';
import type { Span } from './token.js';

const inText = bisector((a: Span, b: Span) => a.start - b.start || a.end - b.end);

const overlap = (a: Span, b: Span | undefined): boolean =>
  b !== undefined && a.start < b.end && a.end > b.start;

/** A text with something else in the place of spans that stand in order; one that reaches into another's place has none of its own. */
export function replaceSpans<T extends Span>(
  text: string,
  spans: readonly T[],
  by: (span: T) => string,
): string {
  let replaced = '';
  let from = 0;
  for (const span of spans) {
    if (span.start < from) continue;
    replaced += text.slice(from, span.start) + by(span);
    from = span.end;
  }
  return replaced + text.slice(from);
}

/** Spans in the order of the text; of two that overlap the one that was named first stands. */
export function apart<T extends Span>(spans: readonly T[]): T[] {
  // as these are in order and apart, only the neighbours of a place can overlap what comes to it
  const kept: T[] = [];
  for (const span of spans) {
    const at = inText.right(kept, span);
    if (!overlap(span, kept[at - 1]) && !overlap(span, kept[at])) kept.splice(at, 0, span);
  }
  return kept;
}

import { descending, rollups } from 'd3-array';
import { fold, type TermClass } from '../text/index.js';
import type { TermUse } from './types.js';

/** One occurrence of a term in a message. */
export interface Occurrence {
  term: string;
  surface: string;
  class: TermClass;
  known: boolean;
  n: number;
}

/** Surfaces that differ only in case, width or 繁简 are one; the first spelling stands for them. */
function surfacesOf(occurrences: Occurrence[]): string[] {
  const counted = rollups(
    occurrences,
    (same) => ({ count: same.length, form: same[0]!.surface }),
    (o) => fold(o.surface),
  );
  return counted
    .map(([, form]) => form)
    .sort((a, b) => descending(a.count, b.count))
    .map(({ form }) => form);
}

/** One entry a concept from its occurrences, by first occurrence. */
export function termUses(occurrences: Occurrence[]): TermUse[] {
  return rollups(
    occurrences,
    (same): TermUse => ({
      term: same[0]!.term,
      surface: surfacesOf(same),
      class: same[0]!.class,
      known: same[0]!.known,
      messages: [...new Set(same.map((o) => o.n))].sort((a, b) => a - b),
    }),
    (o) => `${o.known}\t${fold(o.term)}`,
  ).map(([, use]) => use);
}

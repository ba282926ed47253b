import { descending, group } from 'd3-array';
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

/** Things that have the same key together, in the order in which their keys first come. */
const grouped = <T>(things: readonly T[], keyOf: (thing: T) => string): T[][] => [
  ...group(things, keyOf).values(),
];

/** Surfaces that differ only in case, width or 繁简 are one; the first spelling stands for them. */
function surfacesOf(occurrences: readonly Occurrence[]): string[] {
  if (occurrences.length === 1) return [occurrences[0]!.surface];
  return grouped(occurrences, (o) => fold(o.surface))
    .sort((a, b) => descending(a.length, b.length))
    .map((same) => same[0]!.surface);
}

/** One entry a concept from its occurrences, by first occurrence. */
export function termUses(occurrences: readonly Occurrence[]): TermUse[] {
  return grouped(occurrences, (o) => `${o.known}\t${fold(o.term)}`).map(
    (same): TermUse => ({
      term: same[0]!.term,
      surface: surfacesOf(same),
      class: same[0]!.class,
      known: same[0]!.known,
      messages: [...new Set(same.map((o) => o.n))].sort((a, b) => a - b),
    }),
  );
}

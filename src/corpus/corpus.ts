import type { DayAnalysis } from '../analysis/index.js';
import { mergeDays, type OfDay } from './day-set.js';
import { type DayParts, type Making, type PartName, partsOf } from './parts.js';

/** A day of a corpus with some of its parts; they may be read when they are asked for, and not before. */
export type CorpusDay<P extends PartName> = OfDay & Readonly<Pick<DayParts, P>>;

/**
 * What many days add up to (语料): each day once, by group and date, with the parts that somebody needs of it. Integers,
 * sets and sorted keys only; what days sum up to, and ratios, are worked out when it is read: see {@link Query}.
 */
export interface Corpus<P extends PartName> {
  days: readonly CorpusDay<P>[];
}

/** Nothing: the zero of {@link mergeCorpora}. */
export const emptyCorpus: Corpus<PartName> = { days: [] };

/** A corpus of one day. */
export function corpusOf<P extends PartName>(
  analysis: DayAnalysis,
  parts: readonly P[],
  making: Making,
): Corpus<P> {
  const { group, date } = analysis;
  return { days: [{ group, date, ...partsOf(parts, analysis, making) }] };
}

/**
 * What two corpora add up to. Associative, commutative and idempotent, with {@link emptyCorpus} as zero: any tree of merges
 * over any machines gives the same bytes, and a day that is merged twice changes nothing. Of two versions of one day the
 * one whose JSON sorts last stays.
 */
export const mergeCorpora = <P extends PartName>(a: Corpus<P>, b: Corpus<P>): Corpus<P> => ({
  days: mergeDays(a.days, b.days),
});

/** What topics read of a day. */
export type DaySlice = CorpusDay<'words' | 'threads'>;

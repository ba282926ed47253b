import { group } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import { type Entry, fold } from '../text/index.js';
import type { TermReport } from './model.js';
import { bareNumber } from './statements.js';

const mostTerms = 24;

/** A document's number, in whatever brackets its year stands. */
const documentNumber = /(?:19|20)\d\d[〕\])）】］年]第?\s?\d{1,4}\s?号/;

/** Terms that are one: a document is the same in brackets of any kind. */
const keyOf = (term: string): string => (documentNumber.test(term) ? bareNumber(term) : term);

/** Several writings of one term as the one that is used most. */
function merged(same: readonly TermReport[]): TermReport {
  const [most] = [...same].sort((a, b) => b.count - a.count || a.messages[0]! - b.messages[0]!);
  const messages = [...new Set(same.flatMap((t) => t.messages))].sort((a, b) => a - b);
  const surface = [...new Set(same.flatMap((t) => t.surface))];
  return { ...most!, surface, messages, count: messages.length };
}

/** How much a term is the trade's own: how often its threads say it, times how many people say it there. */
function weights(analysis: DayAnalysis): (t: TermReport) => number {
  const trade = new Set(analysis.threads.filter((t) => t.domain === 'payments').flatMap((t) => t.messages));
  return ({ messages }) => {
    const own = messages.filter((n) => trade.has(n));
    return own.length * new Set(own.map((n) => analysis.messages[n - 1]!.speaker)).size;
  };
}

/**
 * A day's terms, those of the glossary by use, and of the seldom ones those that the group itself decided about. Others are for its keeper: what the trade talks about comes before
 * goods and firms that one person tells of, or small talk.
 */
export function reportTerms(
  analysis: DayAnalysis,
  entries: ReadonlyMap<string, Entry>,
): { used: TermReport[]; discovered: TermReport[] } {
  const all = analysis.terms.map(({ term, surface, known, messages }): TermReport => {
    const entry = known ? entries.get(fold(term)) : undefined;
    return {
      ...{ term, surface, known, count: messages.length, messages },
      definition: entry?.definition ?? null,
      source: entry?.source ?? null,
      english: entry?.english ?? null,
      isOwn: (entry?.history?.length ?? 0) > 0,
    };
  });
  const byUse = (a: TermReport, b: TermReport) => b.count - a.count || a.messages[0]! - b.messages[0]!;
  const weightOf = weights(analysis);
  const byKey = group(
    all.filter((t) => !t.known),
    (t) => keyOf(t.term),
  );
  const discovered = [...byKey.values()].map(merged).map((t) => ({ t, weight: weightOf(t) }));
  return {
    used: all
      .filter((t) => t.known)
      .sort(byUse)
      .filter((t, i) => i < mostTerms || t.isOwn),
    discovered: discovered
      .sort((a, b) => b.weight - a.weight || byUse(a.t, b.t))
      .slice(0, mostTerms)
      .map(({ t }) => t),
  };
}

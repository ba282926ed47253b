import { ascending } from 'd3-array';
import { certainDifference, logLikelihood, type TermRecord, type TermUses } from '../corpus/index.js';
import { type Entry, fold, formsOf, isRemembered } from '../text/index.js';
import { type Evidence, evidenceOf } from './candidates.js';

/** How terms are used in a span of days, and how much was said in it. */
export interface SpanUse {
  uses: TermUses;
  days: number;
  messages: number;
}

export const useChanges = ['fresh', 'more', 'less', 'faded'] as const;
/** New in use, said more, said less, no longer said (新出现、多了、少了、不再说). */
export type UseChangeKind = (typeof useChanges)[number];

/** A term whose use changed, in numbers. */
export interface UseChange {
  term: string;
  kind: UseChangeKind;
  /** Whether the glossary has an entry for it. */
  known: boolean;
  before: Evidence;
  after: Evidence;
  /** Messages with it in a thousand. */
  rates: { before: number; after: number };
  /** How surely it is no chance: G², see {@link logLikelihood}. */
  certainty: number;
}

/** A use by fewer, on fewer days, tells of them and not of the group. */
const fewest = { people: 2, days: 2 };
const nothing: Evidence = { messages: 0, days: 0, people: 0 };

const round = (number: number) => Math.round(number * 100) / 100;

function changeOf(term: string, known: boolean, before: Evidence, after: Evidence, spans: SpanUse[]) {
  const [n, m] = spans.map((span) => span.messages) as [number, number];
  const rate = (uses: number, all: number) => (all ? (1000 * uses) / all : 0);
  const rates = { before: rate(before.messages, n), after: rate(after.messages, m) };
  const grows = rates.after > rates.before;
  const kind: UseChangeKind = grows
    ? before.messages
      ? 'more'
      : 'fresh'
    : after.messages
      ? 'less'
      : 'faded';
  const certainty = logLikelihood({ count: before.messages, total: n }, { count: after.messages, total: m });
  return {
    ...{ term, kind, known, before, after },
    rates: { before: round(rates.before), after: round(rates.after) },
    certainty: round(certainty),
  };
}

/**
 * How the use of terms changed from one span to another, the surest first: terms of few people or days, and changes that
 * may be chance, are left out.
 */
export function changesOfUse(before: SpanUse, after: SpanUse, entries: readonly Entry[]): UseChange[] {
  const live = entries.filter((e) => !isRemembered(e));
  const known = new Set(live.flatMap(formsOf));
  const rejected = new Set(entries.filter((e) => e.status === 'rejected').flatMap(formsOf));
  const evidence = (record: TermRecord | undefined) => (record ? evidenceOf(record) : nothing);
  const nameOf = (key: string) => {
    const { forms } = (after.uses.get(key) ?? before.uses.get(key))!;
    return [...forms].sort(([a, x], [b, y]) => y - x || ascending(a, b))[0]![0];
  };
  const entryNames = new Map(live.map((e) => [fold(e.term), e.term]));
  return [...new Set([...before.uses.keys(), ...after.uses.keys()])]
    .filter((key) => !rejected.has(key) || known.has(key))
    .map((key) =>
      changeOf(
        entryNames.get(key) ?? nameOf(key),
        known.has(key),
        evidence(before.uses.get(key)),
        evidence(after.uses.get(key)),
        [before, after],
      ),
    )
    .filter(({ certainty, ...change }) => {
      const larger = change.rates.after > change.rates.before ? change.after : change.before;
      return certainty >= certainDifference && larger.people >= fewest.people && larger.days >= fewest.days;
    })
    .sort((a, b) => b.certainty - a.certainty || ascending(a.term, b.term));
}

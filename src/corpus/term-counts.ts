import { ascending } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';

/** How often a term was used on a day. */
export interface DayTerm {
  term: string;
  known: boolean;
  /** Messages with it, second copies left out. */
  messages: number;
}

/** The terms of a day, all that counting over many days needs of it. */
export interface DayTerms {
  group: string;
  date: string;
  terms: DayTerm[];
}

/** Terms from one to before another, in the order of UTF-16 code units; open where null. */
export interface TermRange {
  from: string | null;
  to: string | null;
}

/** A term over many days. */
export interface TermCount {
  term: string;
  known: boolean;
  days: number;
  messages: number;
  groups: string[];
  first: string;
  last: string;
}

/** In how many of a day's messages each term stands, second copies left out. */
export function dayTermsOf({ group, date, terms, messages }: DayAnalysis): DayTerms {
  const isCopy = (n: number) => messages[n - 1]?.duplicateOf !== null;
  return {
    group,
    date,
    terms: terms.map((t) => ({
      term: t.term,
      known: t.known,
      messages: t.messages.filter((n) => !isCopy(n)).length,
    })),
  };
}

/** Counts the terms of a range over days, by term. The order of the days is nothing to it. */
export function countTerms(days: readonly DayTerms[], { from, to }: TermRange): TermCount[] {
  const counts = new Map<string, TermCount>();
  for (const { group, date, terms } of days)
    for (const { term, known, messages } of terms) {
      if ((from !== null && term < from) || (to !== null && term >= to)) continue;
      const so = counts.get(term);
      if (!so) {
        counts.set(term, { term, known, days: 1, messages, groups: [group], first: date, last: date });
        continue;
      }
      so.known ||= known;
      so.days++;
      so.messages += messages;
      if (!so.groups.includes(group)) so.groups.push(group);
      if (date < so.first) so.first = date;
      if (date > so.last) so.last = date;
    }
  for (const count of counts.values()) count.groups.sort(ascending);
  return [...counts.values()].sort((a, b) => ascending(a.term, b.term));
}

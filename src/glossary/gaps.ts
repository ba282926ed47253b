import { ascending } from 'd3-array';
import { byDate, daysBetween, hasDate, type TermUses } from '../corpus/index.js';
import type { Document } from '../talks/index.js';
import { type Entry, fold } from '../text/index.js';
import { type EndedRule, endedRules } from './force.js';

/** An entry in use, or not: its last day and its messages in all. */
export interface UsedEntry {
  entry: Entry;
  last: string;
  messages: number;
}

/** An entry that rests on a rule which is out of force. */
export interface RestsOnEnded {
  entry: Entry;
  rule: EndedRule;
  /** Whether somebody checked the entry while the rule was in force. */
  recheck: boolean;
}

/** What is amiss with a glossary's entries for the logs at hand (缺口). */
export interface Gaps {
  /** Entries that nobody used for so many days, those once used most first. */
  stale: UsedEntry[];
  /** Entries that the logs never use, in the order of the glossary. */
  never: Entry[];
  replaced: RestsOnEnded[];
  /** Entries that are used after the day until which they held: uses since, and the last of them. */
  outlived: UsedEntry[];
}

const dateIn = (day: string) => day.slice(day.lastIndexOf('/') + 1);

/** Whether people should expect an entry in use: what was rejected or put off is none, what is deprecated should not be. */
const isInUse = ({ status }: Entry) => status === 'draft' || status === 'approved';

const useOn = (days: readonly (readonly [date: string, messages: number])[], entry: Entry): UsedEntry => ({
  entry,
  last: days.map(([date]) => date).reduce((a, b) => (byDate(a, b) > 0 ? a : b)),
  messages: days.reduce((sum, [, messages]) => sum + messages, 0),
});

const restingOnEnded = (entry: Entry, documents: readonly Document[]): RestsOnEnded[] =>
  // what says until when it held says so itself
  isInUse(entry) && !entry.until
    ? endedRules(entry, documents).map((rule) => ({
        entry,
        rule,
        recheck: entry.checked !== undefined && entry.checked.on.slice(0, rule.until.length) < rule.until,
      }))
    : [];

/**
 * What is amiss with the entries for these logs.
 * @param last last day of the logs: what is long unused is counted back from there
 * @param unused days without use that count as long
 */
export function findGaps(
  uses: TermUses,
  entries: readonly Entry[],
  documents: readonly Document[],
  { last, unused }: { last: string; unused: number },
): Gaps {
  const daysOf = (entry: Entry) =>
    [...(uses.get(fold(entry.term))?.days ?? [])].map(
      ([day, messages]) => [dateIn(day).slice(0, 10), messages] as const,
    );
  const inUse = entries.filter(isInUse);
  const used = inUse.filter((e) => daysOf(e).length).map((e) => useOn(daysOf(e), e));
  const ended = entries.filter((e) => e.until !== undefined && isInUse(e));
  return {
    stale: used
      .filter((u) => (daysBetween(u.last, last) ?? 0) >= unused)
      .sort(
        (a, b) =>
          b.messages - a.messages || ascending(a.last, b.last) || ascending(a.entry.term, b.entry.term),
      ),
    never: inUse.filter((e) => !daysOf(e).length),
    replaced: entries.flatMap((entry) => restingOnEnded(entry, documents)),
    outlived: ended.flatMap((entry) => {
      const until = entry.until!;
      const since = daysOf(entry).filter(([date]) => hasDate(date) && date.slice(0, until.length) > until);
      return since.length ? [useOn(since, entry)] : [];
    }),
  };
}

import { ascending } from 'd3-array';
import { type DayAnalysis, guestTalks } from '../analysis/index.js';
import { fold } from '../text/index.js';
import { addCounts, sorted } from './counts.js';

/** A thread in which a term stands. */
export interface TermThread {
  /** Of its first message with the term, `group/date#n`. */
  address: string;
  title: string;
  /** Its messages with the term. */
  messages: number;
}

/** Where the group explains a term, and who does. */
export interface TermExplanation {
  address: string;
  /** As the log names them. */
  speaker: string;
  /** Whether it is that day's guest who explains. */
  part: 'guest' | 'member';
  text: string;
}

/** All that days say of one term (词的来历). Parts of different days add up in any order. */
export interface TermStory {
  /** Every day that was read, whether the term stands in it or not: `group/date` → messages with the term, and all. */
  days: ReadonlyMap<string, { uses: number; all: number }>;
  /** Forms in which it stands → days. */
  forms: ReadonlyMap<string, number>;
  /** Who used it → messages. */
  people: ReadonlyMap<string, number>;
  /** Other terms of the glossary in its threads → threads. */
  company: ReadonlyMap<string, number>;
  /** Terms of the glossary → all threads that have them, and how many threads there are. */
  spread: ReadonlyMap<string, number>;
  allThreads: number;
  threads: readonly TermThread[];
  explained: readonly TermExplanation[];
}

/** The story of no days. */
export const noStory: TermStory = {
  days: new Map(),
  forms: new Map(),
  people: new Map(),
  company: new Map(),
  spread: new Map(),
  allThreads: 0,
  threads: [],
  explained: [],
};

const byAddress = (a: { address: string; text?: string }, b: { address: string; text?: string }) =>
  ascending(a.address, b.address) || ascending(a.text ?? '', b.text ?? '');
const counted = (keys: readonly string[]) =>
  keys.reduce((counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1), new Map<string, number>());

/** The story of two sets of days as one: associative, commutative, with {@link noStory} as zero. */
export const mergeStories = (a: TermStory, b: TermStory): TermStory => ({
  days: sorted([...a.days, ...b.days]),
  forms: addCounts(a.forms, b.forms),
  people: addCounts(a.people, b.people),
  company: addCounts(a.company, b.company),
  spread: addCounts(a.spread, b.spread),
  allThreads: a.allThreads + b.allThreads,
  threads: [...a.threads, ...b.threads].sort(byAddress),
  explained: [...a.explained, ...b.explained].sort(byAddress),
});

/**
 * What one day says of a term.
 * @param forms its folded forms: a term of the day is it where its name or one of its surfaces is among them
 */
export function storyOf(analysis: DayAnalysis, forms: ReadonlySet<string>): TermStory {
  const day = `${analysis.group}/${analysis.date}`;
  const message = (n: number) => analysis.messages[n - 1]!;
  const isOriginal = (n: number) => message(n).duplicateOf === null;
  const terms = analysis.terms.filter((t) => [t.term, ...t.surface].some((form) => forms.has(fold(form))));
  const names = new Set(terms.map((t) => t.term));
  const uses = new Set(terms.flatMap((t) => t.messages).filter(isOriginal));
  const threads = analysis.threads
    .map((t) => ({ ...t, messages: t.messages.filter((n) => uses.has(n)) }))
    .filter((t) => t.messages.length);
  const threadOf = new Map(analysis.threads.flatMap((t) => t.messages.map((n) => [n, t.id] as const)));
  const its = new Set(threads.map((t) => t.id));
  const spread = analysis.terms
    .filter((t) => t.known && !names.has(t.term))
    .flatMap(({ term, messages }) =>
      [...new Set(messages.filter(isOriginal).map((n) => threadOf.get(n)!))].map((id) => ({ term, id })),
    );
  const guests = new Set(guestTalks(analysis).map((talk) => talk.speaker));
  const explained = analysis.definitions
    .filter((d) => d.sure && (names.has(d.term) || terms.some((t) => t.surface.includes(d.term))))
    .map(({ messages: [n], text }): TermExplanation => {
      const { speaker } = message(n!);
      return { address: `${day}#${n}`, speaker, part: guests.has(speaker) ? 'guest' : 'member', text };
    });
  return {
    days: new Map([
      [day, { uses: uses.size, all: analysis.messages.filter((m) => m.duplicateOf === null).length }],
    ]),
    forms: sorted(counted([...new Set(terms.flatMap((t) => t.surface))])),
    people: sorted(counted([...uses].map((n) => message(n).speaker))),
    company: sorted(counted(spread.filter(({ id }) => its.has(id)).map(({ term }) => term))),
    spread: sorted(counted(spread.map(({ term }) => term))),
    allThreads: analysis.threads.length,
    threads: threads
      .map(({ title, messages }) => ({
        address: `${day}#${messages[0]}`,
        title,
        messages: messages.length,
      }))
      .sort(byAddress),
    explained: explained.sort(byAddress),
  };
}

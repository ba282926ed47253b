import { ascending, sum } from 'd3-array';
import {
  daysBetween,
  endsOf,
  logLikelihood,
  type Stretches,
  stretchesOf,
  type TermStory,
  type TermThread,
} from '../corpus/index.js';
import type { EndedRule } from '../glossary/index.js';
import type { Names } from '../privacy/index.js';
import type { Entry } from '../text/index.js';

/** Where the group explains a term, as it may be shown. */
export interface ShownExplanation {
  address: string;
  part: 'guest' | 'member';
  /** Null in the edition that leaves the group. */
  name: string | null;
  text: string;
}

/** One term (一个词) for readers: what the glossary says, and what the logs do. */
export interface TermView {
  term: string;
  entry: Entry | null;
  /** Rules that its definition rests on and that are out of force. */
  ended: readonly EndedRule[];
  isPublic: boolean;
  /** How many days of logs were looked at; where it is none, nothing is known of its use. */
  daysRead: number;
  /** Its use; null where the logs do not have it. */
  use: {
    first: string;
    last: string;
    messages: number;
    days: number;
    people: number;
    threads: number;
    /** Messages of the last {@link lately} days that there are logs of. */
    lately: { messages: number; to: string };
  } | null;
  stretches: Stretches;
  /** The threads with most of its messages first. */
  threads: readonly TermThread[];
  /** Guests first, then what tells most. */
  explained: readonly ShownExplanation[];
  /** Terms that stand in its threads more than elsewhere, with their threads, the surest first. */
  company: readonly (readonly [term: string, threads: number])[];
}

/** How many days count as lately. */
export const lately = 90;

const dateIn = (day: string) => day.slice(day.lastIndexOf('/') + 1);

function useOf({ days, people, threads }: TermStory): TermView['use'] {
  const used = [...days]
    .filter(([, { uses }]) => uses)
    .map(([day, { uses }]) => [dateIn(day), uses] as const);
  if (!used.length) return null;
  const [own, all] = [used.map(([date]) => date).sort(), [...days.keys()].map(dateIn).sort()];
  const { first, last } = endsOf(own);
  const to = endsOf(all).last || all.at(-1)!;
  const recent = used.filter(([date]) => (daysBetween(date, to) ?? Number.POSITIVE_INFINITY) < lately);
  return {
    first: first || own[0]!,
    last: last || own.at(-1)!,
    messages: sum(used, ([, uses]) => uses),
    days: used.length,
    people: people.size,
    threads: threads.length,
    lately: { messages: sum(recent, ([, uses]) => uses), to },
  };
}

/** Lengths of an explanation that tells something and can be read at a glance. */
const telling = { shortest: 15, longest: 200 };
const tells = (text: string) => (text.length >= telling.shortest && text.length <= telling.longest ? 1 : 0);

const fewestTogether = 2;

/** Terms that stand in a term's threads more than in others. */
function companyOf({ company, spread, threads, allThreads }: TermStory): TermView['company'] {
  const [here, elsewhere] = [threads.length, allThreads - threads.length];
  return [...company]
    .map(([term, together]) => ({ term, together, apart: (spread.get(term) ?? together) - together }))
    .filter(
      ({ together, apart }) =>
        together >= Math.min(fewestTogether, here) && together * elsewhere >= apart * here,
    )
    .map((c) => ({
      ...c,
      certainty: logLikelihood({ count: c.together, total: here }, { count: c.apart, total: elsewhere }),
    }))
    .sort((a, b) => b.certainty - a.certainty || b.together - a.together || ascending(a.term, b.term))
    .map(({ term, together }) => [term, together] as const);
}

/** What readers see of a term. */
export function termView(
  term: string,
  entry: Entry | null,
  story: TermStory,
  { ended, names, isPublic }: { ended: readonly EndedRule[]; names: Names; isPublic: boolean },
): TermView {
  const explained = [...story.explained].sort(
    (a, b) => ascending(a.part, b.part) || tells(b.text) - tells(a.text) || ascending(b.address, a.address),
  );
  return {
    term,
    entry,
    ended,
    isPublic,
    daysRead: story.days.size,
    use: useOf(story),
    stretches: stretchesOf(story.days),
    threads: [...story.threads].sort((a, b) => b.messages - a.messages || ascending(a.address, b.address)),
    explained: explained.map(({ address, part, speaker, text }) => ({
      address,
      part,
      name: isPublic ? null : names.show(speaker),
      text,
    })),
    company: companyOf(story),
  };
}

import { ascending, bisectLeft, sum } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import { isWithheldText } from '../lang/withheld.js';
import { fold, type TermClass } from '../text/index.js';
import { contentWords, countedMessages } from './content-words.js';
import { mergeDays, type OfDay } from './day-set.js';

/** A word or term of a day and where it stands. */
export interface DayWord {
  /** Folded; a term goes by its canonical form. */
  word: string;
  /** As it is shown. */
  form: string;
  /** Null for a plain word. */
  class: TermClass | null;
  /** Whether the glossary has it. */
  known: boolean;
  /** Occurrences. */
  count: number;
  /** Numbers of the counted messages that have it, rising. */
  messages: number[];
}

/** What a day adds to counts over many (一天的用词): the one slice of it that topics and comparisons read. */
export interface DayWords extends OfDay {
  /** Who said something that counts, sorted. */
  speakers: string[];
  /**
   * The messages that count, a column each: number, place of the speaker in `speakers`, thread. Rising. What stays out of the
   * public edition has no words there and does not count: shares of words are of what can be read.
   */
  messages: { n: number[]; speaker: number[]; thread: number[] };
  /** Sorted by `word`. */
  words: DayWord[];
}

const byWord = (a: { word: string }, b: { word: string }) => ascending(a.word, b.word);

/**
 * The words of one day. A term is counted under its canonical form, whichever of its forms was written.
 * @param stopwords folded words that say nothing of what is talked about
 * @throws where the analysis was made without `tokens`
 */
export function dayWordsOf(analysis: DayAnalysis, stopwords: ReadonlySet<string>): DayWords {
  const counted = countedMessages(analysis).filter((m) => !isWithheldText(m.text));
  const speakers = [...new Set(counted.map((m) => m.speaker))].sort();
  const place = new Map(speakers.map((name, i) => [name, i]));
  const threadOf = new Map(analysis.threads.flatMap((t) => t.messages.map((n) => [n, t.id] as const)));
  return {
    group: analysis.group,
    date: analysis.date,
    speakers,
    messages: {
      n: counted.map((m) => m.n),
      speaker: counted.map((m) => place.get(m.speaker)!),
      thread: counted.map((m) => threadOf.get(m.n)!),
    },
    words: wordsOf(analysis, counted, stopwords),
  };
}

function wordsOf(
  analysis: DayAnalysis,
  counted: readonly DayAnalysis['messages'][number][],
  stopwords: ReadonlySet<string>,
): DayWord[] {
  const terms = new Map(analysis.terms.map((t) => [fold(t.term), t]));
  const canonical = new Map(
    analysis.terms.flatMap((t) => [t.term, ...t.surface].map((form) => [fold(form), fold(t.term)] as const)),
  );
  const present = new Set(counted.map((m) => m.n));
  const words = new Map<string, DayWord>();
  for (const m of counted)
    for (const token of contentWords(m, stopwords)) {
      const word = canonical.get(token) ?? token;
      const term = terms.get(word);
      const use = words.get(word) ?? {
        ...{ word, form: term?.term ?? token, class: term?.class ?? null, known: term?.known ?? false },
        count: 0,
        messages: [],
      };
      use.count++;
      if (use.messages.at(-1) !== m.n) use.messages.push(m.n);
      words.set(word, use);
    }
  // a discovered term may stand across tokens: the analysis knows in which messages
  for (const [word, term] of terms) {
    const messages = term.messages.filter((n) => present.has(n));
    const use = words.get(word);
    if (!messages.length || (use && use.messages.length >= messages.length)) continue;
    const { class: of, known } = term;
    words.set(word, {
      ...{ word, form: term.term, class: of, known, messages },
      count: Math.max(use?.count ?? 0, messages.length),
    });
  }
  return [...words.values()].sort(byWord);
}

/** A word over many days. */
export interface WordTotal {
  word: string;
  /** As most messages have it. */
  form: string;
  class: TermClass | null;
  known: boolean;
  count: number;
  messages: number;
  threads: number;
  days: number;
  /** Who used it, sorted. */
  speakers: string[];
}

/** What days add up to (合计). */
export interface WordTotals {
  days: number;
  messages: number;
  /** Occurrences of all words. */
  count: number;
  speakers: string[];
  /** Sorted by `word`. */
  words: WordTotal[];
}

/** How often each of several values was seen, by key; the most frequent, then the first in order, wins. */
function prevailing<T>(values: readonly { value: T; key: string; weight: number }[]): T {
  const counts = new Map<string, { value: T; weight: number }>();
  for (const { value, key, weight } of values)
    counts.set(key, { value, weight: weight + (counts.get(key)?.weight ?? 0) });
  return [...counts].sort(([a, x], [b, y]) => y.weight - x.weight || ascending(a, b))[0]![1].value;
}

function totalOf(word: string, uses: readonly { day: DayWords; use: DayWord }[]): WordTotal {
  const speakers = new Set<string>();
  let threads = 0;
  for (const { day, use } of uses) {
    const here = new Set<number>();
    for (const n of use.messages) {
      const i = bisectLeft(day.messages.n, n);
      here.add(day.messages.thread[i]!);
      speakers.add(day.speakers[day.messages.speaker[i]!]!);
    }
    threads += here.size;
  }
  const weighed = uses.map(({ use }) => ({
    value: use,
    key: JSON.stringify([use.class === null, use.form, use.class, use.known]),
    weight: use.messages.length,
  }));
  const { form, class: of, known } = prevailing(weighed);
  return {
    ...{ word, form, class: of, known, threads },
    count: sum(uses, ({ use }) => use.count),
    messages: sum(uses, ({ use }) => use.messages.length),
    days: uses.length,
    speakers: [...speakers].sort(),
  };
}

/** Adds up the words of days, each day once: a pure function of the set, so that no order of merging shows in it. */
export function totalWords(given: readonly DayWords[]): WordTotals {
  const days = mergeDays(given, []);
  const uses = new Map<string, { day: DayWords; use: DayWord }[]>();
  for (const day of days)
    for (const use of day.words) {
      const list = uses.get(use.word);
      if (list) list.push({ day, use });
      else uses.set(use.word, [{ day, use }]);
    }
  const words = [...uses].map(([word, list]) => totalOf(word, list)).sort(byWord);
  return {
    days: days.length,
    messages: sum(days, (day) => day.messages.n.length),
    count: sum(words, (w) => w.count),
    speakers: [...new Set(days.flatMap((day) => day.speakers))].sort(),
    words,
  };
}

import type { ComparedWord, Comparison, WordOnSide } from '../compare/index.js';
import { isOneVoice } from '../compare/index.js';
import type { Address, OfDay } from '../corpus/index.js';
import { type Lang, type Words, words } from '../lang/index.js';
import type { Names } from '../privacy/index.js';

/** Where a page finds a message: the address of a day's page with its anchor, or null where there is none. */
export type FindPage = (at: Address) => string | null;

/** Words whose passages stand on the page, of each verdict at most so many. */
const mostWords = 24;
const mostFewVoices = 10;

/** What of a comparison is shown, in either form. */
export interface ShownComparison {
  comparison: Comparison;
  w: Words;
  lang: Lang;
  labels: string[];
  lists: ShownWords[];
}

/** Words that set a side apart, as many as are shown. */
export interface ShownWords {
  /** Labels of the columns in a word's `sides`. */
  columns: [string, string];
  heading: string;
  differs: ComparedWord[];
  /** How many more differ. */
  more: number;
  fewVoices: ComparedWord[];
  tested: number;
  all: number;
}

/** A comparison with its names as they may be shown. */
function withNames(comparison: Comparison, names: Names): Comparison {
  const show = (name: string) => names.show(name);
  const shown = (side: WordOnSide): WordOnSide => ({
    ...side,
    voices: side.voices.map(([name, messages]) => [show(name), messages]),
  });
  const { sides, words: lists, steps } = comparison;
  return {
    ...comparison,
    sides: sides.map((side) => ({
      ...side,
      pace: { ...side.pace, most: side.pace.most.map(([name, messages]) => [show(name), messages]) },
      talks: side.talks.map((talk) => ({ ...talk, speaker: show(talk.speaker) })),
    })),
    words: lists.map((list) => ({
      ...list,
      words: list.words.map((word) => ({ ...word, sides: [shown(word.sides[0]), shown(word.sides[1])] })),
    })),
    steps: steps.map(({ questions, people, ...step }) => ({
      ...step,
      questions: questions.map((q) => ({ ...q, asker: show(q.asker) })),
      people: { ...people, gone: people.gone.map(show), came: people.came.map(show) },
    })),
  };
}

/** A comparison with what is chosen of it to be shown. */
export function showComparison(compared: Comparison, names: Names, lang: Lang): ShownComparison {
  const w = words(lang);
  const comparison = withNames(compared, names);
  const labels = comparison.sides.map(({ side }) => side.label);
  const lists = comparison.words.map(({ side, words: list }): ShownWords => {
    const of = (verdict: ComparedWord['verdict']) => list.filter((word) => word.verdict === verdict);
    const isPair = labels.length === 2;
    const differs = of('differs');
    return {
      columns: isPair ? [labels[0]!, labels[1]!] : [others(lang), labels[side]!],
      heading: isPair ? w.compare.differs : w.compare.differsOf(labels[side]!),
      differs: differs.slice(0, mostWords),
      more: Math.max(0, differs.length - mostWords),
      fewVoices: of('few-voices').slice(0, mostFewVoices),
      tested: list.filter((word) => word.chance !== null).length,
      all: list.length,
    };
  });
  return { comparison, w, lang, labels, lists };
}

const others = (lang: Lang) => (lang === 'zh' ? '其余' : 'the others');

/** A rate as people read it: one decimal below ten. */
export const rateText = (rate: number): string =>
  rate === 0 ? '0' : rate < 10 ? rate.toFixed(1) : String(Math.round(rate));

/** A word's change, and whose it is where it is one person's. */
export function voicesText({ w }: ShownComparison, word: ComparedWord): string {
  const more = word.sides[word.delta > 0 ? 1 : 0];
  return isOneVoice(more) ? w.compare.voice(more.voices[0]![1], more.messages) : '';
}

/** Dates in a row as one: a few by name, many by their number. */
export function datesText({ w }: ShownComparison, dates: readonly string[]): string {
  if (dates.length <= 5) return dates.join(w.marks.list);
  return w.compare.missingMany(dates.length, dates[0]!, dates.at(-1)!);
}

/** A day's address, `group/date`. */
export const dayText = ({ group, date }: OfDay): string => `${group}/${date}`;
/** A message's address, `group/date#n`. */
export const addressText = ({ group, date, n }: Address): string => `${group}/${date}#${n}`;

/** What the logs lack, and what stands on more than one side, in sentences. */
export function remarks(shown: ShownComparison): string[] {
  const { comparison, w } = shown;
  // a side of one group is named after it
  const named = ({ label, group }: Comparison['sides'][number]['side'], of: string) =>
    group !== null && label.startsWith(group) ? '' : of;
  const missing = comparison.sides.flatMap(({ side, missing: lacking }) =>
    lacking.map(({ group, dates }) =>
      w.compare.missing(side.label, named(side, group), datesText(shown, dates)),
    ),
  );
  const { shared } = comparison;
  return shared.length ? [...missing, w.compare.shared(datesText(shown, shared.map(dayText)))] : missing;
}

/** Rows of figures about the sides: what it is, and what each side has. */
export function glanceRows({ comparison, w }: ShownComparison): [string, string[]][] {
  const { rows, answered } = w.compare;
  const each = (of: (side: Comparison['sides'][number]) => string | number) =>
    comparison.sides.map((side) => String(of(side)));
  return [
    [rows.days, each((s) => s.pace.days)],
    [rows.messages, each((s) => s.pace.messages)],
    [rows.perDay, each((s) => (s.pace.days ? Math.round(s.pace.messages / s.pace.days) : 0))],
    [rows.people, each((s) => s.pace.people)],
    [rows.threads, each((s) => s.pace.threads)],
    [rows.questions, each((s) => answered(s.pace.questions, s.pace.answered))],
    [rows.talks, each((s) => s.talks.length)],
  ];
}

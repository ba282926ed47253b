import { type DayAnalysis, guestTalks } from '../analysis/index.js';
import {
  type Address,
  type DayQuestions,
  type DaySlice,
  daySliceOf,
  type OfDay,
  questionsOf,
} from '../corpus/index.js';

/** A message as a comparison quotes it. */
export interface Quoted {
  time: string;
  speaker: string;
  text: string;
}

/** What a comparison keeps of a day (一天，供对比). */
export interface ComparedDay extends OfDay {
  slice: DaySlice;
  questions: DayQuestions;
  /** Messages in each hour of the clock, second copies left out. */
  hours: number[];
  /** Who spoke → messages, second copies left out. */
  people: Map<string, number>;
  talks: { at: Address; speaker: string; title: string }[];
  /** Counted messages by number. */
  texts: Map<number, Quoted>;
}

/**
 * The part of a day that comparisons read.
 * @param stopwords folded words that say nothing of what is talked about
 * @throws where the analysis was made without `tokens`
 */
export function comparedDayOf(analysis: DayAnalysis, stopwords: ReadonlySet<string>): ComparedDay {
  const { group, date } = analysis;
  const slice = daySliceOf(analysis, stopwords);
  const hours = Array.from({ length: 24 }, () => 0);
  const people = new Map<string, number>();
  for (const { duplicateOf, speaker, time } of analysis.messages) {
    if (duplicateOf !== null || speaker === '') continue;
    people.set(speaker, (people.get(speaker) ?? 0) + 1);
    const hour = Number(time.slice(0, 2));
    if (hour in hours) hours[hour]!++;
  }
  const texts = new Map(
    slice.words.messages.n.map((n) => {
      const { time, speaker, text } = analysis.messages[n - 1]!;
      return [n, { time, speaker, text }];
    }),
  );
  const talks = guestTalks(analysis).map(({ speaker, title, passages, discussion }) => ({
    at: { group, date, n: passages[0] ?? discussion[0] ?? 1 },
    speaker,
    title,
  }));
  return { group, date, slice, questions: questionsOf(analysis, stopwords), hours, people, talks, texts };
}

import type { Address, OfDay } from '../corpus/index.js';
import type { Topics } from '../topics/index.js';
import type { ComparedDay } from './day.js';
import { comingsAndGoings, type Pace, paceOf } from './pace.js';
import { isOn, type Missing, missingDays, type Side } from './sides.js';
import { type PairedTopic, pairTopics } from './topics.js';
import { type CarriedQuestion, type ContinuedThread, carriedQuestions, continuedThreads } from './went-on.js';
import { type ComparedWord, compareWords } from './words.js';

/** A side with what it holds. */
export interface ComparedSide {
  side: Side;
  days: ComparedDay[];
  /** Days that it should have and the logs do not. */
  missing: Missing[];
  pace: Pace;
  /** By group and date. */
  talks: { at: Address; speaker: string; title: string }[];
}

/** What sets one side apart from the one before it or, of three or more, from all others together. */
export interface WordsOfSide {
  /** Place of the side that stands second in each word's `sides`. */
  side: number;
  words: ComparedWord[];
}

/** Sides next to each other (对比). */
export interface Comparison {
  sides: ComparedSide[];
  /** Of two sides one list, the second against the first; of more one a side. */
  words: WordsOfSide[];
  topics: PairedTopic[];
  /** Between each side and the next. */
  steps: {
    threads: ContinuedThread[];
    questions: CarriedQuestion[];
    people: { gone: string[]; came: string[]; both: number };
  }[];
  /** Days that stand on more than one side. */
  shared: OfDay[];
}

const talksOf = (days: readonly ComparedDay[]): ComparedSide['talks'] =>
  days.flatMap(({ talks }) =>
    talks.held.flatMap(({ group, date, n, speaker, title }) =>
      title === null ? [] : [{ at: { group, date, n }, speaker, title }],
    ),
  );

/**
 * Sets sides next to each other.
 * @param sides two or more
 * @param days all days that the logs have; each stands on any number of sides
 * @param known topics of the workspace as they stand in these days; null where there are none
 */
export function compare(
  sides: readonly Side[],
  days: readonly ComparedDay[],
  known: Topics | null = null,
): Comparison {
  const compared = sides.map((side): ComparedSide => {
    const own = days.filter((day) => isOn(side, day));
    return { side, days: own, missing: missingDays(side, days), pace: paceOf(own), talks: talksOf(own) };
  });
  const slices = compared.map(({ days: own }) => own.map((day) => day.words));
  const others = (i: number) => slices.flatMap((own, j) => (j === i ? [] : own));
  const words =
    sides.length === 2
      ? [{ side: 1, words: compareWords(slices[0]!, slices[1]!) }]
      : sides.map((_, i) => ({ side: i, words: compareWords(others(i), slices[i]!) }));
  const steps = compared.slice(1).map(({ days: after }, i) => {
    const before = compared[i]!.days;
    return {
      threads: continuedThreads(before, after),
      questions: carriedQuestions(before, after),
      people: comingsAndGoings(before, after),
    };
  });
  const shared = days.filter((day) => compared.filter((side) => side.days.includes(day)).length > 1);
  return {
    sides: compared,
    words,
    topics: pairTopics(
      compared.map((side) => side.days),
      known,
    ),
    steps,
    shared: shared.map(({ group, date }) => ({ group, date })),
  };
}

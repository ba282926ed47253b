import type { DayQuestions } from './questions.js';

/** Questions of many days (问答集): each day once, by group and date. */
export interface QuestionCorpus {
  days: DayQuestions[];
}

/** Nothing: the zero of {@link mergeQuestions}. */
export const noQuestions: QuestionCorpus = { days: [] };

const keyOf = (day: DayQuestions) => JSON.stringify([day.group, day.date]);

function inOrder(a: DayQuestions, b: DayQuestions): number {
  if (a.group !== b.group) return a.group < b.group ? -1 : 1;
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

/**
 * What two sets of days add up to. Associative and commutative, so that any tree of merges gives the same bytes; of two
 * versions of one day the one whose JSON sorts last stays, whichever side it comes from.
 */
export function mergeQuestions(a: QuestionCorpus, b: QuestionCorpus): QuestionCorpus {
  const days = new Map<string, DayQuestions>();
  for (const day of [...a.days, ...b.days]) {
    const there = days.get(keyOf(day));
    if (!there || JSON.stringify(there) < JSON.stringify(day)) days.set(keyOf(day), day);
  }
  return { days: [...days.values()].sort(inOrder) };
}

/** A corpus of one day. */
export const corpusOf = (day: DayQuestions): QuestionCorpus => ({ days: [day] });

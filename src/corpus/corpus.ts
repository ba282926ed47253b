import { mergeDays } from './day-set.js';
import type { DayQuestions } from './questions.js';

/** Questions of many days (问答集): each day once, by group and date. */
export interface QuestionCorpus {
  days: DayQuestions[];
}

/** Nothing: the zero of {@link mergeQuestions}. */
export const noQuestions: QuestionCorpus = { days: [] };

/** What two sets of days add up to: see {@link mergeDays}. */
export const mergeQuestions = (a: QuestionCorpus, b: QuestionCorpus): QuestionCorpus => ({
  days: mergeDays(a.days, b.days),
});

/** A corpus of one day. */
export const corpusOf = (day: DayQuestions): QuestionCorpus => ({ days: [day] });

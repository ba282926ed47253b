import type { DayAnalysis } from '../analysis/index.js';
import {
  type Address,
  addressOf,
  type DayHistory,
  type OldAnswer,
  type OpenQuestion,
} from '../corpus/index.js';
import type { Names } from '../privacy/index.js';
import { showOldAnswer, textOf } from './exchanges.js';
import type { Before, EarlierQuestion } from './model.js';
import { statementsOf } from './statements.js';

/** So many questions of earlier days are shown: a report is of its day. */
const mostCarried = 5;

/** Nothing came before. */
export const nothingBefore: Before = {
  old: new Map(),
  carried: [],
  moreCarried: 0,
  closed: [],
  continued: [],
};

/** What a day's history shows in its report. `oldAnswers` are looked up for the few questions that are shown. */
export function showBefore(
  history: DayHistory,
  analysis: DayAnalysis,
  oldAnswers: (question: OpenQuestion) => OldAnswer[],
  names: Names,
): Before {
  const earlier = ({ at, asked }: OpenQuestion): EarlierQuestion => ({
    date: at.date,
    n: at.n,
    address: addressOf(at),
    asker: names.show(asked.question[0]!.speaker),
    question: textOf(asked.question, names),
  });
  const shown = [...history.carried].sort((a, b) => b.again.length - a.again.length).slice(0, mostCarried);
  return {
    old: new Map([...history.old].map(([n, old]) => [n, old.map((o) => showOldAnswer(o, names))])),
    carried: shown.map((q) => ({
      ...earlier(q),
      days: q.days,
      again: q.again.map((at: Address) => addressOf(at)),
      old: oldAnswers(q).map((o) => showOldAnswer(o, names)),
    })),
    moreCarried: history.carried.length - shown.length,
    closed: history.closed.map(({ question, answers, by }) => ({
      ...earlier(question),
      by,
      answers: statementsOf(
        answers.map((m) => m.n),
        analysis,
        names,
      ),
    })),
    continued: history.continued.map(({ at, speaker, title, questions }) => ({
      date: at.date,
      n: at.n,
      speaker: names.show(speaker),
      title,
      questions,
    })),
  };
}

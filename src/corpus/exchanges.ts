import { type Standing, standingOf } from '../talks/index.js';
import { type Address, byAddress, daysBetween } from './address.js';
import { keepOpen, QuestionHistory } from './history.js';
import type { Closing, ClosingReason } from './open.js';
import type { Asked, DayQuestions, Said } from './questions.js';
import type { OldAnswer } from './search.js';

/** How a question stands: answered on its day, on a later one, open, dropped after many days, or nothing that waits for an answer. */
export const questionStates = ['answered', 'later', 'open', 'dropped', 'passed'] as const;
export type QuestionState = (typeof questionStates)[number];

/** What one person answered. */
export interface Answer {
  at: Address;
  said: Said[];
  standing: Standing;
  /** From the end of the question, in seconds; null where a date is none. */
  after: number | null;
}

/** A question of some day with all that many days know of it (一问一答). */
export interface Exchange {
  at: Address;
  question: Said[];
  /** The title of its thread. */
  title: string;
  terms: string[];
  talk: Asked['talk'];
  state: QuestionState;
  answers: Answer[];
  /** Why a later day's answer is held to be one; null otherwise. */
  closing: { by: ClosingReason; probability: number } | null;
  /** For how many days it has been open, up to the last day of its group; null where it is not open or a date is none. */
  days: number | null;
  again: Address[];
  old: OldAnswer[];
}

const secondsOfDay = 86_400;

/** Answers by person, in order: one's messages are one answer until somebody else speaks. */
function answersOf(asked: Asked, at: Address, said: readonly Said[], date: string): Answer[] {
  const runs: Said[][] = [];
  for (const m of said) {
    if (runs.at(-1)?.[0]?.speaker === m.speaker) runs.at(-1)!.push(m);
    else runs.push([m]);
  }
  const end = asked.question.at(-1)!.second;
  const days = daysBetween(at.date, date);
  return runs.map((run) => ({
    at: { group: at.group, date, n: run[0]!.n },
    said: run,
    standing: standingOf(run.map((m) => m.text).join('\n'), run[0]!.speaker === asked.talk?.speaker),
    after: days === null ? null : Math.max(0, days * secondsOfDay + run[0]!.second - end),
  }));
}

function exchangeOf(asked: Asked, at: Address, old: OldAnswer[]): Exchange {
  return {
    at,
    question: asked.question,
    title: asked.title,
    terms: asked.terms,
    talk: asked.talk,
    state: asked.answers.length ? 'answered' : 'passed',
    answers: answersOf(asked, at, asked.answers, at.date),
    closing: null,
    days: null,
    again: [],
    old,
  };
}

function close(
  exchange: Exchange,
  { question: { asked, at }, answers, date, by, probability }: Closing,
): void {
  exchange.state = 'later';
  exchange.answers = answersOf(asked, at, answers, date);
  exchange.closing = { by, probability };
}

/**
 * All questions of all days, by address, with what later days did to them and earlier days know about them.
 * @param days by group and date
 * @param keep days after which an open question is dropped
 */
export function exchangesOf(days: readonly DayQuestions[], keep: number = keepOpen): Exchange[] {
  const history = new QuestionHistory(keep);
  const found = new Map<string, Exchange>();
  const at = ({ group, date, n }: Address) => found.get(JSON.stringify([group, date, n]))!;
  for (const day of days) {
    const { old, closed, dropped } = history.next(day);
    for (const asked of day.asked) {
      const address = { group: day.group, date: day.date, n: asked.n };
      found.set(
        JSON.stringify([day.group, day.date, asked.n]),
        exchangeOf(asked, address, old.get(asked.n) ?? []),
      );
    }
    for (const closing of closed) close(at(closing.question.at), closing);
    for (const question of dropped) at(question.at).state = 'dropped';
  }
  for (const { question, until } of history.stillOpen()) {
    const exchange = at(question.at);
    exchange.state = 'open';
    exchange.days = daysBetween(question.at.date, until);
    exchange.again = question.again;
    exchange.old = history.oldAnswers(question, until);
  }
  return [...found.values()].sort((a, b) => byAddress(a.at, b.at));
}

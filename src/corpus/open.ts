import { nameKey, nameParts, personalParts } from '../people/index.js';
import { type Address, daysBetween } from './address.js';
import { type Features, isTerm } from './features.js';
import type { Asked, DayQuestions, Said } from './questions.js';
import { inCommon, type PastAnswers } from './search.js';

/** A question that nobody has answered yet (没人答的问题). */
export interface OpenQuestion {
  at: Address;
  asked: Asked;
  /** Where the same was asked again, still without an answer. */
  again: Address[];
}

/**
 * What speaks for it that a question of an earlier day has its answer: the asker is called by name by somebody who says
 * something about it; the guest to whom it was put does; the asker thanks somebody; the same is asked again and answered.
 */
export const closingReasons = ['called', 'guest', 'thanks', 'again'] as const;
export type ClosingReason = (typeof closingReasons)[number];

/** An answer to a question of an earlier day (隔日回答). */
export interface Closing {
  question: OpenQuestion;
  by: ClosingReason;
  date: string;
  /** The messages that answer; of thanks, the thanks. */
  answers: Said[];
  /** How far to trust it, 0 to 1: a judgement by reason (docs/qa.md), not a frequency. */
  probability: number;
  shared: Features;
}

const trust: Record<ClosingReason, number> = { guest: 0.8, called: 0.7, again: 0.7, thanks: 0.5 };
/** Whoever answers by name does so within so many days; later he means something else. */
const answeredWithin = 3;
const thankedWithin = 1;
/** Two words, or the next day one term, in common: with the asker's name that is evidence enough. */
const fewestWords = 2;
/** The same words again, be they ever so few. */
const sameWords = 0.8;

/** Whether two names are one person's as far as the names show it. */
export function sameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [nameKey(a), nameKey(b)];
  if (!x || !y) return false;
  if (x === y || nameParts(a)[0] === y || nameParts(b)[0] === x) return true;
  const personal = personalParts(a);
  return personal.length > 0 && nameParts(b).some((part) => personal.includes(part));
}

const isTelling = (shared: Features) => shared.some(isTerm) || shared.length >= fewestWords;
/** Whoever asks himself does not answer. */
const asks = /[?？]|吗|请教|请问|方便/;

/** An answer given by name: by anybody, or by the guest whom the question was for. */
function byName(open: OpenQuestion, day: DayQuestions, days: number): Closing | null {
  if (days > answeredWithin) return null;
  const { asked } = open;
  const asker = asked.question[0]!.speaker;
  const isAbout = (shared: Features) => shared.length >= fewestWords || (days <= 1 && isTelling(shared));
  const told = day.calls.filter(
    (call) =>
      !call.answersToday &&
      !asks.test(call.said.text) &&
      !sameName(call.said.speaker, asker) &&
      call.names.some((name) => sameName(name, asker)) &&
      isAbout(inCommon(asked.about, call.about)),
  );
  if (!told.length) return null;
  const isGuest = asked.talk !== null && told.some((c) => sameName(c.said.speaker, asked.talk!.speaker));
  const by = isGuest ? 'guest' : 'called';
  return {
    question: open,
    by,
    date: day.date,
    answers: told.map((c) => c.said),
    probability: trust[by],
    shared: [...new Set(told.flatMap((c) => inCommon(asked.about, c.about)))].sort(),
  };
}

/** The asker thanks somebody by name the next day, for what he asked, before he asks anything else. */
function byThanks(open: OpenQuestion, day: DayQuestions, days: number): Closing | null {
  if (days > thankedWithin) return null;
  const asker = open.asked.question[0]!.speaker;
  const next = day.asked.find((q) => sameName(q.question[0]!.speaker, asker))?.n ?? Number.POSITIVE_INFINITY;
  const thanks = day.thanks.find(
    ({ said, about }) =>
      said.n < next && sameName(said.speaker, asker) && inCommon(open.asked.about, about).length > 0,
  );
  if (!thanks) return null;
  const shared = inCommon(open.asked.about, thanks.about);
  return {
    question: open,
    by: 'thanks',
    date: day.date,
    answers: [thanks.said],
    probability: trust.thanks,
    shared,
  };
}

/** The questions of a day by what they are about: most open questions have nothing in common with any of them. */
function byFeature({ asked }: DayQuestions): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  asked.forEach((q, place) => {
    for (const f of q.about) {
      const list = places.get(f);
      if (list) list.push(place);
      else places.set(f, [place]);
    }
  });
  return places;
}

const none: readonly number[] = [];

/** Questions of the day that ask what is open. */
function sameAgain(
  { asked: { about } }: OpenQuestion,
  day: DayQuestions,
  places: ReturnType<typeof byFeature>,
  past: PastAnswers,
): Asked[] {
  const touched = new Set<number>();
  for (const f of about) for (const place of places.get(f) ?? none) touched.add(place);
  if (!touched.size) return [];
  return [...touched]
    .sort((a, b) => a - b)
    .map((place) => day.asked[place]!)
    .filter(
      (q) =>
        isTelling(inCommon(about, q.about)) &&
        (past.compare(about, q.about).likeness >= sameWords || past.areAlike(about, q.about)),
    );
}

/** What a day does to the questions that are open. */
export interface Step {
  open: OpenQuestion[];
  closed: Closing[];
  dropped: OpenQuestion[];
}

/**
 * Takes the open questions of a group through its next day: those that it answers are closed, those that are asked again
 * say so, those older than `keep` days are dropped, and what it asks and does not answer is open from now on.
 */
export function throughDay(
  open: readonly OpenQuestion[],
  day: DayQuestions,
  past: PastAnswers,
  keep: number,
): Step {
  const step: Step = { open: [], closed: [], dropped: [] };
  const repeats = new Set<number>();
  const places = byFeature(day);
  for (const question of open) {
    const days = daysBetween(question.at.date, day.date) ?? 0;
    if (days > keep) {
      step.dropped.push(question);
      continue;
    }
    const again = sameAgain(question, day, places, past);
    const answered = again.find((q) => q.answers.length > 0);
    const closing =
      byName(question, day, days) ??
      (answered && {
        question,
        by: 'again' as const,
        date: day.date,
        answers: answered.answers,
        probability: trust.again,
        shared: past.compare(question.asked.about, answered.about).shared,
      }) ??
      byThanks(question, day, days);
    if (closing) step.closed.push(closing);
    else {
      for (const q of again) repeats.add(q.n);
      const where = again.map(({ n }) => ({ group: day.group, date: day.date, n }));
      step.open.push(where.length ? { ...question, again: [...question.again, ...where] } : question);
    }
  }
  const answered = day.asked.filter((q) => q.answers.length > 0);
  for (const asked of day.asked) {
    if (asked.answers.length || !asked.wanting || repeats.has(asked.n)) continue;
    // answered where somebody else asked it the same day
    if (answered.some((q) => past.areAlike(asked.about, q.about))) continue;
    step.open.push({ at: { group: day.group, date: day.date, n: asked.n }, asked, again: [] });
  }
  return step;
}

import { ascending } from 'd3-array';
import { type Address, type Exchange, exchangesOf, type ThreadDoc, threadKey } from '../corpus/index.js';
import type { ComparedDay } from './day.js';
import { likeness, vectorsOf } from './vectors.js';

/** A thread of the first side that somebody took up on the second (接着聊). */
export interface ContinuedThread {
  from: ThreadDoc;
  to: ThreadDoc;
  /** Cosine of their words, weighted by how rare they are, in 0..1. */
  likeness: number;
  /** Who speaks in both, sorted. */
  people: string[];
  /** What both speak of, the most telling first. */
  words: string[];
}

/** A question of the first side that was answered on the second, or that nobody has answered up to the second's end. */
export interface CarriedQuestion {
  at: Address;
  text: string;
  asker: string;
  /** First message of the answer; null where the question is still open. */
  answered: Address | null;
}

const fewestMessages = 3;
const leastLikeness = 0.3;
const mostThreads = 8;
const mostWords = 4;

/** Whether a thread comes after another of its group: only then can it go on from it. */
const isAfter = (to: ThreadDoc, from: ThreadDoc) =>
  to.group === from.group && (to.date > from.date || (to.date === from.date && to.id > from.id));

/**
 * Threads that went on from one side to the other: later ones of the same group, alike in at least two telling words, with
 * somebody who speaks in both; each at most once, the most alike first.
 */
export function continuedThreads(a: readonly ComparedDay[], b: readonly ComparedDay[]): ContinuedThread[] {
  const worth = (days: readonly ComparedDay[]) =>
    days.flatMap((day) => day.threads).filter((t) => t.messages.length >= fewestMessages);
  const [first, second] = [worth(a), worth(b)];
  const terms = new Set(
    [...a, ...b].flatMap((day) => day.words.words.flatMap((w) => (w.class === null ? [] : [w.word]))),
  );
  const vectors = vectorsOf([...first, ...second], (word) => terms.has(word));
  const pairs: ContinuedThread[] = [];
  first.forEach((from, i) => {
    second.forEach((to, j) => {
      const people = isAfter(to, from) ? from.people.filter((name) => to.people.includes(name)) : [];
      if (!people.length) return;
      const { cosine, words } = likeness(vectors[i]!, vectors[first.length + j]!);
      if (cosine >= leastLikeness && words.length >= 2)
        pairs.push({ from, to, likeness: cosine, people, words: words.slice(0, mostWords) });
    });
  });
  pairs.sort((p, q) => q.likeness - p.likeness || ascending(threadKey(p.from), threadKey(q.from)));
  const taken = new Set<string>();
  return pairs
    .filter(({ from, to }) => {
      const keys = [`a ${threadKey(from)}`, `b ${threadKey(to)}`];
      if (keys.some((key) => taken.has(key))) return false;
      for (const key of keys) taken.add(key);
      return true;
    })
    .slice(0, mostThreads);
}

const onDays = (days: readonly ComparedDay[]) => {
  const keys = new Set(days.map(({ group, date }) => JSON.stringify([group, date])));
  return ({ group, date }: Address) => keys.has(JSON.stringify([group, date]));
};

/** Whether days have one of the same group after an address: what no day came after has not waited for any. */
function haveLater(days: readonly ComparedDay[]): (at: Address) => boolean {
  const last = new Map<string, string>();
  for (const { group, date } of days) if (date > (last.get(group) ?? '')) last.set(group, date);
  return ({ group, date }) => (last.get(group) ?? '') > date;
}

/**
 * Questions of the first side that waited for the second: answered there, or open still where it has a later day of their
 * group. By address.
 */
export function carriedQuestions(a: readonly ComparedDay[], b: readonly ComparedDay[]): CarriedQuestion[] {
  const [isFirst, isSecond, isWaiting] = [onDays(a), onDays(b), haveLater(b)];
  const days = [
    ...new Map([...a, ...b].map((d) => [JSON.stringify([d.group, d.date]), d.questions])).values(),
  ];
  days.sort((x, y) => ascending(x.group, y.group) || ascending(x.date, y.date));
  const carried = ({ at, state, answers }: Exchange) =>
    isFirst(at) &&
    (state === 'open' ? isWaiting(at) : state === 'later' && answers[0] && isSecond(answers[0].at));
  return exchangesOf(days)
    .filter(carried)
    .map(({ at, question, answers, state }) => ({
      at,
      text: question.map((m) => m.text).join(' '),
      asker: question[0]!.speaker,
      answered: state === 'later' ? answers[0]!.at : null,
    }));
}

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

/** A question of the first side that was answered on the second, or that nobody has answered on either. */
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

/**
 * Threads that went on from one side to the other: alike in at least two telling words, with somebody who speaks in both;
 * each at most once, the most alike first.
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
      const people = from.group === to.group ? from.people.filter((name) => to.people.includes(name)) : [];
      if (!people.length || threadKey(from) === threadKey(to)) return;
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

/** Questions of the first side that waited for the second: answered there, or open still. By address. */
export function carriedQuestions(a: readonly ComparedDay[], b: readonly ComparedDay[]): CarriedQuestion[] {
  const [isFirst, isSecond] = [onDays(a), onDays(b)];
  const days = [
    ...new Map([...a, ...b].map((d) => [JSON.stringify([d.group, d.date]), d.questions])).values(),
  ];
  days.sort((x, y) => ascending(x.group, y.group) || ascending(x.date, y.date));
  const carried = ({ at, state, answers }: Exchange) =>
    isFirst(at) && (state === 'open' || (state === 'later' && answers[0] && isSecond(answers[0].at)));
  return exchangesOf(days)
    .filter(carried)
    .map(({ at, question, answers, state }) => ({
      at,
      text: question.map((m) => m.text).join(' '),
      asker: question[0]!.speaker,
      answered: state === 'later' ? answers[0]!.at : null,
    }));
}

import type { DaySlice, ThreadDoc } from '../corpus/index.js';
import { type Domain, introductions } from '../threads/index.js';

/** A stretch of a thread (片段) with its words by how many of its messages have them. */
export interface Passage {
  /** Place of its thread. */
  thread: number;
  messages: number;
  words: ReadonlyMap<string, number>;
}

/** What topics are found in: threads, and the passages that they fall into; a thread without passages is of no topic. */
export interface Material {
  threads: ThreadDoc[];
  passages: Passage[];
}

/** Messages of a passage, about: a thread of a hundred messages drifts, ten of them are on one thing. */
const passageLength = 10;

/** Threads of these domains have topics; small talk has none (闲聊不归类). */
const sorted: ReadonlySet<Domain> = new Set(['payments', 'work']);

/** The numbers of a thread's messages in stretches of nearly equal length. */
function stretches(numbers: readonly number[]): number[][] {
  const parts = Math.max(1, Math.round(numbers.length / passageLength));
  const cut = (part: number) => Math.floor((part * numbers.length) / parts);
  return Array.from({ length: parts }, (_, part) => numbers.slice(cut(part), cut(part + 1)));
}

/** The threads of days that topics are made of, in the order of the days given, cut into passages. */
export function materialOf(days: readonly DaySlice[]): Material {
  const threads: ThreadDoc[] = [];
  const passages: Passage[] = [];
  for (const day of days) {
    const said = new Map<number, string[]>();
    for (const { word, messages } of day.words.words)
      for (const n of messages) {
        const list = said.get(n);
        if (list) list.push(word);
        else said.set(n, [word]);
      }
    for (const thread of day.threads) {
      if (!sorted.has(thread.domain)) continue;
      // who says who he is speaks of companies and trades of all kinds: in a short span that would make a topic
      const told = thread.title === introductions ? [] : stretches(thread.messages);
      for (const numbers of told) {
        const words = new Map<string, number>();
        for (const n of numbers)
          for (const word of said.get(n) ?? []) words.set(word, (words.get(word) ?? 0) + 1);
        passages.push({ thread: threads.length, messages: numbers.length, words });
      }
      threads.push(thread);
    }
  }
  return { threads, passages };
}

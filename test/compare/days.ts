import type { DayWords } from '../../src/corpus/index.js';

/** Who says which words, a message each. */
export type Message = readonly [speaker: string, ...words: string[]];

/** The words of a day made on purpose. */
export function dayOf(date: string, messages: readonly Message[], group = '灯塔'): DayWords {
  const speakers = [...new Set(messages.map(([speaker]) => speaker))].sort();
  const words = [...new Set(messages.flatMap(([, ...own]) => own))].sort();
  return {
    group,
    date,
    speakers,
    messages: {
      n: messages.map((_, i) => i + 1),
      speaker: messages.map(([speaker]) => speakers.indexOf(speaker)),
      thread: messages.map(() => 1),
    },
    words: words.map((word) => {
      const at = messages.flatMap(([, ...own], i) => (own.includes(word) ? [i + 1] : []));
      return { word, form: word, class: null, known: false, count: at.length, messages: at };
    }),
  };
}

/** A generator of numbers in 0..1 that gives the same ones every time (mulberry32). */
export function steady(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const trade = Array.from({ length: 60 }, (_, i) => `词${i}`);

/** A day of ordinary talk: 400 messages of 40 people, three words each, common words more often. */
export function ordinaryDay(seed: number): Message[] {
  const random = steady(seed);
  return Array.from({ length: 400 }, (): Message => {
    const word = () => trade[Math.floor(trade.length * random() ** 2)]!;
    return [`人${Math.floor(40 * random())}`, word(), word(), word()];
  });
}

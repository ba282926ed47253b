import type { Turn } from './turn.js';

/** What is asked of every question and every turn behind it, in numbers. By place of the turn. */
export interface Columns {
  /** Who speaks, and how many people there are. */
  who: Int32Array;
  people: number;
  parent: Int32Array;
  thread: Int32Array;
  second: Float64Array;
  /** Whom a turn calls. */
  calls: readonly (readonly number[])[];
  /** The words of a turn, each once, and how many there are in the day. */
  words: readonly (readonly number[])[];
  vocabulary: number;
  /** How rare each word is: log2 of the turns over those that have it. */
  rarity: Float64Array;
}

/** Gives names numbers, from 0 on. */
function numbering(): { numbers: Map<string, number>; of(name: string): number } {
  const numbers = new Map<string, number>();
  const of = (name: string) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  };
  return { numbers, of };
}

const none: readonly number[] = [];

export function columnsOf(turns: readonly Turn[]): Columns {
  const people = numbering();
  const vocabulary = numbering();
  /** How many turns have each word, and the last of them. */
  const counts: number[] = [];
  const lastWith: number[] = [];
  const words = turns.map((t, i) => {
    if (!t.words.length) return none;
    const own: number[] = [];
    for (const word of t.words) {
      const w = vocabulary.of(word);
      if (lastWith[w] === i) continue;
      lastWith[w] = i;
      counts[w] = (counts[w] ?? 0) + 1;
      own.push(w);
    }
    return own;
  });
  return {
    who: Int32Array.from(turns, (t) => people.of(t.speaker)),
    parent: Int32Array.from(turns, (t) => t.parent),
    thread: Int32Array.from(turns, (t) => t.thread),
    second: Float64Array.from(turns, (t) => t.second),
    calls: turns.map((t) => (t.calls.length ? t.calls.map(people.of) : none)),
    people: people.numbers.size,
    words,
    vocabulary: vocabulary.numbers.size,
    rarity: Float64Array.from(counts, (count) => Math.log2(turns.length / count)),
  };
}

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

/** The words of each turn as numbers, each once, and how many turns have each. */
function wordsOf(turns: readonly Turn[]): { words: (readonly number[])[]; counts: number[] } {
  const vocabulary = numbering();
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
  return { words, counts };
}

/** Lays what is asked of turns over and over into columns, people and words by number. */
export function columnsOf(turns: readonly Turn[]): Columns {
  const people = numbering();
  const who = new Int32Array(turns.length);
  const parent = new Int32Array(turns.length);
  const thread = new Int32Array(turns.length);
  const second = new Float64Array(turns.length);
  turns.forEach((t, i) => {
    who[i] = people.of(t.speaker);
    parent[i] = t.parent;
    thread[i] = t.thread;
    second[i] = t.second;
  });
  const calls = turns.map((t) => (t.calls.length ? t.calls.map(people.of) : none));
  const { words, counts } = wordsOf(turns);
  return {
    who,
    people: people.numbers.size,
    parent,
    thread,
    second,
    calls,
    words,
    vocabulary: counts.length,
    rarity: Float64Array.from(counts, (count) => Math.log2(turns.length / count)),
  };
}

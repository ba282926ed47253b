import type { Message } from '../read/index.js';
import { nestingOf, type Runs } from './runs.js';
import type { WordBook } from './word-book.js';

/** What the runs of a day are judged by, besides themselves. */
export interface RunScene {
  messages: readonly Message[];
  runs: Runs;
  book: WordBook;
  /** The lists that have each run, in the bits of `listBits`. */
  lists: Uint8Array;
  /** In how many of its places a longer recurring run holds each run. */
  nested: Int32Array;
  /** Each message's speaker, by number. */
  speakers: Int32Array;
  /** How often somebody looked who says a run, and by speaker the look at which he was counted last. */
  looks: number;
  countedAt: Int32Array;
}

/** Works out what all runs of a day share, before each is looked at by itself. */
export function runSceneOf(messages: readonly Message[], runs: Runs, book: WordBook): RunScene {
  const numbers = new Map<string, number>();
  const speakers = Int32Array.from(messages, ({ speaker }) => {
    const number = numbers.get(speaker) ?? numbers.size;
    numbers.set(speaker, number);
    return number;
  });
  const countedAt = new Int32Array(numbers.size);
  const lists = new Uint8Array(runs.size);
  for (let run = 0; run < runs.size; run++)
    if (book.listed.mayHave(runs.hashes[run]!)) lists[run] = book.listed.listsWith(runs.folded(run));
  return { messages, runs, book, lists, nested: nestingOf(runs), speakers, looks: 0, countedAt };
}

import { Candidates } from './candidates.js';
import { History } from './history.js';
import { messageFeatures, messageRow } from './message-features.js';
import { PairDescriber, pairFeatures } from './pair-features.js';
import { Row } from './row.js';
import type { Scene } from './scene.js';

/** A day to learn from: for each message its parents by index, itself where it starts a thread; none where nobody annotated it. */
export interface AnnotatedScene {
  scene: Scene;
  parents: readonly (readonly number[])[];
}

/** Sparse rows, one after another; row `r` is from `ends[r]` up to `ends[r + 1]`. */
export class Rows {
  index: Uint16Array = new Uint16Array(1 << 16);
  value: Float32Array = new Float32Array(1 << 16);
  readonly ends: number[] = [0];

  push(row: Row): void {
    const from = this.ends.at(-1)!;
    const to = from + row.count;
    if (to > this.index.length) this.grow(2 * to);
    for (let a = 0; a < row.count; a++) {
      this.index[from + a] = row.index[a]!;
      this.value[from + a] = row.value[a]!;
    }
    this.ends.push(to);
  }

  private grow(size: number): void {
    const [index, value] = [new Uint16Array(size), new Float32Array(size)];
    index.set(this.index);
    value.set(this.value);
    this.index = index;
    this.value = value;
  }
}

/** One day's features, ready to learn from: the pairs of example `e` are `first[e]` up to `first[e + 1]`. */
export interface Examples {
  messages: Rows;
  pairs: Rows;
  /** The message of each example, and whether starting a thread is right (1). */
  of: number[];
  starts: number[];
  first: number[];
  /** The candidate of each pair, and whether it is right (1). */
  candidate: number[];
  right: number[];
}

/**
 * Describes a day for learning. Messages whose annotated parent is no candidate teach nothing and are left out.
 * @param history the links that earlier messages are taken to have
 */
export function examplesOf({ scene, parents }: AnnotatedScene, history: ArrayLike<number>): Examples {
  const ex: Examples = {
    messages: new Rows(),
    pairs: new Rows(),
    of: [],
    starts: [],
    first: [0],
    candidate: [],
    right: [],
  };
  const past = new History(scene);
  const describe = new PairDescriber(scene, past);
  const found = new Candidates(scene);
  const row = new Row(Math.max(messageFeatures.length, pairFeatures.length));
  for (let i = 0; i < scene.utterances.length; i++) {
    messageRow(row, i, scene);
    ex.messages.push(row);
    const gold = parents[i]!;
    found.find(i, past);
    if (
      found.count &&
      (gold.includes(i) || found.at.subarray(0, found.count).some((j) => gold.includes(j)))
    ) {
      describe.turnTo(i);
      for (let c = 0; c < found.count; c++) {
        const j = found.at[c]!;
        describe.fill(row, j, found.turns[c]!, found.pause[c]!, found.own[c]!, found.far[c] === 1);
        ex.pairs.push(row);
        ex.candidate.push(j);
        ex.right.push(gold.includes(j) ? 1 : 0);
      }
      ex.of.push(i);
      ex.first.push(ex.candidate.length);
      ex.starts.push(gold.includes(i) ? 1 : 0);
    }
    past.add(i, history[i]!);
  }
  return ex;
}

import { Candidates, mostCandidates } from './candidates.js';
import { History } from './history.js';
import { messageFeatures, messageRow } from './message-features.js';
import type { LinkModel } from './model.js';
import { addRow, type Layout, layoutOf, outputOf } from './network.js';
import { PairDescriber, type PairGroup, pairFeatures, pairGroups } from './pair-features.js';
import { Row } from './row.js';
import type { Scene } from './scene.js';

/**
 * Links a day with a model, message by message (解码). A message goes to the thread whose messages together have the most
 * probability, and there to the most probable one: evidence that is spread over a thread's messages adds up, so that one
 * strong but wrong candidate does not glue two threads together. After `weigh(i)`, `at` and `probability` hold the kept
 * candidates of `i`, `starting` the probability that it starts a thread.
 */
export class Linker {
  readonly history: History;
  /** Of the kept candidates: index, probability, score. */
  readonly at = new Int32Array(mostCandidates);
  readonly probability = new Float64Array(mostCandidates);
  readonly score = new Float64Array(mostCandidates);
  /** How many candidates were kept. */
  count = 0;
  starting = 0;
  private startScore = 0;
  private readonly layout: Layout;
  private readonly describe: PairDescriber;
  private readonly candidates: Candidates;
  private readonly row = new Row(Math.max(messageFeatures.length, pairFeatures.length));
  /** What the message brings to the hidden units as the one that replies, and what each message brings as a candidate. */
  private readonly own: Float64Array;
  private readonly theirs: Float64Array;
  private readonly hidden: Float64Array;
  private readonly startHidden: Float64Array;
  /** What each message brings to the first look as a candidate. */
  private readonly glances: Float64Array;
  /** The best candidates at the first look, by their place among all, and how they look. */
  private readonly kept = new Int32Array(mostCandidates);
  private readonly rough = new Float64Array(mostCandidates);
  /** By root: the probability of a thread's candidates together. */
  private readonly mass: Float64Array;

  constructor(
    private readonly scene: Scene,
    private readonly model: LinkModel,
  ) {
    const n = scene.utterances.length;
    const { shape } = model.network;
    this.layout = layoutOf(shape);
    this.history = new History(scene);
    this.describe = new PairDescriber(scene, this.history);
    this.candidates = new Candidates(scene);
    this.own = new Float64Array(shape.hidden);
    this.hidden = new Float64Array(shape.hidden);
    this.startHidden = new Float64Array(shape.startHidden);
    this.theirs = new Float64Array(n * shape.hidden);
    this.glances = new Float64Array(n);
    this.mass = new Float64Array(n);
  }

  /** Scores message `i`; all before it have been added. */
  weigh(i: number): void {
    this.readMessage(i);
    this.candidates.find(i, this.history);
    this.describe.turnTo(i);
    this.glance();
    const { shape, weights } = this.model.network;
    const { pair, out } = this.layout;
    const width = shape.hidden;
    const { at, turns, pause, own, far } = this.candidates;
    for (let k = 0; k < this.count; k++) {
      const c = this.kept[k]!;
      const j = at[c]!;
      this.describe.fill(this.row, j, turns[c]!, pause[c]!, own[c]!, far[c] === 1);
      const theirs = j * width;
      for (let h = 0; h < width; h++) this.hidden[h] = this.own[h]! + this.theirs[theirs + h]!;
      addRow(this.hidden, 0, this.row, weights, pair, width);
      this.at[k] = j;
      this.score[k] = outputOf(this.hidden, 0, weights, out, width);
    }
    this.toProbabilities();
  }

  /** What the message alone brings to its hidden units: as the one that replies, as a candidate later, as a start. */
  private readMessage(i: number): void {
    const { row, layout: at } = this;
    const { shape, weights } = this.model.network;
    messageRow(row, i, this.scene);
    for (let h = 0; h < shape.hidden; h++) this.own[h] = weights[at.bias + h]!;
    for (let h = 0; h < shape.startHidden; h++) this.startHidden[h] = weights[at.startBias + h]!;
    addRow(this.own, 0, row, weights, at.own, shape.hidden);
    addRow(this.theirs, i * shape.hidden, row, weights, at.candidate, shape.hidden);
    addRow(this.startHidden, 0, row, weights, at.start, shape.startHidden);
    this.startScore =
      weights[at.startShift]! + outputOf(this.startHidden, 0, weights, at.startOut, shape.startHidden);
    const { glance } = this.model;
    let z = 0;
    for (let a = 0; a < row.count; a++) z += row.value[a]! * glance.message[row.index[a]!]!;
    this.glances[i] = z;
  }

  /** Leaves out all but the `keep` candidates that look best at a glance. */
  private glance(): void {
    const { glance, keep } = this.model;
    const { at, count } = this.candidates;
    this.count = 0;
    for (let c = 0; c < count; c++) {
      const j = at[c]!;
      const z = this.glances[j]! + this.describe.glance(j, glance.pair);
      let k = this.count < keep ? this.count++ : keep;
      if (k === keep) {
        if (z <= this.rough[keep - 1]!) continue;
        k = keep - 1;
      }
      for (; k > 0 && this.rough[k - 1]! < z; k--) {
        this.rough[k] = this.rough[k - 1]!;
        this.kept[k] = this.kept[k - 1]!;
      }
      this.rough[k] = z;
      this.kept[k] = c;
    }
  }

  /** Turns the scores of the kept candidates and of starting a thread into probabilities (softmax). */
  private toProbabilities(): void {
    const { startBias, temperature } = this.model;
    const start = this.startScore + startBias;
    let top = start;
    for (let k = 0; k < this.count; k++) top = Math.max(top, this.score[k]!);
    this.starting = Math.exp((start - top) / temperature);
    let all = this.starting;
    for (let k = 0; k < this.count; k++) {
      this.probability[k] = Math.exp((this.score[k]! - top) / temperature);
      all += this.probability[k]!;
    }
    this.starting /= all;
    for (let k = 0; k < this.count; k++) this.probability[k]! /= all;
  }

  /** The parent of the message that was weighed: the best of the best thread, or itself. */
  choose(i: number): number {
    const { mass, count, at, probability } = this;
    const { roots } = this.history;
    let [best, most, thread] = [i, this.starting, -1];
    for (let k = 0; k < count; k++) mass[roots[at[k]!]!] = 0;
    for (let k = 0; k < count; k++) {
      const root = roots[at[k]!]!;
      mass[root]! += probability[k]!;
      if (mass[root]! > most) [most, thread] = [mass[root]!, root];
    }
    let high = -1;
    for (let k = 0; k < count; k++)
      if (roots[at[k]!] === thread && probability[k]! > high) [high, best] = [probability[k]!, at[k]!];
    return best;
  }

  /** How probable the model holds `parent` for the message that was weighed, 0 to 1; itself: that it starts a thread. */
  probabilityOf(i: number, parent: number): number {
    if (parent === i) return this.starting;
    for (let k = 0; k < this.count; k++) if (this.at[k] === parent) return this.probability[k]!;
    return 0;
  }

  /** The parents, other than itself, that the model holds at least so probable for the message that was weighed. */
  alternatives(least: number): Alternative[] {
    const told: Alternative[] = [];
    for (let k = 0; k < this.count; k++)
      if (this.probability[k]! >= least)
        told.push({ parent: this.at[k]!, probability: this.probability[k]! });
    return told;
  }

  /**
   * What each group of evidence brings to the score of kept candidate `k` of the message that was weighed: its score less
   * what it would be without the group, in the order of {@link evidenceGroups}.
   */
  evidence(k: number): number[] {
    const { shape, weights } = this.model.network;
    const { pair, out } = this.layout;
    const { turns, pause, own, far } = this.candidates;
    const c = this.kept[k]!;
    const j = this.at[k]!;
    const width = shape.hidden;
    this.describe.fill(this.row, j, turns[c]!, pause[c]!, own[c]!, far[c] === 1);
    return evidenceGroups.map((name, left) => {
      const rest = new Row(pairFeatures.length);
      for (let a = 0; a < this.row.count; a++) {
        const feature = this.row.index[a]!;
        if (groupOf[feature] !== left) rest.set(feature, this.row.value[a]!);
      }
      const theirs = name === 'candidate' ? 0 : 1;
      for (let h = 0; h < width; h++) this.hidden[h] = this.own[h]! + theirs * this.theirs[j * width + h]!;
      addRow(this.hidden, 0, rest, weights, pair, width);
      return this.score[k]! - outputOf(this.hidden, 0, weights, out, width);
    });
  }

  /** Adds the link of message `i` to the history. */
  add(i: number, parent: number): void {
    this.history.add(i, parent);
  }
}

/** Groups of evidence that `huati explain` names: those of a pair, and what the candidate is in itself. */
export const evidenceGroups = [...(Object.keys(pairGroups) as PairGroup[]), 'candidate'] as const;
export type EvidenceGroup = (typeof evidenceGroups)[number];

/** The place in {@link evidenceGroups} of each pair feature's group. */
const groupOf = Int32Array.from(pairFeatures, (name) =>
  Object.values(pairGroups).findIndex((names) => (names as readonly string[]).includes(name)),
);

/** A message that another may go on from, and how probable that is. */
export interface Alternative {
  parent: number;
  probability: number;
}

/** Less probable parents are not told. */
const leastTold = 0.02;

/**
 * The parent of every message by a model, as indices, itself where a thread starts; how probable each is; and the other
 * messages that each may go on from.
 */
export function linkByModel(
  scene: Scene,
  model: LinkModel,
): { parents: number[]; probabilities: number[]; alternatives: Alternative[][] } {
  const linker = new Linker(scene, model);
  const probabilities: number[] = [];
  const alternatives: Alternative[][] = [];
  const parents = scene.utterances.map((_, i) => {
    linker.weigh(i);
    const parent = linker.choose(i);
    probabilities.push(linker.probabilityOf(i, parent));
    alternatives.push(linker.alternatives(leastTold));
    linker.add(i, parent);
    return parent;
  });
  return { parents, probabilities, alternatives };
}

import { mostCandidates } from './candidates.js';
import type { Examples, Rows } from './examples.js';
import { messageFeatures } from './message-features.js';
import { type Layout, layoutOf, type Shape } from './network.js';
import { pairFeatures } from './pair-features.js';
import { randomOf, shuffle } from './random.js';
import { slopeOf } from './slope.js';

/** How a network is trained; written into the model's file. */
export interface Recipe {
  hidden: number;
  startHidden: number;
  epochs: number;
  /** Messages in a step. */
  batch: number;
  /** Learning rate at first; it falls to zero in a straight line. */
  rate: number;
  /** Weight decay, decoupled from the gradient. */
  decay: number;
  /** Share of hidden units left out at each message. */
  dropout: number;
  seed: number;
}

/** Adam's moments and guard against division by zero, as in Kingma and Ba 2015. */
const first = 0.9;
const second = 0.999;
const guard = 1e-8;
/** Weights begin anywhere between these and their opposites. */
const firstWeights = { hidden: 0.25, out: 0.3 };
/** What hardly changes a probability is not worth a step. */
const negligible = 1e-5;

const shapeOf = ({ hidden, startHidden }: Recipe): Shape => ({
  messages: messageFeatures.length,
  pairs: pairFeatures.length,
  hidden,
  startHidden,
});

/** Adds row `r` times a block of weights to `into`, from `to` on. */
function forward(
  into: Float64Array,
  to: number,
  rows: Rows,
  r: number,
  w: Float64Array,
  block: number,
  width: number,
) {
  const end = rows.ends[r + 1]!;
  for (let a = rows.ends[r]!; a < end; a++) {
    const x = rows.value[a]!;
    const from = block + rows.index[a]! * width;
    for (let h = 0; h < width; h++) into[to + h]! += x * w[from + h]!;
  }
}

/** Adds to the gradient of a block what row `r` has to answer for. */
function backward(
  grad: Float64Array,
  block: number,
  rows: Rows,
  r: number,
  delta: Float64Array,
  from: number,
  width: number,
) {
  const end = rows.ends[r + 1]!;
  for (let a = rows.ends[r]!; a < end; a++) {
    const x = rows.value[a]!;
    const to = block + rows.index[a]! * width;
    for (let h = 0; h < width; h++) grad[to + h]! += x * delta[from + h]!;
  }
}

/** One network while it learns, with the room that a step needs. */
class Learner {
  readonly weights: Float64Array;
  private readonly at: Layout;
  private readonly grad: Float64Array;
  private readonly mean: Float64Array;
  private readonly square: Float64Array;
  private readonly own: Float64Array;
  private readonly ownDelta: Float64Array;
  private readonly start: Float64Array;
  private readonly mask: Float64Array;
  private readonly startMask: Float64Array;
  private readonly pairs: Float64Array;
  /** Of each candidate, and behind them of starting a thread: its score, then the slope of the loss along it. */
  private readonly share = new Float64Array(mostCandidates + 1);
  private steps = 0;

  constructor(
    private readonly recipe: Recipe,
    private readonly random: () => number,
  ) {
    const { hidden, startHidden } = recipe;
    this.at = layoutOf(shapeOf(recipe));
    const { size, bias, out, start, startBias, startOut, startShift } = this.at;
    this.weights = new Float64Array(size);
    this.grad = new Float64Array(size);
    this.mean = new Float64Array(size);
    this.square = new Float64Array(size);
    this.own = new Float64Array(hidden);
    this.pairs = new Float64Array(mostCandidates * hidden);
    this.ownDelta = new Float64Array(hidden);
    this.mask = new Float64Array(hidden);
    this.start = new Float64Array(startHidden);
    this.startMask = new Float64Array(startHidden);
    this.fill(0, bias, firstWeights.hidden);
    this.fill(out, start, firstWeights.out);
    this.fill(start, startBias, firstWeights.hidden);
    this.fill(startOut, startShift, firstWeights.out);
  }

  /** Weights to begin with, at random. */
  private fill(from: number, to: number, most: number): void {
    for (let k = from; k < to; k++) this.weights[k] = (2 * this.random() - 1) * most;
  }

  /** Which hidden units are left out of the next message, the others weighed the more (dropout). */
  private draw(mask: Float64Array): void {
    const keep = 1 - this.recipe.dropout;
    for (let h = 0; h < mask.length; h++) mask[h] = this.random() < keep ? 1 / keep : 0;
  }

  /** Takes in one message: forward, cross entropy, backward. */
  learn(ex: Examples, e: number): void {
    this.draw(this.mask);
    this.draw(this.startMask);
    const count = ex.first[e + 1]! - ex.first[e]!;
    this.scorePairs(ex, e, count);
    this.share[count] = this.scoreStart(ex, ex.of[e]!);
    this.toDeltas(ex, e, count);
    this.backStart(ex, ex.of[e]!, this.share[count]!);
    this.backPairs(ex, e, count);
  }

  private scorePairs(ex: Examples, e: number, count: number): void {
    const { weights: w, at, own, pairs, mask } = this;
    const width = this.recipe.hidden;
    const from = ex.first[e]!;
    for (let h = 0; h < width; h++) own[h] = w[at.bias + h]!;
    forward(own, 0, ex.messages, ex.of[e]!, w, at.own, width);
    for (let c = 0; c < count; c++) {
      const base = c * width;
      for (let h = 0; h < width; h++) pairs[base + h] = own[h]!;
      forward(pairs, base, ex.messages, ex.candidate[from + c]!, w, at.candidate, width);
      forward(pairs, base, ex.pairs, from + c, w, at.pair, width);
      let z = 0;
      for (let h = 0; h < width; h++)
        if (pairs[base + h]! > 0) z += pairs[base + h]! * mask[h]! * w[at.out + h]!;
      this.share[c] = z;
    }
  }

  private scoreStart(ex: Examples, i: number): number {
    const { weights: w, at, start, startMask } = this;
    const width = this.recipe.startHidden;
    for (let h = 0; h < width; h++) start[h] = w[at.startBias + h]!;
    forward(start, 0, ex.messages, i, w, at.start, width);
    let z = w[at.startShift]!;
    for (let h = 0; h < width; h++) if (start[h]! > 0) z += start[h]! * startMask[h]! * w[at.startOut + h]!;
    return z;
  }

  /** Turns scores into the slopes of the loss along them. */
  private toDeltas(ex: Examples, e: number, count: number): void {
    const { share } = this;
    const from = ex.first[e]!;
    let top = share[count]!;
    for (let c = 0; c < count; c++) top = Math.max(top, share[c]!);
    let [all, good] = [0, 0];
    for (let c = 0; c <= count; c++) {
      const x = Math.exp(share[c]! - top);
      share[c] = x;
      all += x;
      if (c === count ? ex.starts[e]! : ex.right[from + c]!) good += x;
    }
    for (let c = 0; c <= count; c++) {
      const right = c === count ? ex.starts[e]! : ex.right[from + c]!;
      share[c] = slopeOf(share[c]!, all, good, right === 1);
    }
  }

  private backStart(ex: Examples, i: number, delta: number): void {
    const { weights: w, grad, at, start, startMask } = this;
    const width = this.recipe.startHidden;
    grad[at.startShift]! += delta;
    for (let h = 0; h < width; h++) {
      const x = Math.max(start[h]!, 0);
      grad[at.startOut + h]! += delta * x * startMask[h]!;
      start[h] = x ? delta * w[at.startOut + h]! * startMask[h]! : 0;
      grad[at.startBias + h]! += start[h]!;
    }
    backward(grad, at.start, ex.messages, i, start, 0, width);
  }

  private backPairs(ex: Examples, e: number, count: number): void {
    const { weights: w, grad, at, pairs, mask, ownDelta } = this;
    const width = this.recipe.hidden;
    const from = ex.first[e]!;
    ownDelta.fill(0);
    for (let c = 0; c < count; c++) {
      const delta = this.share[c]!;
      if (Math.abs(delta) < negligible) continue;
      const base = c * width;
      for (let h = 0; h < width; h++) {
        const x = Math.max(pairs[base + h]!, 0);
        grad[at.out + h]! += delta * x * mask[h]!;
        pairs[base + h] = x ? delta * w[at.out + h]! * mask[h]! : 0;
        ownDelta[h]! += pairs[base + h]!;
      }
      backward(grad, at.candidate, ex.messages, ex.candidate[from + c]!, pairs, base, width);
      backward(grad, at.pair, ex.pairs, from + c, pairs, base, width);
    }
    for (let h = 0; h < width; h++) grad[at.bias + h]! += ownDelta[h]!;
    backward(grad, at.own, ex.messages, ex.of[e]!, ownDelta, 0, width);
  }

  /** A step of Adam over what `count` messages taught. `left` falls from 1 to 0 over the run. */
  step(count: number, left: number): void {
    const { weights: w, grad, mean, square } = this;
    const step = ++this.steps;
    const rate = (this.recipe.rate * left * Math.sqrt(1 - second ** step)) / (1 - first ** step);
    for (let k = 0; k < w.length; k++) {
      const g = grad[k]! / count;
      mean[k] = first * mean[k]! + (1 - first) * g;
      square[k] = second * square[k]! + (1 - second) * g * g;
      w[k]! -= rate * (mean[k]! / (Math.sqrt(square[k]!) + guard) + this.recipe.decay * w[k]!);
    }
    grad.fill(0);
  }
}

/**
 * Trains one network on annotated days: cross entropy of each message's parent among its candidates and "starts a
 * thread", where any annotated parent is right (after Kummerfeld et al. 2019, section 4.2). Same days, same recipe: same weights.
 */
export function trainNetwork(
  days: readonly Examples[],
  recipe: Recipe,
): { shape: Shape; weights: Float64Array } {
  const random = randomOf(recipe.seed);
  const learner = new Learner(recipe, random);
  const order = days.flatMap((day, d) => day.of.map((_, e) => [d, e] as const));
  const { batch, epochs } = recipe;
  const total = Math.ceil(order.length / batch) * epochs;
  let done = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (let b = 0; b < order.length; b += batch) {
      const slice = order.slice(b, b + batch);
      for (const [d, e] of slice) learner.learn(days[d]!, e);
      learner.step(slice.length, 1 - done++ / total);
    }
  }
  return { shape: shapeOf(recipe), weights: learner.weights };
}

import { mostCandidates } from './candidates.js';
import type { Examples } from './examples.js';
import { messageFeatures } from './message-features.js';
import { glanceFeatures, pairFeatures } from './pair-features.js';
import { randomOf, shuffle } from './random.js';
import { slopeOf } from './slope.js';

/** The first look needs no more than to tell the hopeless ones: times through all replies, and learning rate. */
const epochs = 2;
const rate = 0.05;

/** How many weights stand before those of the pair. */
const wide = messageFeatures.length;

/** Which weight a feature of a pair has; -1 where the first look does without it. */
function placesOfPairs(): Int16Array {
  const place = new Int16Array(pairFeatures.length).fill(-1);
  glanceFeatures.forEach((name, k) => {
    place[pairFeatures.indexOf(name)] = wide + k;
  });
  return place;
}

/** The linear first look as it is learned: weights of a candidate's own features, then of those of the pair. */
class GlanceLearner {
  readonly weights = new Float64Array(wide + glanceFeatures.length);
  private readonly squares = new Float64Array(this.weights.length).fill(1e-3);
  private readonly gradient = new Float64Array(this.weights.length);
  private readonly chances = new Float64Array(mostCandidates);
  private readonly place = placesOfPairs();

  /** A gradient step by what one reply answers: softmax over its candidates. */
  learn(ex: Examples, e: number): void {
    if (ex.starts[e]) return;
    const [from, to] = [ex.first[e]!, ex.first[e + 1]!];
    const { all, good } = this.weigh(ex, from, to);
    this.gradient.fill(0);
    for (let p = from; p < to; p++) {
      const chance = this.chances[p - from]!;
      const delta = slopeOf(chance, all, good, ex.right[p] === 1);
      this.walk(ex, p, (k, x) => {
        this.gradient[k]! += delta * x;
      });
    }
    this.step();
  }

  /** What speaks for each candidate, up to a factor, and the sums of all and of the right ones. */
  private weigh(ex: Examples, from: number, to: number): { all: number; good: number } {
    const { chances, weights } = this;
    let top = -Infinity;
    for (let p = from; p < to; p++) {
      let sum = 0;
      this.walk(ex, p, (k, x) => {
        sum += x * weights[k]!;
      });
      chances[p - from] = sum;
      top = Math.max(top, sum);
    }
    let [all, good] = [0, 0];
    for (let p = from; p < to; p++) {
      const x = Math.exp(chances[p - from]! - top);
      chances[p - from] = x;
      all += x;
      if (ex.right[p]) good += x;
    }
    return { all, good };
  }

  private walk({ messages, pairs, candidate }: Examples, p: number, visit: (k: number, x: number) => void) {
    const j = candidate[p]!;
    for (let a = messages.ends[j]!; a < messages.ends[j + 1]!; a++)
      visit(messages.index[a]!, messages.value[a]!);
    for (let a = pairs.ends[p]!; a < pairs.ends[p + 1]!; a++) {
      const k = this.place[pairs.index[a]!]!;
      if (k >= 0) visit(k, pairs.value[a]!);
    }
  }

  /** Steps get smaller the more a weight was moved (Adagrad, Duchi et al. 2011). */
  private step(): void {
    const { weights, squares, gradient } = this;
    for (let k = 0; k < weights.length; k++) {
      const g = gradient[k]!;
      if (g === 0) continue;
      squares[k]! += g * g;
      weights[k]! -= (rate * g) / Math.sqrt(squares[k]!);
    }
  }
}

/** Trains the linear first look: softmax over each reply's candidates, plain gradient steps that get smaller. */
export function trainGlance(
  days: readonly Examples[],
  seed: number,
): { message: Float64Array; pair: Float64Array } {
  const learner = new GlanceLearner();
  const random = randomOf(seed);
  const order = days.flatMap((day, d) => day.of.map((_, e) => [d, e] as const));
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const [d, e] of order) learner.learn(days[d]!, e);
  }
  const { weights } = learner;
  return { message: weights.slice(0, wide), pair: weights.slice(wide) };
}

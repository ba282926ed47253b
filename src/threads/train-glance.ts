import type { Examples } from './examples.js';
import { messageFeatures } from './message-features.js';
import { glanceFeatures, pairFeatures } from './pair-features.js';
import { randomOf, shuffle } from './random.js';

const epochs = 2;
const rate = 0.05;

/** Trains the linear first look: softmax over each reply's candidates, plain gradient steps that get smaller (Adagrad). */
export function trainGlance(
  days: readonly Examples[],
  seed: number,
): { message: Float64Array; pair: Float64Array } {
  const wide = messageFeatures.length;
  const place = new Int16Array(pairFeatures.length).fill(-1);
  glanceFeatures.forEach((name, k) => {
    place[pairFeatures.indexOf(name)] = wide + k;
  });
  const w = new Float64Array(wide + glanceFeatures.length);
  const squares = new Float64Array(w.length).fill(1e-3);
  const grad = new Float64Array(w.length);
  const random = randomOf(seed);
  const order = days.flatMap((day, d) => day.of.map((_, e) => [d, e] as const));
  const z = new Float64Array(64);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const [d, e] of order) {
      const ex = days[d]!;
      if (ex.starts[e]) continue;
      const [from, to] = [ex.first[e]!, ex.first[e + 1]!];
      grad.fill(0);
      const walk = (p: number, visit: (feature: number, value: number) => void) => {
        const { messages: m, pairs } = ex;
        const j = ex.candidate[p]!;
        for (let a = m.ends[j]!; a < m.ends[j + 1]!; a++) visit(m.index[a]!, m.value[a]!);
        for (let a = pairs.ends[p]!; a < pairs.ends[p + 1]!; a++) {
          const k = place[pairs.index[a]!]!;
          if (k >= 0) visit(k, pairs.value[a]!);
        }
      };
      let top = -Infinity;
      for (let p = from; p < to; p++) {
        let sum = 0;
        walk(p, (k, x) => {
          sum += x * w[k]!;
        });
        z[p - from] = sum;
        top = Math.max(top, sum);
      }
      let [all, good] = [0, 0];
      for (let p = from; p < to; p++) {
        const x = Math.exp(z[p - from]! - top);
        z[p - from] = x;
        all += x;
        if (ex.right[p]) good += x;
      }
      for (let p = from; p < to; p++) {
        const delta = z[p - from]! / all - (ex.right[p] ? z[p - from]! / Math.max(good, 1e-300) : 0);
        walk(p, (k, x) => {
          grad[k]! += delta * x;
        });
      }
      for (let k = 0; k < w.length; k++) {
        const g = grad[k]!;
        if (g === 0) continue;
        squares[k]! += g * g;
        w[k]! -= (rate * g) / Math.sqrt(squares[k]!);
      }
    }
  }
  return { message: w.slice(0, wide), pair: w.slice(wide) };
}

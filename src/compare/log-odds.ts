import type { Observed } from '../corpus/index.js';

/** Weight of the prior, in observations: what is seen a few times is drawn towards "the same on both sides". */
export const priorWeight = 500;

/**
 * Log-odds ratio with an informative Dirichlet prior, and its z-score: Monroe, Colaresi & Quinn, "Fightin' Words", Political
 * Analysis 16 (2008), equations 16, 18, 19 and 22. The prior of a word is its share of both sides together, times
 * {@link priorWeight}.
 * @returns natural logarithm of the ratio of odds, positive where `a` has more; and it over its standard deviation
 */
export function logOdds(a: Observed, b: Observed): { delta: number; z: number } {
  const prior = (priorWeight * (a.count + b.count)) / (a.total + b.total);
  if (prior === 0) return { delta: 0, z: 0 };
  const logit = ({ count, total }: Observed) =>
    Math.log((count + prior) / (total + priorWeight - count - prior));
  const variance = ({ count }: Observed) => 1 / (count + prior);
  const delta = logit(a) - logit(b);
  return { delta, z: delta / Math.sqrt(variance(a) + variance(b)) };
}

/**
 * Which of many tests hold at a false discovery rate: Benjamini & Hochberg (1995).
 * @param chances probabilities under "no difference", in any order
 * @returns for each, whether it is a discovery
 */
export function discoveries(chances: readonly number[], rate: number): boolean[] {
  const order = chances.map((_, i) => i).sort((i, j) => chances[i]! - chances[j]! || i - j);
  let last = -1;
  order.forEach((i, rank) => {
    if (chances[i]! <= (rate * (rank + 1)) / chances.length) last = rank;
  });
  const held = chances.map(() => false);
  for (const i of order.slice(0, last + 1)) held[i] = true;
  return held;
}

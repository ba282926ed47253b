/** How often something was seen, out of how many times. */
export interface Observed {
  count: number;
  total: number;
}

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

const xlogy = (x: number, y: number) => (x === 0 ? 0 : x * Math.log(y));

/**
 * Probability of a difference as large as this where there is none: log-likelihood ratio of two shares (Dunning 1993)
 * against χ² with one degree of freedom. Unlike a z-score it holds for counts of 0.
 */
export function chanceOf(a: Observed, b: Observed): number {
  const { count: x, total: n } = a;
  const { count: y, total: m } = b;
  if (x + y === 0 || n === 0 || m === 0) return 1;
  const share = (x + y) / (n + m);
  const part = (count: number, total: number) =>
    xlogy(count, count / (total * share)) + xlogy(total - count, (total - count) / (total * (1 - share)));
  const g = 2 * (part(x, n) + part(y, m));
  return complementaryError(Math.sqrt(Math.max(0, g) / 2));
}

/** erfc for x ≥ 0, to 1.2 · 10⁻⁷: Press et al., Numerical Recipes (1992), 6.2. */
function complementaryError(x: number): number {
  const t = 1 / (1 + x / 2);
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
    -0.82215223, 0.17087277,
  ];
  return t * Math.exp(-x * x + terms.reduceRight((sum, term) => sum * t + term, 0));
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

/** How often something was seen, out of how many times. */
export interface Observed {
  count: number;
  total: number;
}

/** From here on a difference is chance in fewer than one case of a thousand (chi-squared, one degree of freedom). */
export const certainDifference = 10.83;

const cell = (seen: number, expected: number) => (seen === 0 ? 0 : seen * Math.log(seen / expected));

/**
 * How surely something is more or less frequent in one text than in another (G²): log-likelihood ratio of two shares, what
 * has it and what has it not (Dunning 1993). Unlike a z-score it holds for counts of 0. 0 where there is nothing to compare.
 */
export function logLikelihood(a: Observed, b: Observed): number {
  if (a.count + b.count === 0 || !a.total || !b.total) return 0;
  const share = (a.count + b.count) / (a.total + b.total);
  const side = ({ count, total }: Observed) =>
    cell(count, total * share) + cell(total - count, total * (1 - share));
  return Math.max(0, 2 * (side(a) + side(b)));
}

/** Probability of a difference as large as this where there is none: {@link logLikelihood} against χ² with one degree of freedom. */
export const chanceOf = (a: Observed, b: Observed): number =>
  complementaryError(Math.sqrt(logLikelihood(a, b) / 2));

/** erfc for x ≥ 0, to 1.2 · 10⁻⁷: Press et al., Numerical Recipes (1992), 6.2. */
function complementaryError(x: number): number {
  const t = 1 / (1 + x / 2);
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
    -0.82215223, 0.17087277,
  ];
  return t * Math.exp(-x * x + terms.reduceRight((sum, term) => sum * t + term, 0));
}

/** From here on a difference is chance in fewer than one case of a thousand (chi-squared, one degree of freedom). */
export const certainDifference = 10.83;

const part = (seen: number, expected: number) => (seen ? seen * Math.log(seen / expected) : 0);

/**
 * How surely something is more or less frequent in one text than in another (G²): `a` of `n` against `b` of `m`. After
 * Dunning (1993), as Rayson & Garside (2000) use it for keywords. 0 where there is nothing to compare.
 */
export function logLikelihood(a: number, n: number, b: number, m: number): number {
  if (!n || !m) return 0;
  const share = (a + b) / (n + m);
  return Math.max(0, 2 * (part(a, n * share) + part(b, m * share)));
}

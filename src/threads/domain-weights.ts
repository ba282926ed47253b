import type { Domain } from './domains.js';

/**
 * What each piece of evidence speaks for, in the order of `domainFeatures`: learned from the fifteen annotated days by
 * `node bench/learn-domains.mjs`, which prints this table and its accuracy with each day left out by turns:
 * macro F1 69.7 with links of models that had not seen the day.
 */
export const domainWeights: Record<Domain, readonly number[]> = {
  payments: [-1.11, 2.3, 2.21, -0.96, -2.45, 0.64, 1.07, 1.2],
  work: [0.23, -1.35, -1.15, 3.92, 0.88, -0.03, -2.74, 0.52],
  social: [0.88, -0.95, -1.06, -2.96, 1.58, -0.61, 1.66, -1.72],
};

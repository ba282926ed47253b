import type { Domain } from './domains.js';

/**
 * What each piece of evidence speaks for, in the order of `domainFeatures`: learned from the 78 annotated days by
 * `node bench/learn-domains.mjs`, which prints this table and its accuracy with each day left out by turns:
 * macro F1 61.7 with links of models that had not seen the day.
 */
export const domainWeights: Record<Domain, readonly number[]> = {
  payments: [-1.44, 2.69, 2.14, -1.39, -0.79, 0.81, 0.17, 0.6],
  work: [0.68, -1.09, -2.01, 3.45, -0.79, -0.24, -0.64, 0.13],
  social: [0.77, -1.59, -0.13, -2.07, 1.58, -0.57, 0.47, -0.73],
};

import type { QaWeights } from './matching.js';

/**
 * What each piece of evidence weighs, in the order of `questionFeatures`, `answerFeatures` and `neighbourFeatures`: learned
 * from the fifteen annotated days by `node bench/learn-questions.mjs`, which prints this table and what it
 * reaches on days left out by fifths: questions F1 62.6, answers F1 44.6.
 */
export const qaWeights: QaWeights = {
  question: [
    0.09, 1.11, 0.45, 0.67, 0.68, 0.24, -0.8, -0.47, -0.21, 0.16, -0.45, -0.49, 1.05, -0.1, -0.05, 0.37, 0.34,
    -0.36, 0.93, -0.41, -0.86, -0.36, -1.12, -0.12, -0.73, 0.41, -0.17, -0.01, 0.81, 1.33, -0.11, 0.4, -0.32,
    -0.08, -0.66, 1.13, 0.2, -0.3, 0,
  ],
  answer: [
    -1.19, 1.67, -0.03, -0.27, 0.24, 0.1, 0, 0.39, 0.14, 0.29, 0.43, -0.74, -1.02, 0.38, -1.23, -1.19, 0.1,
    0.32, -0.02, 0.72, -0.14, 0.11, 0.16, 0.1, -0.72, 0.1, -0.59, -2.32, -0.53, -0.49, 0.14, 0.31, 0.39,
    -0.12, -1.05, 0.64, 0.53, 0.37, 0.39, -0.07, -0.33, -0.21, 0.16, 0.28, 0.27, 0.2, -0.57, -0.51, -0.24,
    -0.65, 0.21, -0.55, 1.24,
  ],
  neighbours: [0.59, 3.21, -0.26, 0.74, -0.42, -0.36, -0.67, 1.18, -0.12, -0.25, -0.17],
};

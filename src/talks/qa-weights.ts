import type { QaWeights } from './matching.js';

/**
 * What each piece of evidence weighs, in the order of `questionFeatures`, `answerFeatures` and `neighbourFeatures`: learned
 * from the fifteen annotated days by `node bench/learn-questions.mjs`, which prints this table and what it
 * reaches on days left out by fifths: questions F1 62.6, answers F1 44.1
 */
export const qaWeights: QaWeights = {
  question: [
    0.15, 1.08, 0.45, 0.64, 0.64, 0.25, -0.81, -0.47, -0.24, 0.14, -0.45, -0.49, 1.06, -0.03, -0.04, 0.35,
    0.38, -0.47, 0.92, -0.41, -0.82, -0.39, -1.12, -0.13, -0.74, 0.39, -0.17, -0.01, 0.86, 1.4, -0.11, 0.45,
    -0.29, -0.04, -0.71, 1.13, 0.19, -0.31, -0.01,
  ],
  answer: [
    -1.28, 1.63, -0.06, -0.31, 0.19, 0.09, 0.02, 0.41, 0.14, 0.27, 0.43, -0.21, -1.07, 0.38, -1.25, -1.23,
    0.11, 0.29, 0, 0.75, -0.15, 0.14, 0.12, 0.15, -0.8, 0.15, -0.62, -2.36, -0.53, -0.52, 0.15, 0.32, 0.38,
    -0.17, -1.09, 0.68, 0.52, 0.37, 0.38, -0.07, -0.31, -0.17, 0.23, 0.24, 0.3, 0.23, -0.58, -0.47, -0.27,
    -0.54, 0.3, -0.59, 1.18,
  ],
  neighbours: [0.5, 3.18, -0.15, 0.77, -0.38, -0.31, -0.59, 1.09, -0.12, -0.25, -0.22],
};

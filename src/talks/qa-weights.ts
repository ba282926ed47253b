import type { QaWeights } from './matching.js';

/**
 * What each piece of evidence weighs, in the order of `questionFeatures`, `answerFeatures` and `neighbourFeatures`: learned
 * from the fifteen annotated days by `node bench/learn-questions.mjs`, which prints this table and what it
 * reaches on days left out by fifths: questions F1 64.4, answers F1 45.5
 */
export const qaWeights: QaWeights = {
  question: [
    -0.02, 0.69, 0.28, 0.56, 0.47, 0.09, -0.57, -0.47, -0.19, -0.17, -0.23, -0.41, 0.8, 0.09, 0.08, 0.18,
    0.24, -0.25, 0.78, -0.33, -0.74, -0.42, -1.05, 0.08, -0.09, 0.39, -0.28, 0.06, 0.73, 1.4, -0.02, 0.39,
    -0.14, 0.34, -0.43, 0.92, 0.23, -0.27, 0, 0.21, 0.82, -0.09,
  ],
  answer: [
    -0.96, -0.05, -0.68, -0.05, -1.08, -0.9, 0.21, -0.04, 0.72, 0.07, 0.01, 0.38, -0.23, -0.42, 0.52, -0.17,
    -0.12, 1.42, -0.03, -0.3, 0.11, 0.07, 0.44, 0.16, 0.26, 0.45, -0.08, 0.27, -0.25, 0.15, -0.74, 0.01,
    -0.61, -2.14, -0.71, -0.5, 0.15, 0.21, 0.3, -0.18, -1.14, 0.66, 0.36, 0.42, -0.05, -0.23, 0.15, 0.24,
    0.37, 0.15, -0.48, -0.25, -0.57, 0.33, -0.65, 1.24,
  ],
  neighbours: [0.23, 3.05, -0.13, 0.57, -0.31, -0.09, -0.45, 0.98, -0.1, -0.29, -0.27, 0.02],
};

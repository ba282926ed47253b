import type { QaWeights } from './matching.js';

/**
 * What each piece of evidence weighs, in the order of `questionFeatures`, `answerFeatures` and `neighbourFeatures`: learned
 * from the 78 annotated days by `node bench/learn-questions.mjs`, which prints this table and what it
 * reaches on days left out by fifths: questions F1 68.0, answers F1 47.9
 */
export const qaWeights: QaWeights = {
  question: [
    0.12, 0.52, 0.48, 0.46, 0.43, 0.07, -0.76, 0.1, 0, -0.47, -0.26, -0.26, 0.36, 0.01, 0.06, 0.13, 0.29,
    -0.56, 0.06, -0.28, -0.26, -0.24, -0.83, -0.17, 0.32, 0, -0.3, -0.15, 0.73, 1.34, -0.18, 0.31, -0.34,
    0.43, -0.11, 0.29, 0.4, -0.4, -0.43, 0.66, 1.09, 0.14,
  ],
  answer: [
    -0.27, -0.18, -0.87, -0.44, -1.4, -0.21, 0.64, -0.02, 0.37, -0.05, -0.33, 0.22, -0.3, -0.79, 0.46, 0.54,
    -0.07, 0.99, -0.19, -0.08, -0.2, 0.12, 0.77, 0, 0.03, 0.55, -0.13, -0.36, 0.29, 0.31, -0.86, -0.33, -0.23,
    -2.13, -0.98, -1.12, 0.46, 0.13, 0.03, -0.02, -1.05, 0.54, 0.72, 0.34, -0.69, -0.6, -0.22, 0.44, 0.13,
    0.3, -0.55, -0.45, -0.46, 1.03, -0.34, 1.23,
  ],
  neighbours: [0.75, 3.11, -0.17, 0.34, -1.05, -0.23, -0.82, 0.63, 0.04, -0.06, -0.26, 0.2],
};

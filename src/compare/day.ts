import type { CorpusDay, PartName } from '../corpus/index.js';

/** The parts of a day that comparisons read. */
export const comparedParts = [
  'words',
  'threads',
  'questions',
  'pace',
  'talks',
] as const satisfies readonly PartName[];

/** What a comparison reads of a day (一天，供对比). */
export type ComparedDay = CorpusDay<(typeof comparedParts)[number]>;

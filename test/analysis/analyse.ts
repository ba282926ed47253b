import { assemble, type DayAnalysis, withTokens } from '../../src/analysis/index.js';
import { analyseDay, type Context, stages, type WordLists } from '../../src/pipeline/index.js';
import type { Day } from '../../src/read/index.js';
import { loadSegmenter } from '../../src/text/index.js';
import { words } from '../terms/chat.js';
import { glossary, lists } from '../threads/chat.js';

/** The word lists of the tests, as a run has them. */
export const wordLists: WordLists = {
  ...lists,
  'finance-morphemes': words.morphemes,
  'terms-stop': words.notTerms,
  trade: words.trade,
  compounds: words.compounds,
};

const context: Context = { entries: glossary, words: wordLists, owner: [], segmenter: '@node-rs/jieba' };

/** Every stage, with the options that it has by default. */
export const allStages = Object.entries(stages).map(([name, stage]) => ({
  name: name as keyof typeof stages,
  options: stage.options.parse({}),
}));

/** The analysis of a day by every stage. */
export function analyse(day: Day, { tokens = false } = {}): DayAnalysis {
  const { analysis, segmentation } = assemble(analyseDay(day, allStages, context, loadSegmenter));
  return tokens ? withTokens(analysis, segmentation) : analysis;
}

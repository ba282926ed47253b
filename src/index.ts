import { readFileSync } from 'node:fs';
import { assemble, type DayAnalysis, withTokens } from './analysis/index.js';
import {
  analyseDay,
  DayWork,
  type Dictionaries,
  loadDictionaries,
  noCache,
  packaged,
  readPipeline,
  type WordLists,
} from './pipeline/index.js';
import { readDay } from './read/index.js';
import { type Entry, loadSegmenter, type SegmenterChoice } from './text/index.js';

export {
  type AnalysedMessage,
  type DayAnalysis,
  dayAnalysisJsonSchema,
  dayAnalysisSchema,
} from './analysis/index.js';
export { type Chart, dayCharts, renderSvg } from './charts/index.js';
export {
  type Corpus,
  corpusOf,
  type DayParts,
  type Exchange,
  emptyCorpus,
  type Making,
  makingWith,
  mergeCorpora,
  type PartName,
  Query,
  type Span,
} from './corpus/index.js';
export {
  type Cache,
  type Dictionaries,
  type DoneDay,
  englishWords,
  type FoundInputs,
  findInputs,
  folderCache,
  type Input,
  loadDictionaries,
  noCache,
  type Outcome,
  type OutputOptions,
  type Pipeline,
  packaged,
  type RunOptions,
  readPipeline,
  runDays,
  stages,
  type WordLists,
  writeOutputs,
} from './pipeline/index.js';
export {
  innerNames,
  type Names,
  type Published,
  type PublishOptions,
  publish,
  type Vocabulary,
  type VocabularySources,
  vocabularyOf,
} from './privacy/index.js';
export { type Day, type Format, formats, type Message, NotALog, readDay } from './read/index.js';
export { buildReport, htmlPage, type Report, toBrief, toMarkdown } from './report/index.js';
export {
  type Entry,
  Lexicon,
  loadSegmenter,
  type Segmenter,
  type Token,
  tokenize,
} from './text/index.js';

/** How one log is analysed. */
export interface AnalyseOptions {
  /** Its path: group and date come from it where the log does not say. */
  path: string;
  group?: string;
  format?: string;
  segmenter?: SegmenterChoice;
  /** Entries beside or instead of the shipped glossary; by default the shipped one. */
  entries?: readonly Entry[];
  /** Canonical forms of those that the group itself accepted, as `loadDictionaries` tells them. */
  own?: readonly string[];
  words?: WordLists;
  /** Names under which others speak of `我`, the account that exported the log. */
  owner?: readonly string[];
  /** Whether each message carries its tokens. */
  tokens?: boolean;
}

/** The shipped dictionaries, with what the options name in their place. */
function dictionariesOf({ entries, own, words }: AnalyseOptions): Dictionaries {
  const shipped = loadDictionaries({ glossary: !entries, overlays: [] });
  return {
    ...shipped,
    ...(entries && { entries: [...entries] }),
    ...(own && { own }),
    ...(words && { words }),
  };
}

/**
 * Analyses one log by the stages of the `daily` pipeline, as `huati analyze` does with that log alone.
 *
 * @example
 * const analysis = analyse(readFileSync('logs/2024-05-16-chat.markdown'), { path: 'logs/2024-05-16-chat.markdown' });
 * analysis.threads.map((thread) => thread.title);
 *
 * @throws {NotALog} where the bytes are no chat log of a known format
 */
export function analyse(bytes: Uint8Array, options: AnalyseOptions): DayAnalysis {
  const { path, group, format, owner = [], segmenter = 'auto', tokens = false } = options;
  const day = readDay(bytes, { path, ...(group && { group }), ...(format && { format }) });
  const daily = readPipeline('daily', readFileSync(packaged('pipelines', 'daily.yaml'), 'utf8'));
  const pipeline = { ...daily, segmenter };
  const dictionaries = dictionariesOf(options);
  const context = new DayWork({ pipeline, dictionaries, cache: noCache, owner, tokens }).contextOf(day, []);
  const { analysis, segmentation } = assemble(analyseDay(day, pipeline.stages, context, loadSegmenter));
  return tokens ? withTokens(analysis, segmentation) : analysis;
}

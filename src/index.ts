import { readFileSync } from 'node:fs';
import { assemble, type DayAnalysis, withTokens } from './analysis/index.js';
import {
  analyseDay,
  keepingModel,
  linkModelFor,
  loadDictionaries,
  packaged,
  readPipeline,
  termModelFor,
  turnModelFor,
  type WordLists,
} from './pipeline/index.js';
import { readDay } from './read/index.js';
import { type Entry, Lexicon, loadSegmenter, resolveSegmenter, type SegmenterChoice } from './text/index.js';

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
  emptyCorpus,
  mergeCorpora,
  type PartName,
  Query,
} from './corpus/index.js';
export {
  findInputs,
  loadDictionaries,
  type Outcome,
  readPipeline,
  runDays,
  stages,
  writeOutputs,
} from './pipeline/index.js';
export {
  innerNames,
  type Names,
  type Published,
  type PublishOptions,
  publish,
  vocabularyOf,
} from './privacy/index.js';
export { type Day, type Format, formats, type Message, NotALog, readDay } from './read/index.js';
export { buildReport, htmlPage, type Report, toBrief, toMarkdown } from './report/index.js';
export { type Entry, Lexicon, loadSegmenter, type Segmenter, type Token, tokenize } from './text/index.js';

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
  tokens?: boolean;
}

/**
 * Analyses one log by the stages of the `daily` pipeline.
 *
 * @example
 * const analysis = analyse(readFileSync('logs/2024-05-16-chat.markdown'), { path: 'logs/2024-05-16-chat.markdown' });
 * analysis.threads.map((thread) => thread.title);
 *
 * @throws {NotALog} where the bytes are no chat log of a known format
 */
export function analyse(bytes: Uint8Array, options: AnalyseOptions): DayAnalysis {
  const shipped =
    options.entries && options.words ? null : loadDictionaries({ glossary: true, overlays: [] });
  const entries = options.entries ?? shipped!.entries;
  const words = options.words ?? shipped!.words;
  const { path, group, format } = options;
  const day = readDay(bytes, { path, ...(group && { group }), ...(format && { format }) });
  const { stages } = readPipeline('daily', readFileSync(packaged('pipelines', 'daily.yaml'), 'utf8'));
  const context = {
    entries: new Lexicon(entries).entries,
    ...(options.own && { own: options.own }),
    words,
    owner: [],
    segmenter: resolveSegmenter(options.segmenter ?? 'auto'),
    linkModel: linkModelFor(day.language),
    termModel: termModelFor(day.language),
    keeping: keepingModel(),
    turnModel: turnModelFor(day.language),
  };
  const { analysis, segmentation } = assemble(analyseDay(day, stages, context, loadSegmenter));
  return options.tokens ? withTokens(analysis, segmentation) : analysis;
}

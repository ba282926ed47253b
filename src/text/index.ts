export { apart, replaceSpans } from './apart.js';
export { Automaton, type Hit, isLatin } from './automaton.js';
export { cutTo } from './cut.js';
export { type Dictionary, type DictionaryProblem, readDictionary, type SourceFile } from './dictionary.js';
export {
  type DecisionRecord,
  decisions,
  type Entry,
  type EntryStatus,
  entrySchema,
  entryStatuses,
  isRemembered,
  type TermClass,
  termClasses,
} from './entry.js';
export { fold } from './fold.js';
export { foldPairs } from './fold-pairs.js';
export { formsOf, Lexicon, rejectedForms } from './lexicon.js';
export { type TokenType, tokenTypes, urlsIn } from './patterns.js';
export { type Quotation, quotationIn } from './quotation.js';
export {
  loadSegmenter,
  resolveSegmenter,
  type Segmenter,
  type SegmenterChoice,
  type SegmenterName,
  segmenterNames,
} from './segmenter.js';
export type { Span, Token } from './token.js';
export { tokenize, withoutTerms } from './tokenize.js';
export { type Boosted, Forest, forestSchema } from './trees.js';
export { weightsSchema } from './weights.js';
export { readWords } from './words.js';
export { readYamlEntries } from './yaml-entries.js';

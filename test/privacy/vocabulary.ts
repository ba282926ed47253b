import { type Vocabulary, vocabularyOf } from '../../src/privacy/index.js';
import { entrySchema, loadSegmenter } from '../../src/text/index.js';

const entries = [
  { term: '聚合支付', class: 'concept' },
  { term: '分账', class: 'concept' },
  { term: '灯塔银行', class: 'org' },
  { term: '灯油代扣', class: 'product', english: 'lamp oil debit' },
].map((entry) => entrySchema.parse(entry));

const english = new Set(['balance', 'lighthouse', 'token']);

/** Words beside names, as a test has them: a small glossary, a few English words, the segmenter's dictionary. */
export const vocabulary: Vocabulary = vocabularyOf({
  segmenter: loadSegmenter('@node-rs/jieba'),
  entries,
  words: [],
  isEnglish: (word) => english.has(word),
});

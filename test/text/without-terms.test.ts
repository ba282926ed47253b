import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entrySchema, Lexicon, loadSegmenter, tokenize, withoutTerms } from '../../src/text/index.js';

const lexicon = new Lexicon(
  ['分账', '账户', 'POS机', '聚合支付', 'Apple Pay', '281号文', '支付', '灯塔', '号文', '人民'].map((term) =>
    entrySchema.parse({ term, class: 'concept' }),
  ),
);
const segmenter = loadSegmenter('@node-rs/jieba');
const nothing = new Lexicon([]);

describe('withoutTerms', () => {
  it('withoutTerms cuts a term into the words that it is made of', () => {
    const text = '上聚合支付';
    const words = withoutTerms(text, [], tokenize(text, [], lexicon, segmenter), segmenter);
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['上', '聚合', '支付']);
  });

  it('withoutTerms gives what tokenize gives without a glossary', () => {
    const pieces = [
      '部分账户',
      '分账',
      '聚合',
      '支付',
      'pos机',
      'POS',
      'Apple Pay',
      ' ',
      '，',
      '人民银行办',
      '281号文',
    ];
    const others = [
      '〔2017〕281号',
      '灯塔',
      '使用费',
      '3',
      '0.6%',
      '@阿橙',
      'T+1',
      '的',
      '了',
      '\u{1f600}',
      'light pos',
    ];
    const written = fc.array(fc.constantFrom(...pieces, ...others), { maxLength: 9 });
    fc.assert(
      fc.property(written, fc.boolean(), (words, mentioned) => {
        const text = words.join('');
        const at = mentioned ? text.indexOf('@') : -1;
        const spans = at < 0 ? [] : [{ start: at, end: at + 3 }];
        const known = tokenize(text, spans, lexicon, segmenter);
        expect(withoutTerms(text, spans, known, segmenter)).toEqual(
          tokenize(text, spans, nothing, segmenter),
        );
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

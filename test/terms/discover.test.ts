import { describe, expect, it } from 'vitest';
import { resolveSegmenter, segmenterNames } from '../../src/text/index.js';
import { irc } from '../threads/chat.js';
import { study, termsOf } from './chat.js';

const missing = (name: string) => name === 'nodejieba' && resolveSegmenter('auto') !== 'nodejieba';

describe.each(segmenterNames)('findTerms with %s: what no glossary lists', (segmenter) => {
  describe.skipIf(missing(segmenter))('where it is installed', () => {
    const found = (...texts: string[]) =>
      termsOf(texts.map((text, i) => `09:0${i} ${['阿橙', '半帆', '小舵'][i % 3]} ${text}`).join('\n'), {
        segmenter,
      });
    const terms = (...texts: string[]) => found(...texts).map((t) => t.term);

    it('findTerms discovers an acronym that occurs twice', () => {
      expect(found('NFC要上吗', '我们的NFC在用')).toEqual([
        { term: 'NFC', surface: ['NFC'], class: 'tech', known: false, messages: [1, 2] },
      ]);
    });

    it('findTerms does not discover an acronym that occurs once', () => {
      expect(terms('NFC要上吗')).toEqual([]);
    });

    it('findTerms discovers a name of several capitalised words that occurs twice', () => {
      expect(terms('Harbor Light不错', '我也用Harbor Light')).toEqual(['Harbor Light']);
    });

    it('findTerms discovers a compound of finance morphemes', () => {
      expect(found('商户终端坏了', '商户终端在换')).toEqual([
        { term: '商户终端', surface: ['商户终端'], class: 'tech', known: false, messages: [1, 2] },
      ]);
    });

    it('findTerms discovers a compound in traditional characters as the same', () => {
      expect(found('商戶終端坏了', '商户终端在换')).toMatchObject([
        { surface: ['商戶終端'], messages: [1, 2], known: false },
      ]);
    });

    it('findTerms does not give the parts of a compound as terms of their own', () => {
      expect(terms('商户终端坏了', '商户终端在换', '商户终端又坏了')).toEqual(['商户终端']);
    });

    it('findTerms gives a part that stands alone as often, too', () => {
      expect(terms('商户终端坏了', '商户终端在换', '商户来了', '商户走了', '商户又来了')).toContain('商户');
    });

    it('findTerms discovers nothing that the glossary lists', () => {
      expect(termsOf('09:00 阿橙 清算\n09:01 半帆 清算', { segmenter }).map((t) => t.known)).toEqual([true]);
    });

    it('findTerms does not reach across a stop word, a mark or a space', () => {
      for (const gap of ['的', '，', ' ', '⏎', '@半帆\u2005'])
        expect(terms(`商户${gap}终端`, `商户${gap}终端`).filter((term) => /商户.*终端/s.test(term))).toEqual(
          [],
        );
    });

    it.each([
      ['码头的船今天开了', '码头的船明天开'],
      ['灯油的价格涨了，金额不大', '价格和金额我们在谈'],
      ['火锅店的老板付出很多', '付出总有回报'],
      ['今天天气不错', '天气不错，去看海'],
      ['OK', 'ok，APP在用'],
      ['we use the harbor', 'the harbor is fine'],
    ])('findTerms takes no everyday word of %j for a term', (...texts) => {
      expect(terms(...texts, ...texts)).toEqual([]);
    });

    it('findTerms discovers no name that a mention holds', () => {
      expect(terms('@商户终端\u2005在吗', '@商户终端\u2005早', '@NFC\u2005早', '@NFC\u2005早')).toEqual([]);
    });

    it('findTerms leaves discovery out where it is told to', () => {
      expect(termsOf('09:00 阿橙 NFC\n09:01 半帆 NFC', { segmenter, discover: false })).toEqual([]);
    });

    it('findTerms discovers nothing in an English day', () => {
      expect(study(irc('[08:15] <harbor> NFC', '[08:16] <buoy> NFC'), { segmenter }).terms).toEqual([]);
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions, NameIndex } from '../../src/people/index.js';
import {
  type Entry,
  entrySchema,
  Lexicon,
  loadSegmenter,
  resolveSegmenter,
  segmenterNames,
  tokenize,
  tokenTypes,
} from '../../src/text/index.js';

const entry = (term: string, aliases: string[] = []): Entry =>
  entrySchema.parse({ term, aliases, class: 'concept' });

const lexicon = new Lexicon([
  entry('分账'),
  entry('账户', ['帐户']),
  entry('POS', ['POS机']),
  entry('聚合支付', ['聚合']),
  entry('Apple Pay'),
  entry('T+1结算'),
  entry('Light Due', ['灯塔使用费', '灯塔']),
  entry('281号文'),
]);

const missing = (name: string) => name === 'nodejieba' && resolveSegmenter('auto') !== 'nodejieba';

describe.each(segmenterNames)('tokenize with %s', (name) => {
  describe.skipIf(missing(name))('where it is installed', () => {
    const cut = (text: string, known: string[] = []) =>
      tokenize(text, findMentions(text, new NameIndex(known)), lexicon, loadSegmenter(name));
    /** The tokens of a text, as `text/type`; words without their type. */
    const show = (text: string, known: string[] = []) =>
      cut(text, known).map((t) => text.slice(t.start, t.end) + (t.type === 'word' ? '' : `/${t.type}`));
    /** Texts of the tokens of one type. */
    const of = (type: string, text: string) =>
      cut(text)
        .filter((token) => token.type === type)
        .map((token) => text.slice(token.start, token.end));
    /** The glossary terms that a text holds. */
    const terms = (text: string) =>
      cut(text)
        .filter((token) => token.type === 'term')
        .map((token) => lexicon.entries[token.entry]!.term);

    describe('words', () => {
      it('tokenize parts Chinese into words', () => {
        expect(show('今天我们去看海')).toEqual(['今天', '我们', '去', '看', '海']);
      });

      it('tokenize leaves white space out of every token', () => {
        expect(show(' 今天\u3000我们\n\u2005去 ')).toEqual(['今天', '我们', '去']);
      });

      it('tokenize gives every mark a token of its own', () => {
        expect(show('好，好！')).toEqual(['好', '，/mark', '好', '！/mark']);
      });

      it('tokenize of nothing is nothing', () => {
        expect(show('')).toEqual([]);
        expect(show(' \n')).toEqual([]);
      });

      it('tokenize parts traditional characters as it parts simplified ones', () => {
        expect(show('今天我們去看燈')).toEqual(['今天', '我們', '去', '看', '燈']);
      });
    });

    describe('what stays whole', () => {
      it('tokenize keeps a mention whole, spaces and dashes and all', () => {
        expect(show('请@Li Lei - 码头\u2005看海')).toEqual(['请', '@Li Lei - 码头/mention', '看', '海']);
      });

      it('tokenize keeps a glossary form in a name part of the mention', () => {
        expect(show('@分账小能手 看海', ['分账小能手'])).toEqual(['@分账小能手/mention', '看', '海']);
      });

      it('tokenize keeps a URL whole and ends it before Chinese punctuation', () => {
        expect(show('看https://tide.example/a?b=1&c=分，好')).toContain('https://tide.example/a?b=1&c=/url');
        expect(show('https://tide.example/a，好')).toEqual(['https://tide.example/a/url', '，/mark', '好']);
      });

      it('tokenize keeps the code of an emoji whole', () => {
        expect(show('看海[捂脸][OK]')).toEqual(['看', '海', '[捂脸]/emoji', '[OK]/emoji']);
      });

      it('tokenize keeps an emoji of two units whole', () => {
        expect(show('😀好')).toEqual(['😀/emoji', '好']);
      });

      it.each([
        ['费率0.38%吧', 'rate', '0.38%'],
        ['收千三', 'rate', '千三'],
        ['每天1w笔', 'amount', '1w'],
        ['一年270亿', 'amount', '270亿'],
        ['收￥100', 'amount', '￥100'],
        ['做T+1的', 'cycle', 'T+1'],
        ['要D+0', 'cycle', 'D+0'],
        ['做P2P的', 'standard', 'P2P'],
        ['过PCI-DSS了', 'standard', 'PCI-DSS'],
        ['上3DS2.0了', 'standard', '3DS2.0'],
        ['贴Type-A/B的', 'standard', 'Type-A/B'],
        ['在7/11买', 'standard', '7/11'],
        ['看296号文吧', 'document', '296号文'],
        ['看银发〔2017〕281号吧', 'document', '银发〔2017〕281号'],
        ['在2021年3月上线', 'date', '2021年3月'],
      ])('tokenize(%j) keeps the %s %s whole', (text, type, whole) => {
        expect(of(type, text)).toEqual([whole]);
      });

      it('tokenize does not take the word before a document along', () => {
        expect(show('根据银发〔2017〕281号')).toEqual(['根据', '银发〔2017〕281号/document']);
      });

      it('tokenize does not begin an amount inside a longer word', () => {
        expect(of('amount', 'A1w')).toEqual([]);
        expect(show('v2p')).toEqual(['v2p/standard']);
        expect(show('av2p')).toEqual(['av2p/latin']);
      });

      it('tokenize keeps the name of a stablecoin out of an amount', () => {
        expect(show('100usdt')).toEqual(['100/number', 'usdt/latin']);
      });

      it('tokenize keeps a plain number whole', () => {
        expect(show('共1,234个')).toContain('1,234/number');
      });
    });

    describe('Latin names', () => {
      it('tokenize keeps a name of several capital words whole', () => {
        expect(show('用Harbor Light Card吧')).toEqual(['用', 'Harbor Light Card/latin', '吧']);
      });

      it('tokenize parts small words', () => {
        expect(show('harbor light')).toEqual(['harbor/latin', 'light/latin']);
      });

      it('tokenize keeps a word with dashes, dots and ampersands whole', () => {
        expect(show('e-wallet R&D node.js')).toEqual(['e-wallet/latin', 'R&D/latin', 'node.js/latin']);
      });

      it('tokenize ends a Latin name where a glossary form begins', () => {
        expect(show('Harbor Apple Pay')).toEqual(['Harbor/latin', 'Apple Pay/term']);
      });

      it('tokenize does not find a Latin form inside a longer Latin word', () => {
        expect(show('postpone')).toEqual(['postpone/latin']);
        expect(show('Compos')).toEqual(['Compos/latin']);
      });
    });

    describe('glossary forms', () => {
      it('tokenize names the entry of a form', () => {
        expect(terms('聚合要做分账')).toEqual(['聚合支付', '分账']);
      });

      it('tokenize gives -1 for the entry of every other type', () => {
        const others = cut('今天@阿橙 看0.38%，Harbor 7 😀').filter((token) => token.type !== 'term');
        expect(others.length).toBeGreaterThan(5);
        expect(others.every((token) => token.entry === -1)).toBe(true);
      });

      it('tokenize takes the longest alias', () => {
        expect(show('交灯塔使用费')).toEqual(['交', '灯塔使用费/term']);
        expect(show('用POS机')).toEqual(['用', 'POS机/term']);
      });

      it('tokenize does not find 分账 inside 部分账户, but finds 账户 there', () => {
        expect(show('部分账户')).toEqual(['部分', '账户/term']);
      });

      it('tokenize finds 分账 where it is a word', () => {
        expect(terms('平台要分账')).toEqual(['分账']);
        expect(terms('分账账户')).toEqual(['分账', '账户']);
      });

      it('tokenize finds traditional, full-width and capital forms', () => {
        expect(terms('分賬和帳戶')).toEqual(['分账', '账户']);
        expect(terms('ＰＯＳ机')).toEqual(['POS']);
        expect(terms('pos applepay APPLE PAY')).toEqual(['POS', 'Apple Pay', 'Apple Pay']);
      });

      it('tokenize takes a glossary form over a shorter pattern, and a pattern over a shorter form', () => {
        expect(show('T+1结算')).toEqual(['T+1结算/term']);
        expect(show('281号文件')).toEqual(['281号文件/document']);
      });

      it('tokenize takes a glossary form over a pattern of the same length', () => {
        expect(show('281号文')).toEqual(['281号文/term']);
      });

      it('tokenize without a glossary finds words all the same', () => {
        const tokens = tokenize('分账', [], new Lexicon([]), loadSegmenter(name));
        expect(tokens.at(-1)!.end).toBe(2);
        expect(tokens.every((token) => token.type === 'word')).toBe(true);
      });
    });

    describe('any text', () => {
      const pieces = fc.constantFrom(
        ...[
          '部分账户',
          '分账',
          '灯塔',
          '今天',
          'POS',
          'pos',
          'Apple Pay',
          'T+1',
          '0.38%',
          '1w',
          '270亿',
          '7/11',
        ],
        ...[
          '@',
          '@阿橙',
          '\u2005',
          ' ',
          '\n',
          '，',
          '。',
          '[捂脸]',
          '[',
          'https://t.example/',
          '😀',
          '〔2017〕281号',
        ],
        ...[
          'a',
          'B',
          '1',
          '-',
          '+',
          '.',
          '/',
          '&',
          '：',
          '￥',
          'Ｔ',
          '賬',
          '戶',
          '〇',
          '\ud83d',
          '\ude00',
          '號',
        ],
      );
      const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
      const texts = fc.oneof(
        fc.array(pieces, { maxLength: 25 }).map((list) => list.join('')),
        fc.string({ unit: 'binary' }),
        fc.string({ unit, maxLength: 30 }),
      );

      it('tokenize gives rising tokens within the text that do not overlap', () => {
        fc.assert(
          fc.property(texts, (text) => {
            let last = 0;
            for (const { start, end, type, entry } of cut(text, ['阿橙-灯塔'])) {
              expect(start).toBeGreaterThanOrEqual(last);
              expect(end).toBeGreaterThan(start);
              expect(tokenTypes).toContain(type);
              expect(entry >= 0).toBe(type === 'term');
              last = end;
            }
            expect(last).toBeLessThanOrEqual(text.length);
          }),
          { seed: 271, numRuns: 400 },
        );
      });

      it('tokenize covers every character that is no white space, and begins and ends at one', () => {
        fc.assert(
          fc.property(texts, (text) => {
            let rest = 0;
            for (const { start, end } of cut(text)) {
              expect(text.slice(rest, start)).toMatch(/^\s*$/);
              expect(text[start]).toMatch(/\S/);
              expect(text[end - 1]).toMatch(/\S/);
              rest = end;
            }
            expect(text.slice(rest)).toMatch(/^\s*$/);
          }),
          { seed: 272, numRuns: 400 },
        );
      });

      it('tokenize never cuts a character in half', () => {
        fc.assert(
          fc.property(texts, (text) => {
            for (const { end } of cut(text)) {
              expect(
                /[\ud800-\udbff]$/.test(text.slice(0, end)) && /^[\udc00-\udfff]/.test(text.slice(end)),
              ).toBe(false);
            }
          }),
          { seed: 273, numRuns: 400 },
        );
      });

      it('tokenize keeps every mention as one token', () => {
        fc.assert(
          fc.property(texts, (text) => {
            fc.pre(!text.includes('://'));
            const mentions = findMentions(text, new NameIndex([])).map(({ start, end }) => [start, end]);
            const found = cut(text).filter((token) => token.type === 'mention');
            expect(found.map(({ start, end }) => [start, end])).toEqual(mentions);
          }),
          { seed: 274, numRuns: 300 },
        );
      });
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, textOf } from '../../src/records/record.js';
import { said, talkOf } from './talk-day.js';

const blocks = (...args: Parameters<typeof talkOf>) =>
  talkOf(...args).talk.map((b) => [b.kind, b.lines.map(textOf)]);
const long = (start: string) => start.padEnd(80, '又往前走了一步');

describe('the talk of a record', () => {
  it('lines that were broken in the typing are one paragraph, and each keeps its message', () => {
    const record = talkOf(said('灯塔要亮，', '先得有油', '油从海上来'));
    expect(record.talk).toHaveLength(1);
    expect(record.talk[0]!.lines.map((line) => line.n)).toEqual([1, 2, 3]);
  });

  it('a long passage is a paragraph of its own', () => {
    expect(blocks(said(long('甲'), long('乙')))).toHaveLength(2);
  });

  it('a long pause begins a paragraph', () => {
    const [first, second] = said('先灌油', '再拨芯');
    expect(
      blocks([
        { ...first!, time: '20:00:00' },
        { ...second!, time: '20:09:00' },
      ]),
    ).toHaveLength(2);
  });

  it('a line of the outline with words behind it is a heading', () => {
    const outline = [
      { level: 1 as const, text: '一、灌油', n: 1 },
      { level: 1 as const, text: '二、拨芯', n: 3 },
    ];
    expect(blocks(said('一、灌油', '油要清。', '二、拨芯', '芯要直。'), { outline })).toEqual([
      ['heading', ['一、灌油']],
      ['paragraph', ['油要清。']],
      ['heading', ['二、拨芯']],
      ['paragraph', ['芯要直。']],
    ]);
  });

  it('a line of the outline that ends in a colon is a heading above the rest of its message, and none elsewhere', () => {
    const outline = ['1、关于灌油：', '2、关于拨芯：'].map((text, i) => ({
      level: 2 as const,
      text,
      n: i + 1,
    }));
    const kinds = (...texts: string[]) => blocks(said(...texts), { outline }).map(([kind]) => kind);
    const chapters = [`1、关于灌油：\n${long('油')}`, `2、关于拨芯：\n${long('芯')}`];
    expect(kinds(...chapters)).toEqual(['heading', 'paragraph', 'heading', 'paragraph']);
    expect(kinds('1、关于灌油：', '先把油壶洗干净，再把旧油倒掉。')).not.toContain('heading');
  });

  it('lines of the outline that follow one another are a list', () => {
    const outline = ['一、灌油', '二、拨芯'].map((text, i) => ({ level: 1 as const, text, n: i + 1 }));
    const kinds = blocks(said('一、灌油', '二、拨芯', '就是这两步。'), { outline }).map(([kind]) => kind);
    expect(kinds).not.toContain('heading');
  });

  it('the short first line of a long message is a heading', () => {
    expect(blocks(said(`灯油的来历\n${long('从前')}`))[0]).toEqual(['heading', ['灯油的来历']]);
  });

  it('items that were run together stand apart, each with its number', () => {
    expect(blocks(said('三步：1. 灌油 2. 拨芯 3.\n点火'))).toEqual([
      ['lines', ['三步：', '1. 灌油', '2. 拨芯', '3. 点火']],
    ]);
  });

  it('a number alone on its line stands before the words below it, and is no heading', () => {
    const outline = [{ level: 1 as const, text: '场景1：进油', n: 1 }];
    expect(blocks(said('场景1：进油', '1.\n先看油色', '2.\n再称斤两'), { outline })).toEqual([
      ['heading', ['场景1：进油']],
      ['lines', ['1. 先看油色', '2. 再称斤两']],
    ]);
  });

  it("a list's first item stands apart from the sentence before it", () => {
    expect(blocks(said('先说说要备什么。', '一共三样：1、油\n2、芯\n3、罩')).at(-1)).toEqual([
      'lines',
      ['1、油', '2、芯', '3、罩'],
    ]);
  });

  it('a passage of emoji alone is none', () => {
    expect(blocks(said('[玫瑰][玫瑰]', '。。。'))).toEqual([]);
  });

  it('a picture and a link stand in their places', () => {
    const picture = {
      kind: 'image' as const,
      title: '20:01',
      url: 'https://a.example/1.png',
      start: 2,
      end: 2,
    };
    const link = { kind: 'link' as const, title: '灯油价', url: 'https://a.example', start: 2, end: 5 };
    const record = talkOf([
      { speaker: '灯塔客', text: '看图', attachments: [picture] },
      { speaker: '灯塔客', text: '再看灯油价吧', attachments: [link] },
    ]);
    expect(record.talk.flatMap((b) => b.lines).map((line) => line.spans.map((s) => s.kind))).toEqual([
      ['text', 'image'],
      ['text', 'link', 'text'],
    ]);
  });

  it('nothing is reworded: a record has the letters of its messages in their order', () => {
    const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');
    const passage = fc.string({
      unit: fc.constantFrom('油', '灯', '芯', 'a', '，', '。', '\n', ' '),
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.array(passage, { minLength: 1, maxLength: 12 }), (texts) => {
        const lines = linesOf(talkOf(said(...texts)));
        expect(letters(lines.map(textOf).join(''))).toBe(letters(texts.join('')));
      }),
    );
  });
});

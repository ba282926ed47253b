import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, leftoverLength, strayNumbers } from '../../src/records/clean.js';

const strip = (lines: string[]) => {
  const cuts = strayNumbers(lines);
  return lines.flatMap((line, i) => (cuts[i] === null ? [] : [line.slice(cuts[i])]));
};

describe('cleanText', () => {
  it('cleanText(text) takes out emoji codes and leaves other brackets alone', () => {
    expect(cleanText('点亮了[捂脸][表情]，见[附录]')).toBe('点亮了，见[附录]');
  });

  it('cleanText(text) leaves one question mark of several and one space of several', () => {
    expect(cleanText('油??够吗？？  不  够')).toBe('油?够吗？ 不 够');
  });

  it('cleanText(text) changes no letter and no digit, whatever the text', () => {
    const words = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    const plain = fc.string({ unit: fc.constantFrom('油', '灯', 'a', '7', ' ', '?', '？', '。', '1', '、') });
    fc.assert(fc.property(plain, (text) => words(cleanText(text)) === words(text)));
  });
});

describe('leftoverLength', () => {
  const cut = (text: string) => text.slice(leftoverLength(text));

  it('leftoverLength(text) covers the marks that a name called at the head leaves behind', () => {
    for (const text of ['，余额分开记吗', " '==，余额分开记吗", '：？余额分开记吗'])
      expect(cut(text)).toBe('余额分开记吗');
  });

  it('leftoverLength(text) covers no word, no number and no opening mark', () => {
    for (const text of ['油够吗？', '3、灌油', '（油）', '“油”够吗', '=号怎么写', "'油'够吗", '.5 升'])
      expect(cut(text)).toBe(text);
  });
});

describe('strayNumbers', () => {
  it('a number that follows on another stays', () => {
    expect(strip(['1、灌油', '中间的话', '2、拨芯'])).toEqual(['1、灌油', '中间的话', '2、拨芯']);
  });

  it('a number whose fellow stands within a line stays', () => {
    expect(strip(['1.油够吗？2.芯直吗？'])).toEqual(['1.油够吗？2.芯直吗？']);
  });

  it('a number stays where a list of its own stands between it and the next', () => {
    const lines = ['1、灌油', '（1）看油', '（2）开盖', '2、拨芯'];
    expect(strip(lines)).toEqual(lines);
  });

  it('a number without a neighbour goes, its words stay; an amount is no number', () => {
    expect(strip(['3、灌油', '1.5 升就够'])).toEqual(['灌油', '1.5 升就够']);
  });

  it('a line of nothing but a number goes', () => {
    expect(strip(['（2）', '灌油', '1'])).toEqual(['灌油']);
  });
});

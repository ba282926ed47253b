import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, withoutStrayNumbers } from '../../src/records/clean.js';

const strip = (lines: string[]) =>
  withoutStrayNumbers(
    lines,
    (line) => line,
    (line, cut) => line.slice(cut),
  );

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

describe('withoutStrayNumbers', () => {
  it('a number that follows on another stays', () => {
    expect(strip(['1、灌油', '中间的话', '2、拨芯'])).toEqual(['1、灌油', '中间的话', '2、拨芯']);
  });

  it('a number without a neighbour goes, its words stay; an amount is no number', () => {
    expect(strip(['3、灌油', '1.5 升就够'])).toEqual(['灌油', '1.5 升就够']);
  });

  it('a line of nothing but a number goes', () => {
    expect(strip(['（2）', '灌油', '1'])).toEqual(['灌油']);
  });
});

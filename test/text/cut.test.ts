import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutTo } from '../../src/text/index.js';

describe('cutTo', () => {
  it('cutTo leaves alone what fits', () => {
    expect(cutTo('灯塔的手续费', 6)).toBe('灯塔的手续费');
  });

  it('cutTo cuts no Latin word and no number in two, and leaves no mark that led to it', () => {
    expect(cutTo('灯塔的 Payment Report', 9)).toBe('灯塔的');
    expect(cutTo('灯塔的 Payment Report', 12)).toBe('灯塔的 Payment');
    expect(cutTo('灯塔 harbour.example/tide/2021', 20)).toBe('灯塔 harbour.example');
    expect(cutTo('手续费 3.75 元', 6)).toBe('手续费');
  });

  it('cutTo cuts a word that alone is longer', () => {
    expect(cutTo('lighthousekeeper', 10)).toBe('lighthouse');
  });

  it('a text cut is its beginning, no longer than asked for, and well formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, most) => {
        const cut = cutTo(text, most);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(cut).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
      }),
    );
  });
});

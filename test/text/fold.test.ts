import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/index.js';

const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

describe('fold', () => {
  it('fold makes traditional characters simplified', () => {
    expect(fold('賬單與錢包')).toBe('账单与钱包');
  });

  it('fold makes full width half width', () => {
    expect(fold('ＰＯＳ１２３（％）～')).toBe('pos123(%)~');
  });

  it('fold makes capitals small, in any script', () => {
    expect(fold('PayPal ÄΩЖ')).toBe('paypal äωж');
  });

  it('fold makes the spaces of Chinese text and of WeChat ordinary ones', () => {
    expect(fold('a\u3000b\u2005c\u00a0d')).toBe('a b c d');
  });

  it('fold makes both signs of the yuan one', () => {
    expect(fold('￥100')).toBe(fold('¥100'));
  });

  it('fold leaves Chinese punctuation, emoji and line ends alone', () => {
    expect(fold('好。「灯」😀\n')).toBe('好。「灯」😀\n');
  });

  it('fold leaves a letter alone whose small form is longer', () => {
    expect(fold('İ')).toBe('İ');
  });

  it('fold keeps the length of any text, broken surrogates and all', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyUnit }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
      { seed: 221, numRuns: 500 },
    );
  });

  it('fold goes unit by unit: a piece folds as it does in the whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(fold(a + b)).toBe(fold(a) + fold(b));
      }),
      { seed: 222, numRuns: 300 },
    );
  });

  it('fold of what is folded changes nothing, for every character but one', () => {
    const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    // 薴 is 苧 in simplified writing, and 苧 in traditional writing is 苎
    expect(all.filter((c) => fold(fold(c)) !== fold(c))).toEqual(['薴']);
  });

  it('fold takes a text of any length', () => {
    const text = '賬'.repeat(20_000);
    expect(fold(text) === '账'.repeat(20_000)).toBe(true);
  });

  it('fold takes texts that are longer than any message', () => {
    expect(fold('Ａ塔'.repeat(20_000))).toBe('a塔'.repeat(20_000));
  });

  it('fold leaves half a character as it is', () => {
    expect(fold('Ａ\ud83d')).toBe('a\ud83d');
  });
});

import { describe, expect, it } from 'vitest';
import { mendMeasure, textWidth } from '../../src/charts/measure.js';

describe('textWidth(text, fontSize)', () => {
  it('takes a Han character to be as wide as it is high', () => {
    expect(textWidth('清结算', 12)).toBe(36);
  });

  it('makes Chinese about twice as wide as Latin', () => {
    const ratio = textWidth('支付账户', 10) / textWidth('paid', 10);
    expect(ratio).toBeGreaterThan(1.6);
    expect(ratio).toBeLessThan(2.4);
  });

  it('takes full-width letters and Chinese marks to be wide, and half-width kana not', () => {
    expect(textWidth('ＰＯＳ，“”', 10)).toBe(60);
    expect(textWidth('ｱ', 10)).toBeLessThan(10);
  });

  it('tells narrow letters from broad ones', () => {
    expect(textWidth('till', 10)).toBeLessThan(textWidth('WMOM', 10) / 2);
  });

  it('gives marks that are drawn over others no width', () => {
    expect(textWidth('e\u0301\u200b\ufe0f', 10)).toBe(textWidth('e', 10));
  });
});

describe('mendMeasure(vega)', () => {
  const mended = () => {
    const vega = { textMetrics: { width: (_item: object, _text: unknown) => Number.NaN } };
    mendMeasure(vega);
    return vega.textMetrics.width;
  };

  it('measures marks with the size and weight that they have', () => {
    const width = mended();
    expect(width({ fontSize: 20 }, '网联')).toBe(40);
    expect(width({ fontSize: 20, fontWeight: 600 }, '网联')).toBeGreaterThan(40);
    expect(width({}, null)).toBe(0);
  });

  it('finds no text wider than the limit that vega cuts it at', () => {
    expect(mended()({ fontSize: 10, limit: 25 }, '支付账户')).toBe(25);
    expect(mended()({ fontSize: 10, limit: 0 }, '支付账户')).toBe(40);
  });
});

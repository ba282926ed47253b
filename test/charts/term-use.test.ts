import { describe, expect, it } from 'vitest';
import { renderSvg, termUse } from '../../src/charts/index.js';
import { phone, textsIn } from './day.js';

const stretches = (...uses: number[]) => ({
  unit: 'month' as const,
  stretches: uses.map((count, i) => ({
    name: `2021-${String(i + 1).padStart(2, '0')}`,
    uses: count,
    all: 100,
  })),
});

describe('termUse(stretches, options)', () => {
  it('draws nothing for a term that is never used', () => {
    expect(termUse(stretches(0, 0), phone)).toBeNull();
    expect(termUse(stretches(), phone)).toBeNull();
  });

  it('says how often it was used in all, and when most', () => {
    expect(termUse(stretches(1, 5, 2), phone)!.summary).toContain('共 8 条，2021-02 最多（5 条）');
    expect(termUse(stretches(1, 5, 2), { ...phone, lang: 'en' })!.summary).toContain(
      '8 in all, most in 2021-02 (5)',
    );
  });

  it('draws a bar a stretch, and names so many of them as have room', async () => {
    const texts = textsIn(await renderSvg(termUse(stretches(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), phone)!));
    const names = texts.filter((text) => /^2021-\d\d$/.test(text));
    expect(names[0]).toBe('2021-01');
    expect(names.length).toBeGreaterThan(1);
    expect(names.length).toBeLessThanOrEqual(4);
    expect(texts).toContain('12');
  });
});

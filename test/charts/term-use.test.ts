import { describe, expect, it } from 'vitest';
import { paletteOf, renderSvg, termUse } from '../../src/charts/index.js';
import { textWidth } from '../../src/charts/measure.js';
import { phone, textsIn } from './day.js';

const stretches = (...uses: number[]) => ({
  unit: 'month' as const,
  stretches: uses.map((count, i) => ({
    name: `2021-${String(i + 1).padStart(2, '0')}`,
    uses: count,
    all: 100,
    logged: true,
  })),
});
/** March of 2021 by the day, a use a day. */
const daily = (count: number) => ({
  unit: 'day' as const,
  stretches: Array.from({ length: count }, (_, i) => ({
    name: `2021-03-${String(i + 1).padStart(2, '0')}`,
    ...{ uses: 1, all: 100, logged: true },
  })),
});
/** Where the dates under the bars end, with the dates, and where the plot does: the numbers stand beyond it. */
const endsIn = (svg: string) => ({
  dates: [...svg.matchAll(/<text[^>]*translate\(([\d.]+),[^>]*>(2021-[^<]*)<\/text>/g)].map(
    ([, x, date]) => ({ date, end: Number(x) + textWidth(date!, 12) / 2 }),
  ),
  plot: Number(/<g transform="translate\(([\d.]+),0.5\)">/.exec(svg)![1]),
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

  it('names every month of a year where there is room', async () => {
    const year = stretches(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    const texts = textsIn(await renderSvg(termUse(year, { ...phone, width: 840 })!));
    expect(texts.filter((text) => /^2021-\d\d$/.test(text))).toEqual(year.stretches.map((s) => s.name));
  });

  it.each([7, 14, 22, 28, 31])('of %i days no date reaches under the numbers at the right', async (count) => {
    for (const width of [340, 720]) {
      const { dates, plot } = endsIn(await renderSvg(termUse(daily(count), { ...phone, width })!));
      expect(dates.length).toBeGreaterThan(1);
      for (const { date, end } of dates) expect(end, date).toBeLessThanOrEqual(plot);
    }
  });

  it('stands in the order of time, months without a log too', async () => {
    const all = stretches(1, 0, 3);
    all.stretches[1]!.logged = false;
    const texts = textsIn(await renderSvg(termUse(all, phone)!));
    expect(texts.filter((text) => /^2021-/.test(text))).toEqual(['2021-01', '2021-02', '2021-03']);
  });

  it('shades the ground of months with a log and leaves the others blank, and says so', async () => {
    const all = stretches(1, 0, 0, 2);
    all.stretches[2]!.logged = false;
    const chart = termUse(all, phone)!;
    expect(chart.summary).toContain('空白的月份没有记录');
    const shaded = (svg: string) => svg.split(`fill="${paletteOf('light').empty}"`).length - 1;
    expect(shaded(await renderSvg(chart))).toBe(3);
    const whole = termUse(stretches(1, 0, 0, 2), phone)!;
    expect(whole.summary).not.toContain('没有记录');
    expect(shaded(await renderSvg(whole))).toBe(4);
  });
});

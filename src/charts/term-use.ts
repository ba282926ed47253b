import { greatest, max, sum } from 'd3-array';
import type { Stretches } from '../corpus/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { textWidth } from './measure.js';
import { gapNote } from './periods.js';
import { fontSizes, frame, innerWidth, paletteOf } from './theme.js';

const height = 160;
/** Room over the highest bar for its number, as a factor. */
const headroom = 1.15;
/** Air between names of stretches, and before the numbers at the right, in pixels. */
const gap = 8;

const words = {
  zh: {
    title: '用词随时间',
    unit: { day: '每天', week: '每周（从周一起）', month: '每月' },
    subtitle: (unit: string, total: number, peak: string, count: number) =>
      `${unit}提到它的消息数。共 ${total} 条，${peak} 最多（${count} 条）。`,
  },
  en: {
    title: 'Use over time',
    unit: { day: 'day', week: 'week (from Monday)', month: 'month' },
    subtitle: (unit: string, total: number, peak: string, count: number) =>
      `Messages with the term, by ${unit}. ${total} in all, most ${unit === 'day' ? 'on' : 'in'} ${peak} (${count}).`,
  },
};

/** Every so many-th name, so that names touch neither one another nor the numbers beyond the last bar. */
function shownNames(names: readonly string[], width: number): string[] {
  const widest = max(names, (name) => textWidth(name, fontSizes.small)) ?? 0;
  const band = width / names.length;
  const step = Math.max(1, Math.ceil((widest + gap) / band));
  const fits = (i: number) => (names.length - i - 0.5) * band >= widest / 2;
  return names.filter((_, i) => i % step === 0 && fits(i));
}

/**
 * How a term is used over time (用词随时间), a bar a stretch; the ground is shaded where there is a log, as cells of a matrix
 * are. Null where it is never used.
 */
export function termUse({ unit, stretches }: Stretches, options: ChartOptions): Chart | null {
  const peak = greatest(stretches, (s) => s.uses);
  if (!peak?.uses) return null;
  const { known, ink, empty } = paletteOf(options.theme);
  const say = words[options.lang];
  const total = sum(stretches, (s) => s.uses);
  const subtitle =
    say.subtitle(say.unit[unit], total, peak.name, peak.uses) + gapNote(stretches, unit, options.lang);
  const names = stretches.map((s) => s.name);
  const plotWidth = innerWidth(options.width) - textWidth(String(peak.uses), fontSizes.small) - gap;
  const x = {
    field: 'name',
    type: 'ordinal' as const,
    // given whole: the first layer has only those with a log
    scale: { type: 'band' as const, domain: names, paddingInner: 0.1, paddingOuter: 0.05 },
    axis: { values: shownNames(names, plotWidth), labelAngle: 0, labelOverlap: false },
  };
  const y = {
    field: 'uses',
    type: 'quantitative' as const,
    scale: { domain: [0, peak.uses * headroom], nice: false },
  };
  return {
    name: 'use',
    title: say.title,
    summary: subtitle,
    spec: {
      ...frame(say.title, subtitle, options),
      height,
      layer: [
        {
          data: { values: stretches.filter((s) => s.logged) },
          mark: { type: 'bar', orient: 'vertical', color: empty },
          encoding: { x, y: { value: 0 }, y2: { value: height } },
        },
        {
          data: { values: stretches },
          mark: { type: 'bar', color: known },
          encoding: {
            x,
            y: { ...y, axis: { orient: 'right', grid: false, tickCount: 4, tickMinStep: 1, format: 'd' } },
          },
        },
        {
          data: { values: [peak] },
          mark: { type: 'text', dy: -8, fontSize: fontSizes.small, fontWeight: 600, color: ink },
          encoding: { x, y, text: { field: 'uses' } },
        },
      ],
    },
  };
}

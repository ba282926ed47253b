import { greatest, sum } from 'd3-array';
import type { Stretches } from '../corpus/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { fontSizes, frame, innerWidth, paletteOf } from './theme.js';

const height = 160;
/** Room over the highest bar for its number, as a factor. */
const headroom = 1.15;
/** What the name of a stretch needs on the axis, in pixels, with air around it. */
const labelRoom = 76;

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
      `Messages with the term, by ${unit}. ${total} in all, most in ${peak} (${count}).`,
  },
};

/** Every so many-th name, so that names do not touch. */
function shownNames(names: readonly string[], width: number): string[] {
  const step = Math.max(1, Math.ceil(names.length / Math.max(1, Math.floor(width / labelRoom))));
  return names.filter((_, i) => i % step === 0);
}

/** How a term is used over time (用词随时间), a bar a stretch. Null where it is never used. */
export function termUse({ unit, stretches }: Stretches, options: ChartOptions): Chart | null {
  const peak = greatest(stretches, (s) => s.uses);
  if (!peak?.uses) return null;
  const { known, ink } = paletteOf(options.theme);
  const say = words[options.lang];
  const total = sum(stretches, (s) => s.uses);
  const subtitle = say.subtitle(say.unit[unit], total, peak.name, peak.uses);
  const names = stretches.map((s) => s.name);
  const x = { field: 'name', type: 'ordinal' as const, sort: null };
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
          data: { values: stretches },
          mark: { type: 'bar', color: known },
          encoding: {
            x: {
              ...x,
              axis: {
                values: shownNames(names, innerWidth(options.width)),
                labelAngle: 0,
                labelOverlap: false,
              },
            },
            y: { ...y, axis: { orient: 'right', tickCount: 4, tickMinStep: 1, format: 'd' } },
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

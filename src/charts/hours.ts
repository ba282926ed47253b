import { maxIndex } from 'd3-array';
import { words as spoken } from '../lang/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { fitLine } from './label.js';
import { fontSizes, frame, innerWidth, paletteOf } from './theme.js';

/** A side with its messages in each hour of the clock. */
export interface SideHours {
  label: string;
  hours: readonly number[];
}

const heightOfSide = 96;
const hour = (h: number) => `${String(h).padStart(2, '0')}:00`;

/** Hours against hours (时段对照): the sides above each other on one scale. */
export function hoursOf(sides: readonly SideHours[], options: ChartOptions): Chart | null {
  if (!sides.some(({ hours }) => hours.some((count) => count > 0))) return null;
  const say = spoken(options.lang).compare.hours;
  const palette = paletteOf(options.theme);
  const colors = [palette.domains.payments, palette.domains.work];
  const labels = sides.map(({ label }) => fitLine(label, innerWidth(options.width), fontSizes.label));
  const rows = sides.flatMap(({ hours }, i) =>
    hours.map((count, h) => ({ side: labels[i]!, hour: h, count: Math.round(count * 10) / 10 })),
  );
  const busiest = sides.map(({ label, hours }) => `${label} ${hour(maxIndex(hours))}`);
  const { autosize: _, ...framed } = frame(say.title, say.subtitle, options);
  const width = innerWidth(options.width) - 40;
  return {
    name: 'hours',
    title: say.title,
    summary: say.summary(busiest.join('，')),
    spec: {
      ...framed,
      autosize: { type: 'pad' },
      data: { values: rows },
      facet: {
        row: {
          field: 'side',
          type: 'nominal',
          sort: labels,
          header: {
            ...{ title: null, labelAngle: 0, labelOrient: 'top', labelAnchor: 'start' },
            ...{ labelFontSize: fontSizes.label, labelColor: palette.ink, labelLimit: 0 },
          },
        },
      },
      spec: {
        width,
        height: heightOfSide,
        mark: { type: 'bar', width: Math.max(3, width / 24 - 3) },
        encoding: {
          x: {
            field: 'hour',
            type: 'quantitative',
            scale: { domain: [-0.6, 23.6], nice: false },
            axis: {
              values: [0, 6, 12, 18, 23],
              grid: false,
              labelExpr: "format(datum.value, '02d') + ':00'",
            },
          },
          y: { field: 'count', type: 'quantitative', axis: { tickCount: 3 } },
          color: {
            field: 'side',
            type: 'nominal',
            legend: null,
            scale: { domain: labels, range: labels.map((_, i) => colors[i % 2]!) },
          },
        },
      },
    } as Chart['spec'],
  };
}

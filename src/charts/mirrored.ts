import { max } from 'd3-array';
import { words as spoken } from '../lang/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { fitLine } from './label.js';
import { textWidth } from './measure.js';
import { fontSizes, frame, innerWidth, paletteOf } from './theme.js';

/** A word with its rates on two sides. */
export interface MirroredWord {
  form: string;
  /** Messages in a thousand, first side and second. */
  rates: readonly [number, number];
}

const rowHeight = 25;
const widestNames = 0.36;
const gap = 8;
const inSummary = 5;

const shown = (rate: number) => (rate === 0 ? '0' : rate < 10 ? rate.toFixed(1) : String(Math.round(rate)));

/** Bars to the left and to the right of the words between them (对称条形图), in the order given. */
export function mirrored(
  list: readonly MirroredWord[],
  labels: readonly [string, string],
  options: ChartOptions,
): Chart | null {
  if (!list.length) return null;
  const say = spoken(options.lang).compare.bars;
  const palette = paletteOf(options.theme);
  const width = innerWidth(options.width);
  const names = list.map((w) => fitLine(w.form, width * widestNames, fontSizes.label));
  const half = Math.ceil(max(names, (name) => textWidth(name, fontSizes.label))! / 2) + gap;
  const figures =
    Math.ceil(max(list, (w) => max(w.rates, (r) => textWidth(shown(r), fontSizes.small)))!) + gap;
  const most = max(list, (w) => max(w.rates))! || 1;
  const middle = width / 2;
  const length = (rate: number) => (rate / most) * (middle - half - figures);
  const rows = list.map(({ rates: [a, b] }, row) => ({
    ...{ row, name: names[row]!, left: shown(a), right: shown(b) },
    ...{ a0: middle - half - length(a), a1: middle - half, b0: middle + half, b1: middle + half + length(b) },
  }));
  const y = {
    field: 'row',
    type: 'ordinal' as const,
    axis: null,
    scale: { paddingInner: 0.32, paddingOuter: 0.1 },
  };
  const x = (field: string) => ({ field, type: 'quantitative' as const, scale: null, axis: null });
  const bar = (from: string, to: string, color: string) => ({
    mark: { type: 'bar' as const, color },
    encoding: { x: x(from), x2: { field: to }, y },
  });
  const figure = (at: string, text: string, align: 'left' | 'right') => ({
    mark: {
      ...{ type: 'text' as const, align, dx: align === 'left' ? 5 : -5 },
      ...{ fontSize: fontSizes.small, color: palette.muted },
    },
    encoding: { x: x(at), y, text: { field: text } },
  });
  const summary = list
    .slice(0, inSummary)
    .map((w) => `${w.form} ${shown(w.rates[0])} : ${shown(w.rates[1])}`);
  return {
    name: 'words',
    title: say.title,
    summary: say.summary(labels[0], labels[1], summary.join('，')),
    spec: {
      ...frame(say.title, say.subtitle(...labels), options),
      height: rows.length * rowHeight,
      data: { values: rows },
      layer: [
        bar('a0', 'a1', palette.domains.payments),
        bar('b0', 'b1', palette.domains.work),
        {
          mark: { type: 'text' as const, align: 'center' as const },
          encoding: { x: { value: middle }, y, text: { field: 'name' } },
        },
        figure('a0', 'left', 'right'),
        figure('b1', 'right', 'left'),
      ],
    },
  };
}

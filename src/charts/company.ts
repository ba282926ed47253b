import { max, permute, sort } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { besideEachOther, companyOf, nearness } from './cooccurrence.js';
import { fitLine } from './label.js';
import { textWidth } from './measure.js';
import { placedBy } from './place.js';
import { fontSizes, frame, innerWidth, paletteOf } from './theme.js';
import { mostUsed } from './used-terms.js';

export interface CompanyOptions extends ChartOptions {
  /** Terms drawn at most. */
  most?: number;
}

/** Two terms, by their places in the order drawn, and how often they keep company. */
interface Pair {
  row: number;
  column: number;
  count: number;
}

/** Fewer terms say nothing that a sentence would not. */
const fewest = 3;
/** Of a cell and of a name, in pixels. */
const widestCell = 36;
const widestName = 92;
/** Pairs that are named. */
const named = 3;

const words = {
  zh: {
    title: '词与词同现',
    subtitle: (pairs: string[]) =>
      `同一话题里相隔不过 ${nearness} 条、提到两词的消息数。最常一起：${pairs.join('；')}。`,
    pair: (a: string, b: string, count: number) => `${a}与${b} ${count}`,
  },
  en: {
    title: 'Terms in company',
    subtitle: (pairs: string[]) =>
      `Messages with both terms within ${nearness} of each other in a thread. Closest: ${pairs.join('; ')}.`,
    pair: (a: string, b: string, count: number) => `${a} and ${b} ${count}`,
  },
};

/** The most used terms that keep company at all, companions side by side, and every two of them. */
function neighbours(analysis: DayAnalysis, most: number): { names: string[]; pairs: Pair[] } {
  const used = mostUsed(analysis).slice(0, 2 * most);
  const matrix = companyOf(used, analysis);
  // a single meeting is chance
  const kept = [...used.keys()].filter((i) => max(matrix[i]!)! > 1).slice(0, most);
  const order = permute(kept, besideEachOther(kept.map((i) => permute(matrix[i]!, kept))));
  return {
    names: order.map((i) => used[i]!.term),
    pairs: order.flatMap((i, row) =>
      order.slice(0, row).map((j, column) => ({ row, column, count: matrix[i]![j]! })),
    ),
  };
}

/** A pair as a cell, in units of cells, with its fill and ink. */
function cellOf({ row, column, count }: Pair, peak: number, { theme }: ChartOptions) {
  const { ramp, empty, background } = paletteOf(theme);
  const shade = ramp[Math.ceil((count / peak) * ramp.length) - 1];
  return {
    left: column,
    right: column + 1,
    top: row,
    bottom: row + 1,
    x: column + 0.5,
    y: row + 0.5,
    count: count || '',
    fill: shade?.fill ?? empty,
    ink: shade?.ink ?? background,
  };
}

function layersOf(names: string[], pairs: Pair[], cell: number, options: ChartOptions) {
  const columns: [number, number] = [0, innerWidth(options.width) / cell];
  const rows: [number, number] = [names.length, 0];
  const peak = max(pairs, (pair) => pair.count)!;
  const cells = pairs.map((pair) => cellOf(pair, peak, options));
  const labels = names.map((name, i) => ({ x: i, y: i + 0.5, name }));
  const middle = { x: placedBy('x', columns), y: placedBy('y', rows) };
  const given = (field: string) => ({ field, type: 'nominal' as const, scale: null, legend: null });
  return [
    {
      data: { values: cells },
      mark: { type: 'rect' as const, stroke: paletteOf(options.theme).background, strokeWidth: 2 },
      encoding: {
        x: placedBy('left', columns),
        x2: { field: 'right' },
        y: placedBy('top', rows),
        y2: { field: 'bottom' },
        color: given('fill'),
      },
    },
    {
      data: { values: cells },
      mark: { type: 'text' as const, fontSize: fontSizes.small },
      encoding: { ...middle, text: { field: 'count' }, color: given('ink') },
    },
    {
      data: { values: labels },
      mark: { type: 'text' as const, align: 'left' as const, dx: 5 },
      encoding: { ...middle, text: { field: 'name' } },
    },
  ];
}

/**
 * Which terms keep company (词与词同现): the lower half of a matrix. A term's name stands where its row ends and its
 * column begins, so Chinese need not be set on its side.
 */
export function company(analysis: DayAnalysis, options: CompanyOptions): Chart | null {
  const { lang, width, most = 13 } = options;
  const { names, pairs } = neighbours(analysis, most);
  if (names.length < fewest) return null;

  const say = words[lang];
  const labels = names.map((name) => fitLine(name, widestName, fontSizes.label));
  const lastLabel = textWidth(labels.at(-1)!, fontSizes.label) + 8;
  const cell = Math.min(widestCell, (innerWidth(width) - lastLabel) / (labels.length - 1));
  const closest = sort(pairs, (pair) => -pair.count).slice(0, named);
  const subtitle = say.subtitle(
    closest.map(({ row, column, count }) => say.pair(labels[column]!, labels[row]!, count)),
  );
  return {
    name: 'company',
    title: say.title,
    summary: subtitle,
    spec: {
      ...frame(say.title, subtitle, options),
      height: labels.length * cell,
      layer: layersOf(labels, pairs, cell, options),
    },
  };
}

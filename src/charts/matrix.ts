import { max } from 'd3-array';
import type { Chart, ChartOptions } from './chart.js';
import { fitLine } from './label.js';
import { textWidth } from './measure.js';
import { placedBy } from './place.js';
import { fontSizes, frame, innerWidth, paletteOf } from './theme.js';

/** A table of counts to be drawn as shaded cells (热图). */
export interface Matrix {
  name: string;
  title: string;
  subtitle: string;
  rows: string[];
  columns: string[];
  /** Counts by row, then column; null where there can be none. */
  values: (number | null)[][];
  /** Whether counts are written in their cells, where they fit; shades alone otherwise. */
  counted?: boolean;
  /** Cells that are marked, one a row: where something first appears. */
  marks?: { row: number; column: number }[];
}

const rowHeight = 24;
/** As wide as a cell needs to be, but for the name below it, in pixels. */
const widestCell = 40;
/** The most that the names of rows may take of the width. */
const widestNames = 0.34;
/** Room under the cells for the columns' names, and air beside and between names, in pixels. */
const foot = 22;
const gap = 8;
/** A count is written in its cell where it fits with so much air. */
const air = 6;

/** What the widest name of a column takes below the cells, with air. */
const labelRoom = (columns: readonly string[]): number =>
  (max(columns, (name) => textWidth(name, fontSizes.small)) ?? 0) + gap;

/** Names of columns that can stand under them without touching: every so many-th, from the first on. */
function columnLabels(columns: readonly string[], cell: number, start: number) {
  const every = Math.max(1, Math.ceil(labelRoom(columns) / cell));
  return columns.flatMap((name, i) => (i % every ? [] : [{ x: start + (i + 0.5) * cell, name }]));
}

/** Names of rows as they stand at the left, where the cells begin, and how wide one is. */
function layoutOf({ rows, columns }: Matrix, options: ChartOptions) {
  const room = innerWidth(options.width);
  const names = rows.map((row) => fitLine(row, room * widestNames, fontSizes.label));
  const start = Math.ceil(max(names, (row) => textWidth(row, fontSizes.label)) ?? 0) + gap;
  const cell = Math.min(Math.max(widestCell, labelRoom(columns)), (room - start) / columns.length);
  return { room, names, start, cell };
}

const isWritten = (count: number, cell: number) => textWidth(String(count), fontSizes.small) + air <= cell;

/** Whether every count of a matrix can be written in its cell. */
export function showsAllCounts(matrix: Matrix, options: ChartOptions): boolean {
  const { cell } = layoutOf(matrix, options);
  return matrix.values.flat().every((count) => !count || isWritten(count, cell));
}

function cellsOf({ values, counted = true }: Matrix, cell: number, start: number, options: ChartOptions) {
  const { ramp, empty, background } = paletteOf(options.theme);
  const peak = max(values.flat(), (v) => v ?? 0) || 1;
  return values.flatMap((row, r) =>
    row.flatMap((value, c) => {
      if (value === null) return [];
      // square roots: one busy cell would leave all others in the palest shade
      const shade = ramp[Math.ceil(Math.sqrt(value / peak) * ramp.length) - 1];
      const fits = counted && isWritten(value, cell);
      return {
        ...{ left: start + c * cell, right: start + (c + 1) * cell, x: start + (c + 0.5) * cell },
        ...{ top: r * rowHeight, bottom: (r + 1) * rowHeight, y: (r + 0.5) * rowHeight },
        ...{ count: value && fits ? value : '', fill: shade?.fill ?? empty, ink: shade?.ink ?? background },
      };
    }),
  );
}

/** A matrix as a chart: rows named at the left, columns below; the fuller a cell, the darker. Null where it is empty. */
export function matrixChart(matrix: Matrix, options: ChartOptions): Chart | null {
  const { rows, columns, values, title, subtitle, name } = matrix;
  if (!rows.length || !columns.length || !values.some((row) => row.some((v) => v))) return null;
  const { room, names, start, cell } = layoutOf(matrix, options);
  const height = rows.length * rowHeight + foot;
  const across: [number, number] = [0, room];
  const down: [number, number] = [height, 0];
  const middle = { x: placedBy('x', across), y: placedBy('y', down) };
  const given = (field: string) => ({ field, type: 'nominal' as const, scale: null, legend: null });
  const { background, muted, discovered } = paletteOf(options.theme);
  const cells = cellsOf(matrix, cell, start, options);
  const marks = (matrix.marks ?? []).map(({ row, column }) => ({
    x: start + column * cell + 4,
    y: row * rowHeight + 5,
  }));
  return {
    ...{ name, title, summary: subtitle },
    spec: {
      ...frame(title, subtitle, options),
      height,
      layer: [
        {
          data: { values: cells },
          mark: { type: 'rect' as const, stroke: background, strokeWidth: cell > 12 ? 2 : 1 },
          encoding: {
            x: placedBy('left', across),
            x2: { field: 'right' },
            y: placedBy('top', down),
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
          data: { values: names.map((row, i) => ({ x: start - gap, y: (i + 0.5) * rowHeight, name: row })) },
          mark: { type: 'text' as const, align: 'right' as const },
          encoding: { ...middle, text: { field: 'name' } },
        },
        {
          data: {
            values: columnLabels(columns, cell, start).map((label) => ({ ...label, y: height - foot / 2 })),
          },
          mark: { type: 'text' as const, fontSize: fontSizes.small, color: muted },
          encoding: { ...middle, text: { field: 'name' } },
        },
        {
          data: { values: marks },
          mark: { type: 'point' as const, filled: true, size: 26, color: discovered, opacity: 1 },
          encoding: middle,
        },
      ],
    },
  };
}

import { max, sort, sum } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { clock, hoursAround, timeChannel } from './clock.js';
import { domainColor, domainName } from './domains.js';
import { fitLine, plainLine } from './label.js';
import { textWidth } from './measure.js';
import { placedBy } from './place.js';
import { barMinutes, barsOf, type Row, rowsOf } from './rows.js';
import { fontSizes, frame, innerWidth, paletteOf } from './theme.js';

export interface TimelineOptions extends ChartOptions {
  /** Threads drawn at most. */
  rows?: number;
  /** Messages that a thread must have to be drawn. */
  least?: number;
}

/** Where things stand in a row, in parts of its height: the title close over its own bars, air before the next. */
const place = { label: 0.24, tallest: 0.4, floor: 0.82 };
const rowHeight = 44;
/** One message still shows. */
const lowest = 0.07;

const words = {
  zh: {
    title: '话题时间线',
    unit: (count: number) => `${count} 条`,
    how: (minutes: number) => `柱高为每 ${minutes} 分钟的消息数。`,
    left: (threads: number, messages: number) => `另有 ${threads} 个小话题（共 ${messages} 条）未画。`,
    summary: (shown: number, { title, messages, from, to }: Row) =>
      `当天 ${shown} 个话题沿时间排列；最大的是“${plainLine(title)}”，${messages.length} 条，${clock(from)}–${clock(to)}。`,
  },
  en: {
    title: 'Threads along the day',
    unit: (count: number) => String(count),
    how: (minutes: number) => `Bars: messages in ${minutes} minutes. `,
    left: (threads: number, messages: number) =>
      `Not drawn: ${threads} smaller threads, ${messages} messages.`,
    summary: (shown: number, { title, messages, from, to }: Row) =>
      `${shown} threads of the day along time; the largest is “${plainLine(title)}” with ${messages.length} messages, ${clock(from)}–${clock(to)}.`,
  },
};

/** A row's title and its number of messages, which must not meet. */
function labelOf(row: Row, i: number, { lang, width }: ChartOptions) {
  const count = words[lang].unit(row.messages.length);
  const room = innerWidth(width) - textWidth(count, fontSizes.small) - 12;
  return { y: i + place.label, edge: i + 1, title: fitLine(row.title, room, fontSizes.label), count };
}

/** What a row draws: its track from first to last message, and on it a bar for every stretch of time. */
function marksOf(rows: Row[], minutes: number, latest: number, options: ChartOptions) {
  const bars = rows.map((row) => barsOf(row, minutes));
  const peak = max(bars.flat(), (bar) => bar.count)!;
  // by the root, so that a single message beside a flood of them still shows
  const height = (count: number) => Math.max(lowest, place.tallest * Math.sqrt(count / peak));
  const named = rows.map((row) => domainName(row.domain, options));
  return {
    tracks: rows.map(({ from, to }, i) => ({ from, to, y: i + place.floor, domain: named[i] })),
    bars: bars.flatMap((row, i) =>
      row.map(({ from, to, count }) => ({
        from,
        to: Math.min(to, latest),
        y: i + place.floor,
        top: i + place.floor - height(count),
        domain: named[i],
      })),
    ),
  };
}

function layersOf(rows: Row[], hours: [number, number], minutes: number, options: ChartOptions) {
  const { muted, grid } = paletteOf(options.theme);
  const labels = rows.map((row, i) => labelOf(row, i, options));
  const { tracks, bars } = marksOf(rows, minutes, hours[1], options);
  const y = placedBy('y', [rows.length, 0]);
  const time = timeChannel(hours, innerWidth(options.width), 'top');
  const span = { x: { field: 'from', ...time }, x2: { field: 'to' } };
  const color = domainColor(
    rows.map((row) => row.domain),
    options,
  );
  return [
    {
      data: { values: labels },
      mark: { type: 'rule' as const, color: grid },
      encoding: { x: { value: 0 }, x2: { value: 'width' as const }, y: { ...y, field: 'edge' } },
    },
    {
      data: { values: tracks },
      mark: { type: 'rule' as const, strokeWidth: 2, yOffset: -1 },
      encoding: { ...span, y, color },
    },
    {
      data: { values: bars },
      mark: { type: 'rect' as const },
      encoding: { ...span, y, y2: { field: 'top' }, color },
    },
    {
      data: { values: labels },
      mark: { type: 'text' as const, align: 'left' as const },
      encoding: { x: { value: 0 }, y, text: { field: 'title' } },
    },
    {
      data: { values: labels },
      mark: { type: 'text' as const, align: 'right' as const, fontSize: fontSizes.small, color: muted },
      encoding: { x: { value: 'width' as const }, y, text: { field: 'count' } },
    },
  ];
}

/** The day's threads along time (话题时间线): a row a thread, the largest ones, by when they began. */
export function timeline(analysis: DayAnalysis, options: TimelineOptions): Chart | null {
  const { lang, width, rows: most = 14, least = 3 } = options;
  const all = rowsOf(analysis);
  const drawn = all.filter((row) => row.messages.length >= least).slice(0, most);
  const largest = drawn[0];
  if (!largest) return null;

  const say = words[lang];
  const left = all.slice(drawn.length);
  const hours = hoursAround(analysis.messages.map((m) => m.second));
  const minutes = barMinutes(hours, innerWidth(width));
  const leftOut = left.length
    ? say.left(
        left.length,
        sum(left, (row) => row.messages.length),
      )
    : '';
  return {
    name: 'timeline',
    title: say.title,
    summary: say.summary(drawn.length, largest),
    spec: {
      ...frame(say.title, say.how(minutes) + leftOut, options),
      height: drawn.length * rowHeight,
      layer: layersOf(
        sort(drawn, (row) => row.from),
        hours,
        minutes,
        options,
      ),
    },
  };
}

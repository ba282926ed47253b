import { sum } from 'd3-array';
import { words as spoken } from '../lang/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { fitLine } from './label.js';
import { textWidth } from './measure.js';
import { fontSizes, frame, innerWidth, paletteOf } from './theme.js';

/** A word as a point. */
export interface ScatterWord {
  form: string;
  /** Messages in a thousand, first side and second. */
  rates: readonly [number, number];
  /** Positive where the second side has more. */
  z: number;
  differs: boolean;
  /** Anchor on the page that its passages stand under; null where they do not. */
  anchor: string | null;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const margin = { left: 34, bottom: 46 };
const tallest = 560;
const radius = 3.5;
const longestLabel = 120;

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Where a label may stand about its point: right, left, above, below. */
function placesOf(x: number, y: number, wide: number): Box[] {
  const high = fontSizes.small;
  const box = (left: number, top: number): Box => ({ left, right: left + wide, top, bottom: top + high });
  return [
    box(x + radius + 3, y - high / 2),
    box(x - radius - 3 - wide, y - high / 2),
    box(x - wide / 2, y - radius - 2 - high),
    box(x - wide / 2, y + radius + 2),
  ];
}

/** Labels that collide neither with each other nor with a point; the first in the list is served first. */
function labelled<T extends { x: number; y: number; form: string }>(points: readonly T[], area: Box) {
  const taken: Box[] = points.map(({ x, y }) => ({
    ...{ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius },
  }));
  return points.flatMap((point, i) => {
    const form = fitLine(point.form, longestLabel, fontSizes.small);
    const wide = textWidth(form, fontSizes.small);
    const place = placesOf(point.x, point.y, wide).find(
      (box) =>
        box.left >= area.left &&
        box.right <= area.right &&
        box.top >= area.top &&
        box.bottom <= area.bottom &&
        taken.every((other, j) => j === i || !overlap(box, other)),
    );
    if (!place) return [];
    taken.push(place);
    return [{ ...point, form, lx: place.left, ly: (place.top + place.bottom) / 2 }];
  });
}

/** A rate on a logarithmic scale from 0 to 1; what was not said stands a step below the rarest. */
function scaleOf(rates: readonly number[]): (rate: number) => number {
  const said = rates.filter((rate) => rate > 0);
  const low = Math.log(Math.min(...said, 1)) - Math.log(2);
  const high = Math.log(Math.max(...said, 2));
  return (rate) => (rate > 0 ? (Math.log(rate) - low) / (high - low || 1) : 0);
}

/** What an entry of a legend takes beside its words: its square, and air. */
const besideLegend = 34;

/** A legend in a row where that has the room, else one under the other; its words are cut only where one alone is too long. */
function legendFor(names: readonly string[], width: number) {
  const taken = names.map((name) => textWidth(name, fontSizes.small) + besideLegend);
  return { columns: sum(taken) <= width ? names.length : 1, rowPadding: 6, labelLimit: width - besideLegend };
}

/**
 * Words by their use on each side, in the manner of Scattertext (Kessler 2017): across the first, up the second, coloured
 * where the difference holds, labels where there is room. Points of the same place are drawn beside each other.
 * @param list strongest first
 */
export function scatter(
  list: readonly ScatterWord[],
  labels: readonly [string, string],
  options: ChartOptions,
): Chart | null {
  if (!list.length) return null;
  const say = spoken(options.lang).compare.scatter;
  const palette = paletteOf(options.theme);
  const width = innerWidth(options.width);
  const height = Math.min(tallest, width * 0.8);
  const scale = scaleOf(list.flatMap((w) => w.rates));
  const at = new Map<string, number>();
  const color = (w: ScatterWord) => (!w.differs ? say.same : say.more(labels[w.z > 0 ? 1 : 0]));
  const points = list.map((w) => {
    const cell = `${scale(w.rates[0]).toFixed(2)} ${scale(w.rates[1]).toFixed(2)}`;
    const copy = at.get(cell) ?? 0;
    at.set(cell, copy + 1);
    const away = Math.sqrt(copy) * radius * 1.6; // a sunflower of those that share a place
    const angle = copy * 2.4;
    const inside = (value: number, most: number) => Math.min(most - radius, Math.max(radius, value));
    return {
      x: inside(margin.left + scale(w.rates[0]) * (width - margin.left) + away * Math.cos(angle), width),
      y: inside((1 - scale(w.rates[1])) * (height - margin.bottom) + away * Math.sin(angle), height),
      ...{ form: w.form, color: color(w), ...(w.anchor && { href: `#${w.anchor}` }) },
    };
  });
  const differing = list.filter((w) => w.differs).length;
  const named = labelled(points, { left: margin.left, right: width, top: 0, bottom: height - 2 });
  const pixels = (field: string) => ({ field, type: 'quantitative' as const, scale: null, axis: null });
  // a mark without an address must have no channel for one
  const isLinked = (linked: boolean) => (point: { href?: string }) => 'href' in point === linked;
  const href = (linked: boolean) => (linked ? { href: { field: 'href', type: 'nominal' as const } } : {});
  const domain = [say.more(labels[0]), say.more(labels[1]), say.same];
  const range = [palette.domains.payments, palette.domains.work, palette.domains.social];
  const legend = legendFor(domain, width);
  const colorOf = { field: 'color', type: 'nominal' as const, scale: { domain, range }, legend };
  const circles = (values: typeof points, linked: boolean) => ({
    data: { values },
    mark: { type: 'circle' as const, size: 4 * radius * radius, opacity: 0.75 },
    encoding: { x: pixels('x'), y: pixels('y'), color: colorOf, ...href(linked) },
  });
  const names = (values: typeof named, linked: boolean) => ({
    data: { values },
    mark: { type: 'text' as const, align: 'left' as const, fontSize: fontSizes.small, color: palette.ink },
    encoding: { x: pixels('lx'), y: pixels('ly'), text: { field: 'form' }, ...href(linked) },
  });
  const edge = (text: string, x: number, y: number, angle: number) => ({
    data: { values: [{}] },
    mark: {
      ...{ type: 'text' as const, angle, align: 'right' as const, text, limit: width - margin.left },
      ...{ fontSize: fontSizes.small, color: palette.muted, baseline: 'middle' as const },
    },
    encoding: { x: { value: x }, y: { value: y } },
  });
  return {
    name: 'scatter',
    title: say.title,
    summary: say.summary(list.length, differing),
    spec: {
      ...frame(say.title, say.subtitle(...labels), options),
      height,
      layer: [
        ...[false, true].map((linked) => circles(points.filter(isLinked(linked)), linked)),
        ...[false, true].map((linked) => names(named.filter(isLinked(linked)), linked)),
        edge(`${labels[0]} →`, width - 4, height - 6, 0),
        edge(`${labels[1]} →`, 10, 4, -90),
      ],
    },
  };
}

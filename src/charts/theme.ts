import type { Config, TopLevelSpec } from 'vega-lite';
import type { Domain } from '../threads/index.js';
import type { ChartOptions } from './chart.js';
import { wrapLines } from './label.js';

/** The colours of a theme. */
export interface Palette {
  background: string;
  ink: string;
  /** For what is beside the point. At least 4.5:1 on the background, as it is read too. */
  muted: string;
  grid: string;
  domains: Record<Domain, string>;
  known: string;
  discovered: string;
  /** What is known to have nothing in it: told from the background, which is where nothing is known. */
  empty: string;
  /** From a little to a lot, each with an ink that reads on it (4.5:1 or more). Few steps, so that none is in between. */
  ramp: { fill: string; ink: string }[];
}

/**
 * Blue and vermilion of Okabe & Ito (Color Universal Design, 2008), told apart by all common kinds of sight; small talk
 * is grey, as it stands back. Each has 3:1 or more on its background, what graphics need (WCAG 2.2, 1.4.11).
 */
const palettes: Record<ChartOptions['theme'], Palette> = {
  light: {
    background: '#ffffff',
    ink: '#1f2328',
    muted: '#59636e',
    grid: '#e6e8eb',
    domains: { payments: '#0072b2', work: '#d55e00', social: '#8c939b' },
    known: '#0072b2',
    discovered: '#d55e00',
    empty: '#eceff2',
    ramp: [
      { fill: '#dcebf6', ink: '#1f2328' },
      { fill: '#a8d0ec', ink: '#1f2328' },
      { fill: '#5ba6d6', ink: '#0b1015' },
      { fill: '#005a8f', ink: '#ffffff' },
    ],
  },
  dark: {
    background: '#15181c',
    ink: '#e8eaed',
    muted: '#a3abb5',
    grid: '#2d3238',
    domains: { payments: '#56b4e9', work: '#e69f00', social: '#858d96' },
    known: '#56b4e9',
    discovered: '#e69f00',
    empty: '#23282e',
    ramp: [
      { fill: '#1b3447', ink: '#e8eaed' },
      { fill: '#22577d', ink: '#ffffff' },
      { fill: '#4a9dd0', ink: '#0b1015' },
      { fill: '#a5dafa', ink: '#0b1015' },
    ],
  },
};

/** Sizes of type in pixels. */
export const fontSizes = { title: 16, label: 13, small: 12 };

const font = "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
const padding = 12;
const narrowest = 240;

/** The colours of a theme, for a page that shows its charts too. */
export function paletteOf(theme: ChartOptions['theme']): Palette {
  return palettes[theme];
}

/** What of a chart's width is left between its margins. */
export function innerWidth(width: number): number {
  return Math.max(narrowest, width) - 2 * padding;
}

function configOf({ background, ink, muted, grid }: Palette): Config {
  return {
    aria: false, // the SVG says once what it shows; a description on every mark would be read out one by one
    background,
    font,
    padding,
    view: { stroke: null },
    title: {
      anchor: 'start',
      frame: 'group',
      fontSize: fontSizes.title,
      fontWeight: 600,
      color: ink,
      subtitleFontSize: fontSizes.small,
      subtitleLineHeight: 17,
      subtitleColor: muted,
      subtitlePadding: 5,
      offset: 10,
    },
    axis: {
      labelFontSize: fontSizes.small,
      labelColor: muted,
      gridColor: grid,
      domain: false,
      ticks: false,
      labelPadding: 6,
      title: null,
    },
    legend: {
      orient: 'top',
      direction: 'horizontal',
      title: null,
      offset: 8,
      labelFontSize: fontSizes.small,
      labelColor: ink,
      labelLimit: 0,
      symbolType: 'square',
      symbolSize: 110,
      symbolStrokeWidth: 0,
      columnPadding: 16,
    },
    text: { fontSize: fontSizes.label, color: ink, baseline: 'middle' },
  };
}

/** What all charts have in common: the outer size, the title over its subtitle, the colours and the type. */
export function frame(title: string, subtitle: string, { theme, width }: ChartOptions) {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: innerWidth(width) + 2 * padding,
    autosize: { type: 'fit-x', contains: 'padding' },
    title: { text: title, subtitle: wrapLines(subtitle, innerWidth(width), fontSizes.small) },
    config: configOf(palettes[theme]),
  } as const satisfies Partial<TopLevelSpec>;
}

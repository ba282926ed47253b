import type { TopLevelSpec } from 'vega-lite';

/** A chart (图), ready to be rendered: `renderSvg` makes a picture of it, `spec` can be published as it is. */
export interface Chart {
  /** Short and stable, for file names and anchors. */
  name: string;
  title: string;
  spec: TopLevelSpec;
  /** One sentence that says what the chart shows, for those who cannot see it. May hold chat text: untrusted. */
  summary: string;
}

/** Widths that a chart is drawn for, in pixels: type keeps its size on a page and on a phone. */
export const chartWidths = { wide: 720, narrow: 340 };

/** What every chart needs to know of where it will be shown. */
export interface ChartOptions {
  /** Language of the chart's own words; chat text stays as it is. */
  lang: 'zh' | 'en';
  theme: 'light' | 'dark';
  /** Of the whole picture, in CSS pixels. Type is sized for 1:1: make a narrow chart for a phone, not a scaled one. */
  width: number;
}

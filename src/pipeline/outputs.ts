import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DayAnalysis } from '../analysis/index.js';
import { type Chart, type ChartOptions, chartWidths, dayCharts, renderSvg } from '../charts/index.js';
import type { Lang } from '../lang/index.js';
import { innerNames } from '../privacy/index.js';
import {
  type Before,
  buildReport,
  htmlPage,
  type PageAssets,
  type Report,
  type ThemedChart,
  toBrief,
  toMarkdown,
} from '../report/index.js';
import type { Entry } from '../text/index.js';
import type { OutputName } from './declaration.js';
import { makeFolder, writeWhole } from './write.js';

/** How a day's outputs are made. */
export interface OutputOptions {
  out: string;
  outputs: readonly OutputName[];
  lang: Lang;
  entries: readonly Entry[];
  /** Folder with the images that the logs name; they are copied beside the report and shown. */
  images?: string | undefined;
  /** What earlier days have to say about this one. */
  before?: Before | undefined;
}

export type DrawnChart = Chart & ThemedChart & { narrow: ThemedChart };

/**
 * Charts drawn for light and dark, wide and narrow.
 * @param make the charts for one theme and width, the same ones for each
 */
export async function drawCharts(
  make: (options: ChartOptions) => Chart[],
  lang: Lang,
): Promise<DrawnChart[]> {
  const drawn = (theme: 'light' | 'dark', width: number) =>
    Promise.all(make({ lang, theme, width }).map(renderSvg));
  const [light, dark] = [await drawn('light', chartWidths.wide), await drawn('dark', chartWidths.wide)];
  const [narrowLight, narrowDark] = [
    await drawn('light', chartWidths.narrow),
    await drawn('dark', chartWidths.narrow),
  ];
  return make({ lang, theme: 'light', width: chartWidths.wide }).map((chart, i) => ({
    ...chart,
    light: light[i]!,
    dark: dark[i]!,
    narrow: { light: narrowLight[i]!, dark: narrowDark[i]! },
  }));
}

/** Copies the images of a day that lie in the images folder, and says where a page finds them. */
function imageFinder(images: string | undefined, out: string, folder: string): PageAssets['image'] {
  if (!images) return () => null;
  const present = new Set(existsSync(images) ? readdirSync(images) : []);
  return ({ url }) => {
    const name = basename(url.split(/[?#]/)[0] ?? '');
    if (!/^[\w.-]+\.(?:png|jpe?g|gif|webp)$/i.test(name) || !present.has(name)) return null;
    makeFolder(join(out, folder));
    copyFileSync(join(images, name), join(out, folder, name));
    return `${folder}/${name}`;
  };
}

/** A chart's files: the picture, and the specification that it was drawn from. */
const chartFiles = (chart: DrawnChart): [name: string, content: string][] => [
  [`${chart.name}.svg`, chart.light],
  [`${chart.name}.vl.json`, `${JSON.stringify(chart.spec, null, 2)}\n`],
];

/** Writes a day's analysis, under `<out>/<group>/<date>.json`, from its JSON. Returns the path. */
export function writeAnalysis(
  { group, date }: Pick<DayAnalysis, 'group' | 'date'>,
  json: string | Uint8Array,
  out: string,
): string {
  const path = join(out, group, `${date}.json`);
  writeWhole(path, json);
  return path;
}

/**
 * Writes what a pipeline declares for one day, under `<out>/<group>/<date>.*`, its charts in a folder `<date>/` beside.
 * Returns the paths that were written, the page for people first.
 */
export async function writeOutputs(analysis: DayAnalysis, options: OutputOptions): Promise<string[]> {
  const { outputs, lang, entries } = options;
  const out = join(options.out, analysis.group);
  const path = (extension: string) => join(out, `${analysis.date}.${extension}`);
  const written: string[] = [];
  const write = (file: string, pieces: string | Iterable<string>) => {
    writeWhole(file, pieces);
    written.push(file);
  };
  const wants = (name: OutputName) => outputs.includes(name);
  const report: Report | null = outputs.some((name) => name !== 'analysis' && name !== 'charts')
    ? buildReport(analysis, { lang, names: innerNames, entries, before: options.before })
    : null;
  const charts = wants('charts') ? await drawCharts((o) => dayCharts(analysis, o), lang) : [];
  if (report && wants('html')) {
    const image = imageFinder(options.images, out, analysis.date);
    write(path('html'), htmlPage(report, { charts, image, brief: toBrief(report) }));
  }
  if (report && wants('markdown')) {
    const files = charts.map((chart) => ({ title: chart.title, path: `${analysis.date}/${chart.name}.svg` }));
    write(path('md'), toMarkdown(report, { page: `${analysis.date}.html`, charts: files }));
  }
  if (report && wants('brief')) write(path('txt'), toBrief(report));
  if (wants('analysis')) written.push(writeAnalysis(analysis, JSON.stringify(analysis), options.out));
  for (const [name, content] of charts.flatMap(chartFiles)) write(join(out, analysis.date, name), content);
  return written;
}

import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { rollup } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import {
  type Chart,
  type ChartOptions,
  chartWidths,
  dayCharts,
  termUse,
  topicCharts,
} from '../charts/index.js';
import { type DaySlice, type DayWords, stretchesOf } from '../corpus/index.js';
import type { Lang } from '../lang/index.js';
import { packaged, writeWhole } from '../pipeline/index.js';
import { innerNames } from '../privacy/index.js';
import { draftRecord, recordPage } from '../records/index.js';
import {
  type Before,
  buildReport,
  figures,
  htmlPage,
  type Part,
  type SiteFrame,
  type SitePart,
  showTopics,
  type TopicsHead,
  toBrief,
  topicsPage,
} from '../report/index.js';
import {
  compareCode,
  compareScript,
  foldingScript,
  type SiteDay,
  type SitePage,
  type SiteTerm,
  searchScript,
  siteScript,
  type TermLeads,
  termSitePage,
} from '../site/index.js';
import { type Entry, fold } from '../text/index.js';
import type { Topics } from '../topics/index.js';
import { SiteFiles } from './site-files.js';

const require = createRequire(import.meta.url);

/** A package's file, whatever its `exports` say. */
const packageFile = (name: string, file: string): string => {
  const entry = require.resolve(name);
  const at = entry.lastIndexOf(join('node_modules', name));
  return join(entry.slice(0, at), 'node_modules', name, file);
};

/** A file of data as a script: a page from a disk can read no other. */
const dataFile = (key: string, value: unknown): string =>
  `huatiData(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`;

/** The looks that a chart is drawn in, as the site's script calls them. */
const looks = [
  { look: 'wideLight', theme: 'light', width: chartWidths.wide },
  { look: 'wideDark', theme: 'dark', width: chartWidths.wide },
  { look: 'narrowLight', theme: 'light', width: chartWidths.narrow },
  { look: 'narrowDark', theme: 'dark', width: chartWidths.narrow },
] as const;

/** The specifications of charts: chart → look → specification. */
function chartsFile(name: string, make: (options: ChartOptions) => Chart[], lang: Lang): string {
  const drawn = looks.flatMap(({ look, theme, width }) =>
    make({ lang, theme, width }).map((chart) => ({ look, chart })),
  );
  const charts = rollup(
    drawn,
    (same) => Object.fromEntries(same.map(({ look, chart }) => [look, chart.spec])),
    ({ chart }) => chart.name,
  );
  return `huatiCharts(${JSON.stringify(name)}, ${JSON.stringify(Object.fromEntries(charts))});\n`;
}

/** What all pages of a site share. */
export interface SiteOptions {
  folder: string;
  lang: Lang;
  isPublic: boolean;
  entries: readonly Entry[];
  parts: readonly SitePart[];
}

/** Writes the files of a site (网站), each whole or not at all. */
export class SiteWriter {
  /** Pages written so far. */
  pages = 0;
  private readonly files: SiteFiles;

  constructor(readonly options: SiteOptions) {
    this.files = new SiteFiles(options.folder);
  }

  page(part: SitePart, root: string): SitePage {
    const { lang, isPublic, parts } = this.options;
    return { root, part, parts, lang, isPublic };
  }

  private frame(part: SitePart, root: string): SiteFrame {
    return { root, part, parts: this.options.parts };
  }

  write(path: string, content: string | Iterable<string>): void {
    this.files.note(path);
    writeWhole(join(this.options.folder, path), content);
    if (path.endsWith('.html')) this.pages++;
  }

  /** Writes the way in, when all else is there and what no longer belongs is gone: a site that was broken off has none. */
  finish(home: string | Iterable<string>): void {
    this.files.note('index.html');
    this.files.finish();
    this.write('index.html', home);
  }

  /** Takes away the way into an older site, and writes the scripts and libraries that the pages load. */
  begin(): void {
    rmSync(join(this.options.folder, 'index.html'), { force: true });
    const compiled = (file: string) => readFileSync(packaged(join('dist', file)), 'utf8');
    const comparing = ['compare/sides.js', 'corpus/keyness.js', 'compare/log-odds.js', 'compare/words.js'];
    this.write('assets/site.js', siteScript);
    this.write('assets/folding.js', foldingScript());
    this.write('assets/search.js', searchScript);
    this.write('assets/compare.js', compareScript);
    this.write('assets/compare-code.js', compareCode(comparing.map(compiled)));
    for (const [name, file] of [
      ['vega', 'build/vega.min.js'],
      ['vega-lite', 'build/vega-lite.min.js'],
      ['vega-embed', 'build/vega-embed.min.js'],
      ['d3-array', 'dist/d3-array.min.js'],
    ] as const)
      this.write(
        `assets/${file.split('/').at(-1)}`,
        readFileSync(packageFile(name, file), 'utf8').replace(/\n?\/\/# sourceMappingURL=.*/, ''),
      );
  }

  data(key: string, value: unknown): void {
    this.write(`data/${key}.js`, dataFile(key, value));
  }

  /** A day's report, its charts, its words and its messages. */
  day(analysis: DayAnalysis, words: DayWords, before: Before): void {
    const { lang, entries } = this.options;
    const { group, date } = analysis;
    const report = buildReport(analysis, { lang, names: innerNames, entries, before });
    const make = (options: ChartOptions) => dayCharts(analysis, options);
    const embedded = `${date}.charts.js`;
    const charts = make({ lang, theme: 'light', width: chartWidths.wide }).map(
      ({ name, title, summary }) => ({
        ...{ name, title, summary, embedded: encodeURIComponent(embedded) },
      }),
    );
    const site = this.frame('home', '../../');
    // whether a term that the glossary lacks gets a page is known when all days are
    const counted = new Set(words.messages.n);
    const paged = analysis.terms.filter((t) => t.known && t.messages.some((n) => counted.has(n)));
    const known = new Set(paged.map((t) => t.term));
    const termPage = (term: string) => (known.has(term) ? `../../${termFile(term)}` : null);
    this.write(
      `days/${group}/${date}.html`,
      htmlPage(report, { charts, image: () => null, brief: toBrief(report), site, termPage }),
    );
    this.write(`days/${group}/${embedded}`, chartsFile(embedded, make, lang));
    this.data(`words/${group}/${date}`, words);
    const texts = analysis.messages
      .filter((m) => m.duplicateOf === null)
      .map((m) => [m.n, [m.time, innerNames.show(m.speaker), m.text]]);
    this.data(`messages/${group}/${date}`, Object.fromEntries(texts));
  }

  /** The record of a talk; its path from the root of the site. */
  record(analysis: DayAnalysis, i: number, consent: string): string {
    const { lang, isPublic } = this.options;
    const { group, date } = analysis;
    const path = `records/${group}/${date}${i ? `-${i + 1}` : ''}.html`;
    const page = recordPage(draftRecord(analysis, analysis.talks[i]!, innerNames), {
      ...{ lang, edition: isPublic ? 'public' : 'inner', consent, fixes: [], fixesFile: '' },
      dayPage: (of) => `../../days/${encodeURIComponent(group)}/${encodeURIComponent(of)}.html`,
      site: this.frame('records', '../../'),
    });
    this.write(path, page);
    return path.split('/').map(encodeURIComponent).join('/');
  }

  /** The page of topics with its charts. */
  topics(found: Topics, days: readonly DaySlice[], head: TopicsHead): void {
    const { lang, isPublic } = this.options;
    const make = (options: ChartOptions) => topicCharts(found, days, innerNames, options);
    const charts = make({ lang, theme: 'light', width: chartWidths.wide }).map(
      ({ name, title, summary }) => ({
        ...{ name, title, summary, embedded: 'topics.charts.js' },
      }),
    );
    const page = topicsPage(
      showTopics(found, innerNames),
      { ...head, isPublic },
      {
        charts,
        page: (group, date) => `../days/${encodeURIComponent(group)}/${encodeURIComponent(date)}.html`,
        site: this.frame('topics', '../'),
      },
      lang,
    );
    this.write('topics/index.html', page);
    this.write('topics/topics.charts.js', chartsFile('topics.charts.js', make, lang));
  }

  /** A term's page with the chart of its use. */
  term(term: SiteTerm, leads: TermLeads, days: readonly SiteDay[]): void {
    const path = termFile(term.term);
    const embedded = `${path.slice('terms/'.length, -'.html'.length)}.charts.js`;
    const uses = new Map(term.days.map(({ group, date, messages }) => [`${group}/${date}`, messages.length]));
    const counts = days.map(({ group, date, messages: all }): [string, { uses: number; all: number }] => {
      const key = `${group}/${date}`;
      return [key, { uses: uses.get(key) ?? 0, all }];
    });
    const stretches = stretchesOf(new Map(counts));
    const make = (options: ChartOptions) => [termUse(stretches, options)].filter((chart) => chart !== null);
    const [chart] = make({ lang: this.options.lang, theme: 'light', width: chartWidths.wide });
    const figure: Part =
      chart && figures([{ name: chart.name, title: chart.title, summary: chart.summary, embedded }]);
    this.write(path, termSitePage(this.page('terms', '../'), term, leads, figure));
    if (chart) this.write(`terms/${embedded}`, chartsFile(embedded, make, this.options.lang));
  }
}

/** Where a term's page lies: named by its folded form alone, so that a link stays good when the glossary grows. */
export const termFile = (term: string): string =>
  `terms/${createHash('sha256').update(fold(term)).digest('hex').slice(0, 12)}.html`;

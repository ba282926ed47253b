export { toBrief } from './brief.js';
export { buildReport, type ReportOptions } from './build.js';
export { escapeHtml, escapeMarkdown, webAddress } from './escape.js';
export { htmlPage, type PageAssets, type ThemedChart } from './html.js';
export { type ChartFile, type MarkdownLinks, toMarkdown } from './markdown.js';
export type { Report, Statement, TalkReport, TermReport, ThreadReport } from './model.js';
export { citation, rangesOf } from './references.js';

export { toBrief } from './brief.js';
export { buildReport, type ReportOptions } from './build.js';
export { escapeHtml, escapeMarkdown, webAddress } from './escape.js';
export { type ShownExchange, type ShownOldAnswer, showExchange } from './exchanges.js';
export { htmlPage, type PageAssets, type ThemedChart } from './html.js';
export { type ChartFile, type MarkdownLinks, toMarkdown } from './markdown.js';
export type { Report, Statement, TalkReport, TermReport, ThreadReport } from './model.js';
export { type QaHead, qaMarkdown, qaRows, qaText } from './qa-list.js';
export { citation, rangesOf } from './references.js';

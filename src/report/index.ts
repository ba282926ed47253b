export { nothingBefore, showBefore } from './before.js';
export { toBrief } from './brief.js';
export { buildReport, countUnanswered, type ReportOptions } from './build.js';
export { type FindPage, rateText, type ShownComparison, showComparison } from './comparison.js';
export { comparisonMarkdown } from './comparison-markdown.js';
export { type ComparisonAssets, comparisonPage, wordAnchor } from './comparison-page.js';
export {
  buildDigest,
  callsOf,
  type Digest,
  type DigestSources,
  type DigestSpan,
  spanBefore,
} from './digest.js';
export { digestPage } from './digest-page.js';
export { digestMarkdown, digestText } from './digest-text.js';
export { escapeHtml, escapeMarkdown, escapeProse, webAddress } from './escape.js';
export { type ShownExchange, showExchange } from './exchanges.js';
export { htmlPage, type PageAssets, type ThemedChart } from './html.js';
export { figures } from './html-charts.js';
export { html, joined, Markup, type Part } from './html-markup.js';
export { pageHead } from './html-shell.js';
export { type ChartFile, type MarkdownLinks, toMarkdown } from './markdown.js';
export type { Before, Report, Statement, TalkReport, TermReport, ThreadReport } from './model.js';
export { type QaHead, qaMarkdown, qaRows, qaText } from './qa-list.js';
export { citation, rangesOf } from './references.js';
export { shorten } from './shorten.js';
export { type SiteFrame, type SitePart, siteNav, siteParts } from './site-frame.js';
export { type FindDayPage, noDayPages, sourceHtml } from './source-links.js';
export { termPage } from './term-page.js';
export { sparkline, termText } from './term-text.js';
export { type TermView, termView } from './term-view.js';
export { type ShownThread, type ShownTopic, type ShownTopics, showTopics } from './topics-model.js';
export { type TopicsAssets, topicsPage } from './topics-page.js';
export { type TopicsHead, topicsMarkdown, topicsText } from './topics-text.js';
export { weekdayOf } from './weekday.js';

import { createHash } from 'node:crypto';
import type { Lang } from '../lang/index.js';
import { html, Markup, type Part } from './html-markup.js';
import { anchors, letterOf, type Page } from './html-page.js';
import { pageScript } from './page-script.js';
import { pageStyle } from './page-style.js';
import { type SiteFrame, siteNavStyle, siteScripts } from './site-frame.js';
import { talkKind } from './talks.js';
import { weekdayOf } from './weekday.js';

/** Nothing is loaded but what lies beside the page, and no script runs but the page's own and, in a site, the site's. */
const policyOf = (isSite: boolean): string =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src 'sha256-${createHash('sha256').update(pageScript).digest('base64')}'${isSite ? " 'self' file:" : ''}`,
    "img-src 'self' data: file:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** `2018-07-12 周四`. */
export function dateLine({ report, w }: Page): string {
  const weekday = weekdayOf(report.analysis.date);
  return `${report.analysis.date}${weekday === null ? '' : ` ${w.weekdays[weekday]}`}`;
}

/** All before the first words of a page of the program's, whatever it tells of; `style` comes on top of every page's. */
export const pageHead = (
  lang: Lang,
  title: string,
  style = '',
  site?: SiteFrame,
): Markup => html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(site !== undefined)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(pageStyle + (site ? siteNavStyle : '') + style)}</style>
<script>${new Markup(pageScript)}</script>
${site && siteScripts(site)}</head>
`;

/** The head of a day's page. */
export const documentHead = (page: Page): Markup =>
  pageHead(page.report.lang, `${page.report.analysis.group} ${dateLine(page)}`, '', page.assets.site);

/** Whose day it is, and for whom; the brief to pass on in the chat. */
export function masthead(page: Page): Markup {
  const { report, assets, w } = page;
  const { counts, analysis } = report;
  const asides = [
    counts.copies > 0 && w.copies(counts),
    counts.claimed !== null && w.claimed(counts.claimed),
  ];
  return html`<header class="masthead">
<p class="kicker">${w.page.kicker} ${edition(page)}</p>
<h1>${analysis.group} <time>${dateLine(page)}</time></h1>
<p class="facts">${counts.messages ? w.counts(counts) : w.empty}${asides.map((aside) => aside && html` · ${aside}`)}</p>
${analysis.published && html`<p class="facts">${w.privacy.replaced(analysis.published)}${w.marks.stop}${w.privacy.notPromised}${w.marks.stop}</p>`}
${counts.messages > 0 && brief(page, assets.brief)}</header>
`;
}

/** For whom the page is. */
const edition = ({ report, w }: Page): Markup =>
  report.analysis.published
    ? html`<span class="badge public">${w.privacy.edition}</span>`
    : html`<span class="badge inner">${w.inner}</span>`;

function brief({ w }: Page, text: string): Markup {
  return html`<div class="brief"><button type="button" id="copy" class="js" data-done="${w.page.copied}" data-failed="${w.page.copyFailed}">${w.page.copyBrief}</button><details><summary>${w.page.brief}</summary>
<pre id="brief">${text}</pre></details></div>
`;
}

const link = (anchor: string, words: Part): Markup => html`<li><a href="#${anchor}">${words}</a>`;

/** Threads under their heading; on a phone the list of contents is a strip and leaves them out. */
const threadLinks = ({ report }: Page): Markup =>
  html`<ol>${report.threads.map((t, i) => html`${link(anchors.thread(t.id), html`<b>${letterOf(i)}</b> ${t.title}`)}</li>`)}</ol>`;

/** The sections of the group's life that there are. */
function lifeLinks({ report: { life }, w }: Page): Part {
  const sections: [id: string, name: string, count: number][] = [
    ['schedule', w.life.schedule, life.schedule.length],
    ['signins', w.life.signins, life.signins.names.length],
    ['helpers', w.life.helpers, life.helpers.length],
    ['articles', w.life.articles, life.articles.length],
  ];
  return sections
    .filter(([, , count]) => count > 0)
    .map(
      ([id, name]) => html`${link(id, name)}</li>
`,
    );
}

/** The list of contents (目录): the sections that there are, in their order. */
export function contents(page: Page): Markup {
  const { report, assets, w } = page;
  const { terms } = report;
  const has = (list: readonly unknown[]) => list.length > 0;
  return html`<nav class="contents" aria-label="${w.page.contents}">
<ol>
${
  !report.analysis.published &&
  html`${link('todo', w.todo)}</li>
`
}${report.talks.map(
  (
    t,
    i,
  ) => html`${link(anchors.talk(i), html`${talkKind(t, w)}<span class="deep">《${t.title}》</span>`)}</li>
`,
)}${
  has(report.threads) &&
  html`${link('threads', w.worthReading)}${threadLinks(page)}</li>
`
}${
  has(report.brief) &&
  html`${link('small', w.small)}</li>
`
}${
  has(report.unanswered) &&
  html`${link('unanswered', w.unanswered)}</li>
`
}${
  (has(terms.used) || has(terms.discovered) || has(terms.defined)) &&
  html`${link('terms', w.terms)}</li>
`
}${lifeLinks(page)}${link('unseen', w.unseen)}</li>
${
  has(report.people) &&
  html`${link('people', w.whoSpoke)}</li>
`
}${
  has(assets.charts) &&
  html`${link('charts', w.figures)}</li>
`
}${
  has(report.analysis.notes) &&
  html`${link('notes', w.readingNotes)}</li>
`
}${link('log', w.log)}</li>
</ol>
<button type="button" id="theme" class="js">${w.page.theme}</button>
</nav>
`;
}

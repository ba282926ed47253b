import { addDays } from '../compare/index.js';
import { endsOf } from '../corpus/index.js';
import { words } from '../lang/index.js';
import { html } from '../report/index.js';
import { type SitePage, sitePage, wordsFor } from './page.js';

/** The search page (搜索): it is empty until something is typed. */
export function searchPage(page: SitePage): string {
  const { site } = words(page.lang);
  const said = { ...site.search, found: site.search.found('%') };
  return sitePage(
    page,
    site.parts.search,
    site.parts.search,
    [
      wordsFor(said),
      html`<noscript><p>${site.scripts}</p></noscript>
<form id="search" role="search"><label>${site.search.hint}<input type="search" id="query" autocomplete="off" spellcheck="false"></label><button type="submit">${site.search.go}</button></form>
<p class="how">${site.search.how}</p>
<p id="said" role="status"></p>
<ul id="hits" class="says"></ul>
<p><button type="button" id="more" hidden>${site.search.more}</button></p>
`,
    ],
    ['folding.js', 'search.js'],
  );
}

/** The last seven days that there are and the seven before them, as spans. */
function latestWeeks(days: readonly { date: string }[]): string[] {
  const { last } = endsOf(days.map(({ date }) => date));
  if (!last) return [];
  return [13, 6].map((before) => `${addDays(last, -before)}..${addDays(last, 6 - before)}`);
}

/** The page that compares any two days, weeks or months in the browser (对比), with the two latest days to begin with. */
export function comparePage(page: SitePage, days: readonly { group: string; date: string }[]): string {
  const w = words(page.lang);
  const { compare, site } = w;
  const said = {
    ...{ differs: compare.differs, noneDiffer: compare.noneDiffer, fewVoices: compare.fewVoices },
    ...{ fewVoicesHow: compare.fewVoicesHow, changes: compare.changes, word: compare.columns.word },
    ...{ change: compare.columns.change, none: compare.none, notSaid: compare.notSaid },
    ...{ days: compare.rows.days, messages: compare.rows.messages, bad: site.compare.bad },
    ...{ passages: site.compare.passages, loading: site.search.loading },
    count: site.compare.count,
    voice: site.compare.voice,
  };
  const latest = latestWeeks(days);
  const field = (id: string, label: string, value: string) =>
    html`<label>${label}<input id="${id}" list="sides-known" value="${value}" autocomplete="off" spellcheck="false"></label>`;
  return sitePage(
    page,
    site.parts.compare,
    site.parts.compare,
    [
      wordsFor(said),
      html`<noscript><p>${site.scripts}</p></noscript>
<form id="sides">${field('first', site.compare.first, latest[0] ?? '')}${field('second', site.compare.second, latest[1] ?? latest[0] ?? '')}<button type="submit">${site.compare.go}</button>
<datalist id="sides-known">${days.map(({ group, date }) => html`<option value="${group}/${date}">`)}</datalist></form>
<p class="how">${site.compare.how}</p>
<div id="compared"></div>
`,
    ],
    ['d3-array.min.js', 'compare-code.js', 'compare.js'],
  );
}

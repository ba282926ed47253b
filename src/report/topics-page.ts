import { type Lang, type Words, words } from '../lang/index.js';
import { figures } from './html-charts.js';
import { html, joined, type Markup, type Part } from './html-markup.js';
import type { PageAssets } from './html-page.js';
import { section } from './html-parts.js';
import { pageHead } from './html-shell.js';
import { type SiteFrame, siteNav } from './site-frame.js';
import type { ShownThread, ShownTopic, ShownTopics } from './topics-model.js';
import { countsOf, type TopicsHead, topicFacts } from './topics-text.js';

/** What a page of topics is made of besides them. */
export interface TopicsAssets {
  charts: PageAssets['charts'];
  /** Relative address of the page of a message's day, or null where there is none. */
  page(group: string, date: string): string | null;
  /** Where the page stands in a site; absent for a page alone. */
  site?: SiteFrame;
}

const shownThreads = 4;
const shownLeftovers = 20;
const anchorOf = (order: number) => `topic${order + 1}`;

/** A thread with its quotation, leading to its day where that has a page. */
export function threadItem(t: ShownThread, w: Words, page: TopicsAssets['page']): Markup {
  const to = page(t.group, t.date);
  const at = (n: number) => (to === null ? null : `${to}#m${n}`);
  const title = to === null ? t.title : html`<a href="${at(t.n)!}">${t.title}</a>`;
  const quote =
    t.quote && html`<blockquote><span class="name">${t.quote.speaker}</span> ${t.quote.text}</blockquote>`;
  return html`<li>${title} <span class="count">${t.date} · ${w.topics.messages(t.messages)}</span>${quote}</li>
`;
}

function topicArticle(
  t: ShownTopic,
  order: number,
  shown: ShownTopics,
  w: Words,
  assets: TopicsAssets,
): Markup {
  const answerers = t.answerers.map(
    (a) => html`${a.name} <span class="count">${w.topics.answered(a.questions)}</span>`,
  );
  return html`<article class="thread" id="${anchorOf(order)}">
<h3>${t.name} <span class="badge">${t.id}</span></h3>
<p class="facts">${topicFacts(t, shown.messages, w)}</p>
<p>${w.topics.terms} <b>${t.terms.join(w.marks.list)}</b></p>
${
  answerers.length > 0 &&
  html`<p>${w.topics.answerers} ${joined(answerers, w.marks.list)}</p>
`
}<ul class="says">
${t.threads.slice(0, shownThreads).map((x) => threadItem(x, w, assets.page))}</ul>
</article>
`;
}

function contentsOf(shown: ShownTopics, hasCharts: boolean, w: Words): Markup {
  const placeOf = new Map(shown.topics.map((t, i) => [t.id, i]));
  const names = new Map(shown.topics.map((t) => [t.id, t.name]));
  const families = shown.families.map(
    ({ name, topics }, f) => html`<li><a href="#family${f + 1}">${name}</a><ol>${topics.map(
      (id) => html`<li><a href="#${anchorOf(placeOf.get(id)!)}">${names.get(id)!}</a></li>`,
    )}</ol></li>
`,
  );
  return html`<nav class="contents" aria-label="${w.page.contents}">
<ol>
${
  hasCharts &&
  html`<li><a href="#charts">${w.figures}</a></li>
`
}${families}${
  shown.leftovers.length > 0 &&
  html`<li><a href="#leftovers">${w.topics.leftovers}</a></li>
`
}</ol>
<button type="button" id="theme" class="js">${w.page.theme}</button>
</nav>
`;
}

function leftoversSection({ leftovers }: ShownTopics, w: Words, assets: TopicsAssets): Part {
  if (!leftovers.length) return null;
  const more = leftovers.length - shownLeftovers;
  return section(
    'leftovers',
    html`${w.topics.leftovers} <span class="count">${w.topics.threads(leftovers.length)}</span>`,
    html`<ul class="plain">
${leftovers.slice(0, shownLeftovers).map((t) => threadItem({ ...t, quote: null }, w, assets.page))}</ul>
${more > 0 && html`<p class="facts">${w.topics.more(more)}</p>`}`,
  );
}

/** A page's first lines: what it is, of which days, for whom. */
export const mastheadOf = (
  title: string,
  head: Pick<TopicsHead, 'span' | 'edition'>,
  facts: Part,
  isPublic: boolean,
) =>
  html`<header class="masthead">
<p class="kicker">${title} <span class="badge ${isPublic ? 'public' : 'inner'}">${head.edition}</span></p>
<h1>${head.span}</h1>
<p class="facts">${facts}</p></header>
`;

/** Topics as one page (话题网页) that opens from a disk and asks nothing of a network. In pieces; the same topics give the same bytes. */
export function* topicsPage(
  shown: ShownTopics,
  head: TopicsHead & { isPublic: boolean },
  assets: TopicsAssets,
  lang: Lang,
): Generator<string> {
  const w = words(lang);
  const placeOf = new Map(shown.topics.map((t, i) => [t.id, i]));
  const facts = countsOf(shown, w);
  yield pageHead(lang, `${w.topics.title} ${head.span}`, '', assets.site).source;
  yield html`<body>
<a class="skip" href="#main">${w.page.skip}</a>
${assets.site && siteNav(assets.site, lang)}<div class="page">
${contentsOf(shown, assets.charts.length > 0, w)}<main id="main" tabindex="-1">
${mastheadOf(w.topics.title, head, facts, head.isPublic)}${assets.charts.length > 0 && section('charts', w.figures, figures(assets.charts))}`
    .source;
  for (const [f, { name, topics }] of shown.families.entries()) {
    const articles = topics.map((id) =>
      topicArticle(shown.topics[placeOf.get(id)!]!, placeOf.get(id)!, shown, w, assets),
    );
    yield section(`family${f + 1}`, name, articles).source;
  }
  yield html`${leftoversSection(shown, w, assets)}${
    head.corrections !== null && html`<p class="facts">${w.topics.correct(head.corrections)}</p>`
  }</main>
</div>
</body>
</html>
`.source;
}

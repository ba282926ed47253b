import { type Lang, words } from '../lang/index.js';
import { factsOf } from './glossary-facts.js';
import { figures } from './html-charts.js';
import { html, joined, type Markup, type Part } from './html-markup.js';
import type { PageAssets } from './html-page.js';
import { section } from './html-parts.js';
import { pageHead } from './html-shell.js';
import { shorten } from './shorten.js';
import { type FindDayPage, sourceHtml } from './source-links.js';
import { lately, type TermView } from './term-view.js';

/** How much of a term a page shows. */
const most = { threads: 40, explained: 20, company: 30 };
const longestExplanation = 400;

type W = ReturnType<typeof words>;

const sourceOf = (source: string | undefined, find: FindDayPage, w: W): Markup =>
  source
    ? html`<span class="source">${sourceHtml(source, find)}</span>`
    : html`<span class="badge unverified">${w.noSource}</span>`;

function entryPart({ entry, ended }: TermView, find: FindDayPage, w: W): Part {
  if (!entry) return html`<p class="none">${w.keeping.noEntry}</p>`;
  const senses = (entry.senses ?? []).map(
    (s) => html`<p><b>${s.where}</b> ${s.definition} ${sourceOf(s.source, find, w)}</p>\n`,
  );
  const warnings = ended.map(
    (d) =>
      html`<p><span class="badge rumour">${w.keeping.ended(d.number, d.until, d.replacedBy ?? '', d.unsure)}</span></p>\n`,
  );
  const facts = factsOf(entry, w).map(
    ({ label, terms, text }) => html`<li>${label}${w.marks.colon}${terms?.join(w.marks.list) ?? text}</li>\n`,
  );
  return html`<p>${entry.definition ?? html`<i>${w.page.noDefinition}</i>`} ${sourceOf(entry.source, find, w)}</p>
${senses}${warnings}${facts.length > 0 && html`<ul>${facts}</ul>\n`}`;
}

const listed = (id: string, heading: string, lines: readonly Part[]): Part =>
  lines.length > 0 &&
  section(id, heading, html`<ul class="says">\n${lines.map((line) => html`<li>${line}</li>\n`)}</ul>`);

const address = (at: string, find: FindDayPage) => html`<span class="cite">${sourceHtml(at, find)}</span>`;

function historyPart({ entry }: TermView, w: W): Part {
  if (!entry?.history?.length) return null;
  const lines = entry.history.map(
    (d) => html`${d.on} ${d.by} ${w.glossary.did[d.did]}${d.why && `${w.marks.colon}${d.why}`}`,
  );
  return listed('history', w.keeping.history, lines);
}

/** What a term's page has besides what is said of it. */
interface TermAssets {
  charts: PageAssets['charts'];
  page: FindDayPage;
}

/**
 * One term as a page (词的网页): what the glossary says of it, and how the group uses it. It asks nothing of a network.
 * The same term gives the same bytes.
 */
export function termPage(view: TermView, { charts, page }: TermAssets, lang: Lang): string {
  const w = words(lang);
  const k = w.keeping;
  const { entry, use } = view;
  const threads = view.threads.slice(0, most.threads);
  const explained = view.explained.slice(0, most.explained);
  const sections: [id: string, name: string, part: Part][] = [
    ['entry', k.definition, section('entry', k.definition, entryPart(view, page, w))],
    [
      'use',
      k.use,
      section(
        'use',
        k.use,
        html`<p>${use ? k.uses(use.first, use.last, use.messages, use.days, use.people, use.threads) : view.daysRead ? k.unused : k.useUnknown}</p>\n`,
        use && html`<p class="facts">${k.lately(use.lately.messages, lately, use.lately.to)}</p>\n`,
        figures(charts),
      ),
    ],
    [
      'explained',
      k.explained(explained.length, view.explained.length),
      listed(
        'explained',
        k.explained(explained.length, view.explained.length),
        explained.map(
          (e) =>
            html`<span class="said">${shorten(e.text, longestExplanation)}</span> <span class="by"><span class="badge ${e.part === 'guest' && 'guest'}">${k.parts[e.part]}</span>${e.name && html`<span class="name">${e.name}</span> `}${address(e.address, page)}</span>`,
        ),
      ),
    ],
    [
      'threads',
      k.threads(threads.length, view.threads.length),
      listed(
        'threads',
        k.threads(threads.length, view.threads.length),
        threads.map(
          (t) =>
            html`${t.title} <span class="count">${k.count(t.messages)}</span> ${address(t.address, page)}`,
        ),
      ),
    ],
    [
      'company',
      k.company,
      view.company.length > 0 &&
        section(
          'company',
          k.company,
          html`<p>${joined(
            view.company
              .slice(0, most.company)
              .map(([term, count]) => html`${term} <span class="count">${count}</span>`),
            w.marks.list,
          )}</p>`,
        ),
    ],
    ['history', k.history, historyPart(view, w)],
  ];
  const present = sections.filter(([, , part]) => part);
  const links = present.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>\n`);
  return html`${pageHead(lang, view.term)}<body>
<a class="skip" href="#main">${w.page.skip}</a>
<div class="page">
<nav class="contents" aria-label="${w.page.contents}">
<ol>
${links}</ol>
<button type="button" id="theme" class="js">${w.page.theme}</button>
</nav>
<main id="main" tabindex="-1">
<header class="masthead">
<p class="kicker">${w.glossary.page.title} ${
    view.isPublic
      ? html`<span class="badge public">${w.privacy.edition}</span>`
      : html`<span class="badge inner">${w.inner}</span>`
  }</p>
<h1>${view.term}</h1>
${entry && html`<p class="facts">${joined([entry.english, w.glossary.classes[entry.class], w.glossary.statuses[entry.status]], ' · ')}</p>\n`}</header>
${present.map(([, , part]) => part)}</main>
</div>
</body>
</html>
`.source;
}

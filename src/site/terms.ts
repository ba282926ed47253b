import { ascending, sum } from 'd3-array';
import { initialsOf, syllablesOf } from '../glossary/export/pinyin.js';
import { words } from '../lang/index.js';
import { type FindDayPage, html, joined, type Markup, type Part, sourceHtml } from '../report/index.js';
import { type Entry, fold, type TermClass } from '../text/index.js';
import { dayPath, type SitePage, sitePage } from './page.js';

/** A term over the days of a site. */
export interface SiteTerm {
  term: string;
  class: TermClass;
  known: boolean;
  entry: Entry | null;
  /** How the logs write it, folded. */
  written: ReadonlySet<string>;
  /** Days with the numbers of its messages, in order. */
  days: { group: string; date: string; messages: number[] }[];
  people: number;
  threads: { group: string; date: string; n: number; title: string; messages: number }[];
  explained: { group: string; date: string; n: number; speaker: string; text: string }[];
  /** Terms that stand in the same threads, most first. */
  company: [term: string, threads: number][];
}

/** Where a term's page lies, from the root of the site. */
export type TermPath = (term: string) => string | null;

/** Where a term's page leads to. */
export interface TermLeads {
  pathOf: TermPath;
  findDay: FindDayPage;
}

const most = { days: 60, threads: 40, explained: 12, company: 24 };

const messagesOf = (term: SiteTerm) => sum(term.days, (day) => day.messages.length);

function listed(heading: string, lines: readonly Part[], all: number, more: (count: number) => string): Part {
  if (!lines.length) return null;
  return html`<section><h2>${heading}</h2><ul class="plain">${lines.map(
    (line) => html`<li>${line}</li>
`,
  )}</ul>${all > lines.length && html`<p class="how">${more(all - lines.length)}</p>`}</section>
`;
}

const at = (page: SitePage, day: { group: string; date: string }, n: number): string =>
  `${page.root}${dayPath(day.group, day.date)}#m${n}`;

function definition(term: SiteTerm, page: SitePage, findDay: FindDayPage): Markup {
  const w = words(page.lang);
  const { entry } = term;
  if (!entry) return html`<p class="none">${w.site.term.noEntry}</p>`;
  const source = entry.source
    ? sourceHtml(entry.source, findDay)
    : html`<span class="badge unverified">${w.noSource}</span>`;
  const used = entry.aliases.filter((alias) => term.written.has(fold(alias)));
  const forms = used.length > 0 && html`<p class="how">${w.page.forms} ${used.join(w.marks.list)}</p>`;
  return html`<p>${entry.definition ?? w.page.noDefinition} <span class="source">${source}</span></p>${forms}`;
}

/** A term's page: what the glossary says, and where the group used it. */
export function termSitePage(
  page: SitePage,
  term: SiteTerm,
  { pathOf, findDay }: TermLeads,
  chart: Part,
): string {
  const w = words(page.lang);
  const { term: say } = w.site;
  const days = [...term.days].reverse().slice(0, most.days);
  const threads = term.threads.slice(0, most.threads);
  const explained = term.explained.slice(0, most.explained);
  const company = term.company.slice(0, most.company).map(([other, count]) => {
    const path = pathOf(other);
    return path
      ? html`<a href="${page.root}${path}">${other}</a> <small>${count}</small>`
      : html`${other} <small>${count}</small>`;
  });
  return sitePage(page, html`${term.term} <small>${w.glossary.classes[term.class]}</small>`, term.term, [
    definition(term, page, findDay),
    html`<p class="facts">${say.facts(messagesOf(term), term.days.length, term.people)}</p>
`,
    chart,
    listed(
      say.explained,
      explained.map(
        (e) =>
          html`<span class="said">${e.text}</span> <small>${e.speaker} <a href="${at(page, e, e.n)}">${e.group}/${e.date}#${e.n}</a></small>`,
      ),
      term.explained.length,
      say.more,
    ),
    company.length > 0 &&
      html`<section><h2>${say.company}</h2><p>${joined(company, w.marks.list)}</p></section>
`,
    listed(
      say.threads,
      threads.map(
        (t) =>
          html`<a href="${at(page, t, t.n)}">${t.title}</a> <small>${t.group}/${t.date} · ${w.site.termFacts(t.messages, 1)}</small>`,
      ),
      term.threads.length,
      say.more,
    ),
    listed(
      say.days,
      days.map(
        (d) =>
          html`<a href="${at(page, d, d.messages[0]!)}">${d.group}/${d.date}</a> <small>${d.messages.length}</small>`,
      ),
      term.days.length,
      say.more,
    ),
  ]);
}

/** The list of terms that were used, most messages first, with a field that narrows it. */
export function termsPage(page: SitePage, terms: readonly SiteTerm[], pathOf: TermPath): string {
  const { site } = words(page.lang);
  const items = [...terms]
    .sort((a, b) => messagesOf(b) - messagesOf(a) || ascending(a.term, b.term))
    .map((t) => {
      const path = pathOf(t.term);
      const read = [syllablesOf(t.term).join(''), initialsOf(t.term)];
      const find = [t.term, t.entry?.english ?? '', ...(t.entry?.aliases ?? []), ...read].join(' ');
      return html`<li data-find="${find}">${path ? html`<a href="${page.root}${path}">${t.term}</a>` : t.term} <small>${messagesOf(t)}</small></li>
`;
    });
  return sitePage(page, site.parts.terms, site.parts.terms, [
    html`<p class="how">${site.usedHow} <a href="glossary.html">${site.glossary}</a></p>
<p class="js"><input type="search" id="narrow" placeholder="${site.filter}" aria-label="${site.filter}" autocomplete="off"></p>
<ul class="plain words">${items}</ul>
`,
  ]);
}

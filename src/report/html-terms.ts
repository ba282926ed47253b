import { html, joined, type Markup, type Part } from './html-markup.js';
import { anchors, type Page } from './html-page.js';
import { cite, items, section, statement } from './html-parts.js';
import type { Report, TermReport } from './model.js';

const mostMentions = 40;

/** Terms with a place of their own on the page, in its order. */
export const listedTerms = ({ terms }: Report): TermReport[] => [...terms.discovered, ...terms.used];

/** What the glossary says of a term, and on what ground. */
function definition({ w }: Page, t: TermReport): Part {
  if (!t.known) return null;
  if (!t.definition) return html`<p class="none">${w.page.noDefinition}</p>`;
  const source = t.source ?? html`<span class="badge unverified">${w.noSource}</span>`;
  return html`<p>${t.definition} <span class="source">${source}</span></p>`;
}

function term(page: Page, t: TermReport, order: number): Markup {
  const { w } = page;
  const forms = t.surface.filter((form) => form !== t.term);
  const to = page.assets.termPage?.(t.term);
  return html`<details class="term" id="${anchors.term(order)}"><summary><b>${t.term}</b> <span class="count">${t.count}</span></summary>
<div>${definition(page, t)}<p class="facts">${joined([t.english, forms.length > 0 && `${w.page.forms} ${forms.join(page.w.marks.list)}`, w.page.times(t.count)], ' · ')}</p>
<p>${cite(t.messages, mostMentions)}${to && html` <a href="${to}">${w.site.term.page}</a>`}</p></div></details>
`;
}

function group(page: Page, heading: string, terms: readonly TermReport[], first: number): Part {
  if (!terms.length) return null;
  return html`<h3>${heading}</h3>
<div class="terms">
${terms.map((t, i) => term(page, t, first + i))}</div>
`;
}

/** Terms that the group itself explained. */
function explained(page: Page): Part {
  const { defined } = page.report.terms;
  if (!defined.length) return null;
  const lines = defined.map(
    (d) => html`<b>${d.terms.join(page.w.marks.list)}</b> ${statement(page, d.statement)}`,
  );
  return html`<h3>${page.w.termsDefined}</h3>
<ul class="says">
${items(lines)}</ul>
`;
}

/** The day's terms (词), for the keeper of the glossary; each unfolds. */
export function termsSection(page: Page): Part {
  const { w, report } = page;
  const { used, discovered, defined } = report.terms;
  if (!used.length && !discovered.length && !defined.length) return null;
  return section(
    'terms',
    w.terms,
    explained(page),
    group(page, w.termsNew, discovered, 0),
    group(page, w.termsUsed, used, discovered.length),
  );
}

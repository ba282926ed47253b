import { html, type Markup, type Part } from './html-markup.js';
import type { Page } from './html-page.js';
import { cite, items, statement } from './html-parts.js';
import type { ShownOldAnswer } from './model.js';
import { openLine } from './qa-list.js';
import { shorten } from './shorten.js';

const longest = 160;

/** Leads to a message of an earlier day, whose page lies beside this one. */
const dayLink = (date: string, n: number): Markup =>
  html`<a href="${encodeURIComponent(date)}.html#m${n}">${date}#${n}</a>`;

/** What the group answered before (以前答过); nothing where it did not. */
export const oldAnswers = (page: Page, old: readonly ShownOldAnswer[] | undefined): Part =>
  old?.map(
    (o) =>
      html`<span class="old">${page.w.qa.old}${page.w.marks.colon}${dayLink(o.date, o.n)} ${o.speaker}${page.w.marks.colon}${shorten(o.answer, longest)}</span>`,
  );

/** Questions of earlier days: those that are still open, those that this day answers, those that go on from a talk. */
export function beforeParts(page: Page): Part {
  const { w, report } = page;
  const { carried, moreCarried, closed, continued } = report.before;
  return [
    carried.length > 0 &&
      html`<h3>${w.qa.carried}</h3>
<ul class="says">
${items(
  carried.map(
    (q) =>
      html`<span class="said">${shorten(q.question, longest)}</span> <span class="by"><span class="name">${q.asker}</span> ${dayLink(q.date, q.n)} · ${openLine(q, report.lang)}</span>${oldAnswers(page, q.old)}`,
  ),
)}</ul>
`,
    moreCarried > 0 && html`<p class="facts">${w.qa.moreCarried(moreCarried)}</p>`,
    closed.length > 0 &&
      html`<h3>${w.qa.closed}</h3>
<ul class="says">
${items(
  closed.map(
    (q) =>
      html`<span class="said">${shorten(q.question, longest)}</span> <span class="by"><span class="name">${q.asker}</span> ${dayLink(q.date, q.n)} · ${w.qa.reasons[q.by]}</span><ul class="says">
${items(q.answers.map((a) => statement(page, a)))}</ul>`,
  ),
)}</ul>
`,
    continued.length > 0 &&
      html`<ul class="plain">
${items(continued.map((t) => html`${w.qa.continued(t.speaker, t.title, t.date)} ${dayLink(t.date, t.n)} ${cite(t.questions)}`))}</ul>`,
  ];
}

import { html, type Markup, type Part } from './html-markup.js';
import { anchors, letterOf, type Page } from './html-page.js';
import { asked, cite, items, outerLink, question, section, statement, threadLink } from './html-parts.js';
import type { Report, Statement, ThreadReport } from './model.js';

const minutesOfDay = 24 * 60;

/** The day as a strip on which each message of the thread is a tick, so that one sees when it was talked about. */
function ribbon({ analysis }: Report, numbers: readonly number[]): Markup {
  const minutes = numbers.map((n) => Math.floor(analysis.messages[n - 1]!.second / 60));
  const days = Math.max(1, Math.ceil(((analysis.messages.at(-1)?.second ?? 0) + 1) / (minutesOfDay * 60)));
  const ticks = [...new Set(minutes)].map((minute) => `M${minute} 0v10`).join('');
  return html`<svg class="ribbon" viewBox="0 0 ${days * minutesOfDay} 10" preserveAspectRatio="none" aria-hidden="true"><path d="${ticks}"/></svg>`;
}

const isSame = (a: Statement, b: Statement) => a.messages[0] === b.messages[0];

function side(page: Page, heading: string, says: readonly Statement[]): Part {
  return html`<div class="side"><h4>${heading}</h4>
<ul class="says">
${items(says.map((s) => statement(page, s)))}</ul></div>
`;
}

/** Both sides of a dispute, one beside the other. */
function sides(page: Page, dispute: NonNullable<ThreadReport['dispute']>): Markup {
  const { w } = page;
  return html`<div class="sides">
${side(page, w.disputeFor, dispute.for)}${side(page, w.disputeAgainst, dispute.against)}</div>
`;
}

/** The questions; a dispute stands under the last that it is about, in place of the answers that it is made of. */
function discussion(page: Page, t: ThreadReport): Part {
  const disputed = t.dispute ? [...t.dispute.for, ...t.dispute.against] : [];
  const isDisputed = (s: Statement) => disputed.some((d) => isSame(d, s));
  const about = t.questions.findLast((q) => q.answers.some(isDisputed));
  return [
    t.dispute && !about && sides(page, t.dispute),
    t.questions.map((q) => {
      const rest = { ...q, answers: q.answers.filter((s) => !isDisputed(s)) };
      return asked(page, rest, {
        before: t.dispute && q === about && html`<dd>${sides(page, t.dispute)}</dd>`,
      });
    }),
  ];
}

function head(page: Page, t: ThreadReport, order: number): Markup {
  const { w, report } = page;
  return html`<h3 id="${anchors.thread(t.id)}-h"><span class="letter">${letterOf(order)}</span> ${t.title}${t.dispute && html` <span class="badge dispute">${w.dispute}</span>`}${t.rumour && html` <span class="badge rumour">${w.standing.rumour}</span>`}</h3>
<p class="facts"><time>${t.from}–${t.to}</time> · ${w.messages(t.count)} · ${w.people(t.people)}${threadLink(page, t.id, t.id)}</p>
${ribbon(report, t.messages)}
`;
}

/** A thread worth reading: what was asked, what was said and by whom, where it went apart, what stayed open. */
function thread(page: Page, t: ThreadReport, order: number): Markup {
  const { w } = page;
  const articles = t.links.map((l) => html`${outerLink(l.title, l.url)} ${cite([l.n])}`);
  return html`<article class="thread ${t.domain}" id="${anchors.thread(t.id)}" aria-labelledby="${anchors.thread(t.id)}-h">
${head(page, t, order)}${discussion(page, t)}${
  t.statements.length > 0 &&
  html`<ul class="says">
${items(t.statements.map((s) => statement(page, s)))}</ul>
`
}${
  t.open.length > 0 &&
  html`<ul class="says open">
${items(t.open.map((s) => html`<span class="mark">${w.openHere}</span>${question(page, s)}`))}</ul>
`
}${articles.length > 0 && html`<p class="articles"><span class="mark">${w.articles}</span>${articles.map((a, i) => [i > 0 && ' · ', a])}</p>`}
</article>
`;
}

/** The threads worth reading, each with a section of its own, and the small ones of the trade in a list. */
export function threadsSection(page: Page): Part {
  const { w, report } = page;
  const small = report.brief.map((t) => html`${t.title} ${cite(t.messages, 1)}`);
  return [
    report.threads.length > 0 &&
      section(
        'threads',
        w.worthReading,
        report.threads.map((t, i) => thread(page, t, i)),
      ),
    small.length > 0 &&
      section(
        'small',
        w.small,
        html`<ul class="plain columns">
${items(small)}</ul>`,
      ),
  ];
}

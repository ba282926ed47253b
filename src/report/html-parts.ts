import { webAddress } from './escape.js';
import { html, joined, type Markup, type Part } from './html-markup.js';
import { anchors, type Page } from './html-page.js';
import type { AskedQuestion, Statement } from './model.js';
import { rangesOf } from './references.js';
import { shorten } from './shorten.js';
import { glossOf } from './statements.js';

/** What is longer is cut: the whole of it is one click away. */
const longestStatement = 240;
const mostAnswers = 4;

/** Links to messages, one a run; the script marks the whole run when its link is followed. */
export function cite(numbers: readonly number[], most = 4): Part {
  const ranges = rangesOf(numbers);
  if (!ranges.length) return null;
  const links = ranges
    .slice(0, most)
    .map(({ from, to }) =>
      from === to
        ? html`<a href="#${anchors.message(from)}">#${from}</a>`
        : html`<a href="#${anchors.message(from)}" data-to="${to}">#${from}–#${to}</a>`,
    );
  return html`<span class="cite">${joined(links, ' ')}${ranges.length > most && ' …'}</span>`;
}

/** Narrows the log to a thread; without the script, leads to a message of it. */
export const threadLink = (page: Page, n: number, thread: number): Markup =>
  html`<span class="go"> · <a href="#${anchors.message(n)}" data-thread="${thread}">${page.w.page.thread}</a></span>`;

/** A part of the page under a heading; nothing where there is nothing in it. */
export function section(id: string, heading: Part, ...body: Part[]): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${heading}</h2>
${body}
</section>
`;
}

/** Who said it, with what standing, and where; `unnamed` is somebody whom the reader knows to be speaking. */
function byline(page: Page, s: Statement, badge: boolean, unnamed?: string): Markup {
  return html`<span class="by">${badge && html`<span class="badge ${s.standing}">${page.w.standing[s.standing]}</span>`}${s.speaker !== unnamed && html`<span class="name">${s.speaker}</span> `}${cite(s.messages)}</span>`;
}

/** What the numbers cited in a statement stand for, behind what is shown of it. */
const documents = (page: Page, s: Statement, said: string): Part =>
  s.documents.map((d) => html` <span class="source">${glossOf(d, said, page.w)}</span>`);

/** What somebody said, with who stands behind it. */
export function statement(page: Page, s: Statement, unnamed?: string): Markup {
  const said = shorten(s.text, longestStatement);
  return html`<span class="said">${said}</span>${documents(page, s, said)} ${byline(page, s, true, unnamed)}`;
}

/** A question, which claims nothing and so has no badge, unless it passes bad news on. */
export const question = (page: Page, s: Statement): Markup =>
  html`<span class="said">${shorten(s.text, longestStatement)}</span> ${byline(page, s, s.standing === 'rumour')}`;

/** What may stand about a question and its answers. */
interface Asked {
  /** Stands before the answers. */
  before?: Part;
  /** Whose answers go without a name. */
  unnamed?: string;
}

/** A question and its answers. */
export function asked(page: Page, { question: q, answers }: AskedQuestion, about: Asked = {}): Markup {
  const more = answers.length - mostAnswers;
  const shown = answers.slice(0, mostAnswers).map(
    (a) => html`<dd><span class="mark">${page.w.answered}</span>${statement(page, a, about.unnamed)}</dd>
`,
  );
  return html`<dl class="qa"><dt><span class="mark">${page.w.asked}</span>${question(page, q)}</dt>
${about.before}${shown}${more > 0 && html`<dd class="rest">${page.w.page.moreItems(more)} …</dd>`}</dl>
`;
}

/** Items of a list, each on a line of the source. */
export const items = (parts: readonly Part[]): Part =>
  parts.map(
    (part) => html`<li>${part}</li>
`,
  );

/** A list of which so many show and the rest unfolds. */
export function foldedList(parts: readonly Part[], most: number, rest: (count: number) => string): Part {
  const hidden = parts.slice(most);
  if (hidden.length < 2) return parts;
  return [
    parts.slice(0, most),
    html`<details class="more"><summary>${rest(hidden.length)}</summary>
${hidden}</details>
`,
  ];
}

/** A link to another page, opened without telling that page where from; its words alone where it is no web address. */
export function outerLink(words: string, url: string): Markup {
  const address = webAddress(url);
  const shown = words || address || '';
  return address
    ? html`<a class="out" href="${address}" rel="noopener noreferrer nofollow" target="_blank">${shown}</a>`
    : html`${shown}`;
}

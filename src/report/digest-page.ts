import { type Lang, words } from '../lang/index.js';
import type { Digest } from './digest.js';
import { type DigestLine, digestParts } from './digest-text.js';
import { webAddress } from './escape.js';
import { figures } from './html-charts.js';
import { html, type Markup, type Part } from './html-markup.js';
import { section } from './html-parts.js';
import { pageHead } from './html-shell.js';
import { mastheadOf, type TopicsAssets } from './topics-page.js';
import type { TopicsHead } from './topics-text.js';

/** An address as a link: out to the web, or to the page of its day where there is one. */
function place(at: string, page: TopicsAssets['page']): Part {
  const web = webAddress(at);
  if (web !== null) return html` <a href="${web}" rel="noreferrer noopener">↗</a>`;
  const [, group, date, n] = /^(.*)\/([^/#]*)#(\d+)$/.exec(at) ?? [];
  const to = group === undefined || date === undefined ? null : page(group, date);
  return to === null
    ? html` <span class="cite">${at}</span>`
    : html` <span class="cite"><a href="${to}#m${n!}">${at}</a></span>`;
}

function item({ text, at, below }: DigestLine, page: TopicsAssets['page']): Markup {
  const places = (all: readonly string[]) => all.map((one) => place(one, page));
  const lines = (below ?? []).map((line) => html`<li>${line.text}${places(line.at)}</li>`);
  return html`<li>${text}${places(at)}${lines.length > 0 && html`<ul class="plain">${lines}</ul>`}</li>
`;
}

/** A digest as one page (简报网页) that opens from a disk and asks nothing of a network. The same digest gives the same bytes. */
export function digestPage(
  digest: Digest,
  head: Omit<TopicsHead, 'corrections'> & { isPublic: boolean },
  { charts, page }: TopicsAssets,
  lang: Lang,
): string {
  const w = words(lang);
  const d = w.topics.digest;
  const parts = digest.days ? digestParts(digest, lang) : [];
  const facts = digest.days ? d.counts(digest.days, digest.messages, digest.people) : d.nothing;
  const sections = parts.map(({ id, heading, lines, empty }) =>
    section(
      id,
      heading,
      !lines.length
        ? html`<p>${empty}</p>`
        : id === 'todo'
          ? html`<ol class="todo">
${lines.map((line) => item(line, page))}</ol>`
          : html`<ul class="says">
${lines.map((line) => item(line, page))}</ul>`,
    ),
  );
  const links = [
    ...parts.map(({ id, heading }) => [id, heading] as const),
    ...(charts.length ? [['charts', w.figures] as const] : []),
  ].map(
    ([id, heading]) => html`<li><a href="#${id}">${heading}</a></li>
`,
  );
  return html`${pageHead(lang, `${d.title} ${head.span}`)}<body>
<a class="skip" href="#main">${w.page.skip}</a>
<div class="page">
<nav class="contents" aria-label="${w.page.contents}"><ol>
${links}</ol>
<button type="button" id="theme" class="js">${w.page.theme}</button></nav>
<main id="main" tabindex="-1">
${mastheadOf(d.title, head, facts, head.isPublic)}${sections}${charts.length > 0 && section('charts', w.figures, figures(charts))}</main>
</div>
</body>
</html>
`.source;
}

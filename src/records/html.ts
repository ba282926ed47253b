import { type Lang, type Words, words } from '../lang/index.js';
import {
  html,
  joined,
  type Markup,
  type Part,
  pageHead,
  rangesOf,
  type SiteFrame,
  siteNav,
  webAddress,
} from '../report/index.js';
import type { Fix } from './fixes.js';
import type { Edition } from './markdown.js';
import type { Block, Exchange, Line, Span, TalkRecord, Turn } from './record.js';

/** What a record's page tells besides the record. */
export interface PageContext {
  lang: Lang;
  edition: Edition;
  /** What the workspace says of its publication. */
  consent: string;
  /** Changes that nobody has decided on, and the file in which that is done. */
  fixes: readonly Fix[];
  fixesFile: string;
  /** Of a draft that an editor touched its file, and the accepted changes that it lacks; the page is then not what counts. */
  edited?: { file: string; byHand: readonly Fix[] };
  /** The address of a day's page, relative to this one; null where there is none. */
  dayPage(date: string): string | null;
  /** Where the page stands in a site; absent for a page alone. */
  site?: SiteFrame;
}

interface Page extends PageContext {
  w: Words;
  record: TalkRecord;
}

function outerLink(title: string, url: string): Part {
  const address = webAddress(url);
  return address
    ? html`<a class="out" href="${address}" rel="noopener noreferrer nofollow" target="_blank">${title || address}</a>`
    : title;
}

/** A page loads nothing from elsewhere: a picture is a link to it. */
function span({ w }: Page, s: Span): Part {
  if (s.kind === 'text') return s.text;
  if (s.kind === 'link') return outerLink(s.title, s.url);
  const said = `〔${w.attachments[s.kind]} ${s.title}〕`;
  return html`<span class="lost">${outerLink(said, s.url)}</span>`;
}

/** Links to the messages of lines, in the pages of their days. */
function cite({ dayPage }: Page, lines: readonly Line[]): Part {
  const dates = [...new Set(lines.map((line) => line.date))];
  const links = dates.flatMap((date) => {
    const page = dayPage(date);
    const numbers = [...new Set(lines.filter((line) => line.date === date).map((line) => line.n))];
    return rangesOf(numbers.sort((a, b) => a - b)).map(({ from, to }) => {
      const said = from === to ? `#${from}` : `#${from}–#${to}`;
      return page ? html`<a href="${page}#m${from}">${said}</a>` : html`${said}`;
    });
  });
  return html`<span class="cite">${joined(links, ' ')}</span>`;
}

const lineMarkup = (page: Page, line: Line): Part => line.spans.map((s) => span(page, s));

function blockMarkup(page: Page, { kind, level, lines }: Block, order: number): Markup {
  const cited = cite(page, lines);
  const parts = lines.map((line) => lineMarkup(page, line));
  if (kind === 'heading')
    return level === 1
      ? html`<h3 id="h${order}">${parts} ${cited}</h3>\n`
      : html`<h4 id="h${order}">${parts} ${cited}</h4>\n`;
  const broken =
    kind === 'lines' ? parts.flatMap((part, i) => (i ? [html`<br>`, part] : [part])) : joined(parts, ' ');
  return html`<p>${broken} ${cited}</p>\n`;
}

const turnMarkup = (page: Page, { label, lines }: Turn): Markup =>
  html`<dd><span class="mark">${label}</span>${joined(
    lines.map((line) => lineMarkup(page, line)),
    ' ',
  )} ${cite(page, lines)}</dd>\n`;

function exchangeMarkup(page: Page, { question, turns, followUps }: Exchange): Markup {
  const asked = joined(
    question.map((line) => lineMarkup(page, line)),
    ' ',
  );
  return html`<dl class="qa">${question.length > 0 && html`<dt><span class="mark">Q</span>${asked} ${cite(page, question)}</dt>\n`}${turns.map((turn) => turnMarkup(page, turn))}${followUps.map((f) => html`<dd class="follow">${exchangeMarkup(page, f)}</dd>\n`)}</dl>\n`;
}

function section(id: string, heading: string, parts: readonly Part[]): Part {
  return (
    parts.length > 0 &&
    html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${heading}</h2>
${parts}</section>
`
  );
}

/** Changes in a list; nothing where there are none. */
function changes({ w }: Page, id: string, heading: string, hint: string, fixes: readonly Fix[]): Part {
  const items = fixes.map(
    ({ kind, from, to }) =>
      html`<li><span class="badge">${w.record.fix[kind]}</span> <del>${from}</del> → ${to || w.record.removed}</li>\n`,
  );
  return section(id, heading, items.length ? [html`<p>${hint}</p>\n<ul class="says">${items}</ul>\n`] : []);
}

function fixesSections(page: Page): Part {
  const { fixes, fixesFile, edited, w } = page;
  const byHand =
    edited !== undefined &&
    changes(page, 'by-hand', w.record.byHand, w.record.byHandHint(edited.file), edited.byHand);
  return [byHand, changes(page, 'fixes', w.record.fixes, w.record.fixesHint(fixesFile), fixes)];
}

function contents({ record, fixes, edited, w }: Page): Markup {
  const link = (id: string, said: Part) => html`<li><a href="#${id}">${said}</a></li>\n`;
  const headings = record.talk.flatMap((block, i) =>
    block.kind === 'heading' && block.level === 1
      ? [
          link(
            `h${i}`,
            block.lines.map((line) => line.spans.map((s) => (s.kind === 'text' ? s.text : ''))),
          ),
        ]
      : [],
  );
  return html`<nav class="contents" aria-label="${w.page.contents}">
<ol>
${record.talk.length > 0 && html`<li><a href="#talk">${w.record.talk}</a>${headings.length > 0 && html`<ol>${headings}</ol>`}</li>\n`}${record.exchanges.length > 0 && link('qa', w.record.questions)}${record.discussion.length > 0 && link('discussion', w.record.discussion)}${edited !== undefined && edited.byHand.length > 0 && link('by-hand', w.record.byHand)}${fixes.length > 0 && link('fixes', w.record.fixes)}</ol>
<button type="button" id="theme" class="js">${w.page.theme}</button>
</nav>
`;
}

/** A question with all that follow it up, in a row. */
const withFollowUps = (exchange: Exchange): Exchange[] => [
  exchange,
  ...exchange.followUps.flatMap(withFollowUps),
];

function masthead({ record, edition, consent, edited, w }: Page): Markup {
  const asked = record.exchanges.flatMap(withFollowUps);
  // of a discussion whoever answers is labelled A1, A2
  const isAnswer = record.kind === 'talk' ? /^A$/ : /^A/;
  const answered = asked.filter(({ turns }) => turns.some(({ label }) => isAnswer.test(label)));
  const badge =
    edition === 'public'
      ? html`<span class="badge guest">${w.privacy.edition}</span>`
      : html`<span class="badge inner">${w.inner}</span>`;
  const facts = [
    `${record.group} ${record.date} ${record.time.slice(0, 5)}`,
    record.kind === 'talk' ? w.record.guest(record.guest) : w.leader(record.guest),
    record.host !== null && w.record.host(record.host),
    asked.length > 0 && w.record.asked(asked.length, answered.length, record.kind === 'talk'),
    w.record.consent(consent),
  ];
  return html`<header class="masthead">
<p class="kicker">${record.kind === 'talk' ? w.record.kicker : w.record.discussionKicker} ${badge}</p>
<h1>${record.title}</h1>
<p class="facts">${joined(facts, ' · ')}</p>
${edited !== undefined && html`<p class="lead">${w.record.programs(edited.file)}</p>\n`}</header>
`;
}

/** A record as a page (记录网页) to read beside the day's: every line leads to its messages. The same record gives the same bytes. */
export function recordPage(record: TalkRecord, context: PageContext): string {
  const page: Page = { ...context, record, w: words(context.lang) };
  const { w } = page;
  const title = `${record.title} ${record.group} ${record.date}`;
  return html`${pageHead(context.lang, title, '', context.site)}<body>
<a class="skip" href="#main">${w.page.skip}</a>
${context.site && siteNav(context.site, context.lang)}<div class="page">
${contents(page)}<main id="main" class="record" tabindex="-1">
${masthead(page)}${section(
  'talk',
  w.record.talk,
  record.talk.map((b, i) => blockMarkup(page, b, i)),
)}${section(
  'qa',
  w.record.questions,
  record.exchanges.map((e) => exchangeMarkup(page, e)),
)}${section(
  'discussion',
  w.record.discussion,
  record.discussion.length
    ? [html`<dl class="qa">${record.discussion.map((t) => turnMarkup(page, t))}</dl>\n`]
    : [],
)}${fixesSections(page)}</main>
</div>
</body>
</html>
`.source;
}

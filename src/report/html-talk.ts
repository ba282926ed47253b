import type { Heading } from '../talks/index.js';
import { html, joined, type Markup, type Part } from './html-markup.js';
import { anchors, type Page } from './html-page.js';
import { asked, cite, foldedList, items, question, section, statement, threadLink } from './html-parts.js';
import type { TalkReport } from './model.js';
import { talkKind } from './talks.js';

const mostQuestions = 8;
/** An outline this long shows its main headings; what stands below them unfolds. */
const longestOutline = 16;

interface Chapter {
  heading: Heading | null;
  below: Heading[];
}

/** Headings under the main one that they belong to. */
function chaptersOf(outline: readonly Heading[]): Chapter[] {
  const chapters: Chapter[] = [];
  for (const heading of outline) {
    if (heading.level === 1) chapters.push({ heading, below: [] });
    else if (chapters.length) chapters.at(-1)!.below.push(heading);
    else chapters.push({ heading: null, below: [heading] });
  }
  return chapters;
}

const line = ({ text, n }: Heading): Markup => html`${text} ${cite([n])}`;

const below = (headings: readonly Heading[]): Markup =>
  html`<ul>
${headings.map(
  (h) => html`<li class="level${h.level}">${line(h)}</li>
`,
)}</ul>`;

function chapter({ heading, below: headings }: Chapter, isOpen: boolean): Part {
  if (!heading) return below(headings);
  if (!headings.length) return html`<p class="chapter">${line(heading)}</p>`;
  return html`<details${isOpen && html` open`}><summary>${line(heading)}</summary>
${below(headings)}</details>
`;
}

function outline(page: Page, talk: TalkReport): Part {
  if (!talk.outline.length) return null;
  const chapters = chaptersOf(talk.outline);
  const isOpen = talk.outline.length <= longestOutline;
  return html`<h3>${page.w.outline}</h3>
<div class="outline">${chapters.map((c) => chapter(c, isOpen))}</div>
`;
}

/** What a discussion is: its threads tell the rest. */
function discussionSection({ w, report }: Page, talk: TalkReport, order: number): Markup {
  const facts = [
    `${talk.from}–${talk.to}`,
    w.messages(talk.kept),
    talk.pairs > 0 && w.qaGroups(talk.pairs),
    w.leader(talk.speaker),
    cite([talk.first]),
  ];
  return section(
    anchors.talk(order),
    html`<small>${w.talkKinds.discussion}</small> 《${talk.title}》`,
    html`<p class="facts">${joined(facts, ' · ')}</p>
<p>${w.discussionHint(Boolean(report.analysis.published))}</p>
`,
  );
}

function facts(page: Page, talk: TalkReport): Part {
  const { w, threadOf } = page;
  const first = talk.passages[0]!;
  const place = threadOf.get(first);
  return html`<p class="facts">${joined(
    [
      w.talkBy(talk.speaker),
      w.talkTimes(talk.from, talk.to, talk.lastAnswer),
      talk.signins > 0 && w.signins(talk.signins),
      talk.images.length > 0 && html`${w.imagesInTalk(talk.images.length)} ${cite(talk.images)}`,
      talk.qa.length > 0 && w.qaGroups(talk.qa.length),
      cite([...talk.announcements.slice(-1), first]),
    ],
    ' · ',
  )}${place && threadLink(page, first, place.id)}</p>
`;
}

/** A list of statements under a heading of its own. */
const listed = (heading: string, parts: readonly Part[]): Part =>
  parts.length > 0 &&
  html`<h3>${heading}</h3>
<ul class="says">
${items(parts)}</ul>
`;

/** A guest's talk (分享) or a discussion (讨论记录): what an editor needs to make a record of it. */
export function talkSection(page: Page, talk: TalkReport, order: number): Markup {
  const { w } = page;
  if (talk.kind === 'discussion') return discussionSection(page, talk, order);
  const answers = foldedList(
    talk.qa.map((q) => asked(page, q, { unnamed: talk.speaker })),
    mostQuestions,
    w.page.moreAnswers,
  );
  return section(
    anchors.talk(order),
    html`<small>${talkKind(talk, w)}</small> 《${talk.title}》`,
    facts(page, talk),
    outline(page, talk),
    listed(
      w.points,
      talk.points.map((s) => statement(page, s, talk.speaker)),
    ),
    talk.qa.length > 0 &&
      html`<h3>${w.talkQa}</h3>
${answers}`,
    listed(
      w.talkOpen,
      talk.open.map((s) => question(page, s)),
    ),
  );
}

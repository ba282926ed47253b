import type { Heading } from '../talks/index.js';
import { escapeMarkdown as md } from './escape.js';
import { longestStatement, type MarkdownLines } from './markdown-lines.js';
import type { EarlierQuestion, ShownOldAnswer, TalkReport, ThreadReport } from './model.js';
import { openLine } from './qa-list.js';
import { shorten } from './shorten.js';
import { talkKind } from './talks.js';

const mostHeadings = 24;

/** A heading below the main ones of an outline, which need not be there. */
function heading(l: MarkdownLines, { level, text, n }: Heading, top: number): string {
  return `${'  '.repeat(level - top)}- ${md(text)} ${l.cite([n])}`;
}

/** What a discussion is: its threads tell the rest. */
function discussion(
  l: MarkdownLines,
  { title, first, from, to, kept, pairs, speaker }: TalkReport,
): string[] {
  const { w, report } = l;
  const facts = [
    `${from}–${to}`,
    w.messages(kept),
    pairs ? w.qaGroups(pairs) : '',
    w.leader(md(speaker)),
  ].filter(Boolean);
  return [
    `## ${w.talkKinds.discussion}《${md(title)}》 ${l.cite([first])}`,
    facts.join(' · '),
    w.discussionHint(Boolean(report.analysis.published)),
  ];
}

/** A talk as blocks of Markdown: its guest, passages, questions and answers. */
export function talkBlocks(l: MarkdownLines, talk: TalkReport): string[] {
  const { w } = l;
  if (talk.kind === 'discussion') return discussion(l, talk);
  const top = Math.min(...talk.outline.map((h) => h.level));
  const facts = [
    w.talkBy(md(talk.speaker)),
    w.talkTimes(talk.from, talk.to, talk.lastAnswer),
    talk.signins ? w.signins(talk.signins) : '',
    talk.images.length ? w.imagesInTalk(talk.images.length) : '',
    talk.qa.length ? w.qaGroups(talk.qa.length) : '',
  ].filter(Boolean);
  return [
    `## ${talkKind(talk, w)}《${md(talk.title)}》 ${l.cite([...talk.announcements.slice(-1), talk.passages[0]!])}`,
    facts.join(' · '),
    ...(talk.outline.length
      ? [
          `**${w.outline}**`,
          talk.outline
            .slice(0, mostHeadings)
            .map((h) => heading(l, h, top))
            .join('\n'),
        ]
      : []),
    `**${w.points}**`,
    talk.points.map((s) => `- ${l.statement(s)}`).join('\n'),
    ...(talk.qa.length ? [`**${w.talkQa}**`, talk.qa.flatMap((q) => l.asked(q)).join('\n')] : []),
    ...(talk.open.length
      ? [
          `**${w.talkOpen}**`,
          talk.open
            .map(
              (s) =>
                `- ${md(s.speaker)}${w.marks.colon}${md(shorten(s.text, longestStatement))} ${l.cite(s.messages)}`,
            )
            .join('\n'),
        ]
      : []),
  ];
}

function thread(l: MarkdownLines, t: ThreadReport, order: number): string[] {
  const { w } = l;
  const lines = [
    `### ${String.fromCharCode(65 + (order % 26))} ${md(t.title)}${t.dispute ? `【${w.dispute}】` : ''}${t.rumour ? `【${w.standing.rumour}】` : ''}`,
    `${t.from}–${t.to} · ${w.messages(t.count)} · ${w.people(t.people)} · ${l.cite([t.id])}`,
  ];
  const body = [...t.questions.flatMap((q) => l.asked(q)), ...t.statements.map((s) => `- ${l.statement(s)}`)];
  if (t.dispute) {
    body.push(`- **${w.dispute}**`);
    for (const s of t.dispute.for) body.push(`  - ${w.disputeFor} ${l.statement(s)}`);
    for (const s of t.dispute.against) body.push(`  - ${w.disputeAgainst} ${l.statement(s)}`);
  }
  for (const q of t.open)
    body.push(`- **${w.openHere}** ${md(shorten(q.text, longestStatement))} ${l.cite(q.messages)}`);
  for (const link of t.links)
    body.push(`- ${w.articles}${w.marks.colon}${l.article(link)} ${l.cite([link.n])}`);
  return [...lines, body.join('\n')];
}

/** The threads worth reading, and the small ones in one line. */
export function threadBlocks(l: MarkdownLines): string[] {
  const { threads, brief } = l.report;
  const small = brief.map((t) => `${md(t.title)} ${l.cite([t.messages[0]!])}`);
  return [
    ...(threads.length ? [`## ${l.w.worthReading}`, ...threads.flatMap((t, i) => thread(l, t, i))] : []),
    ...(small.length ? [`## ${l.w.small}`, small.join(' · ')] : []),
  ];
}

function old(l: MarkdownLines, answers: readonly ShownOldAnswer[] = []): string[] {
  return answers.map(
    (o) =>
      `  - ${l.w.qa.old}${l.w.marks.colon}${l.dayLink(o)} ${md(o.speaker)}${l.w.marks.colon}${md(shorten(o.answer, longestStatement))}`,
  );
}

function earlier(l: MarkdownLines, q: EarlierQuestion): string {
  return `- ${md(q.asker)}${l.w.marks.colon}${md(shorten(q.question, longestStatement))} ${l.dayLink(q)}`;
}

function beforeBlocks(l: MarkdownLines): string[] {
  const { carried, moreCarried, closed, continued } = l.report.before;
  const w = l.w.qa;
  const lists: [string, string[]][] = [
    [
      w.carried,
      carried.flatMap((q) => [`${earlier(l, q)} · ${md(openLine(q, l.report.lang))}`, ...old(l, q.old)]),
    ],
    [
      w.closed,
      closed.flatMap((q) => [
        `${earlier(l, q)} · ${w.reasons[q.by]}`,
        ...q.answers.map((a) => `  - ${l.statement(a)}`),
      ]),
    ],
  ];
  return [
    ...lists.flatMap(([heading, items]) => (items.length ? [`**${heading}**`, items.join('\n')] : [])),
    moreCarried ? w.moreCarried(moreCarried) : '',
    continued
      .map((t) => `- ${md(w.continued(t.speaker, t.title, t.date))} ${l.dayLink(t)} ${l.cite(t.questions)}`)
      .join('\n'),
  ];
}

/** The questions that nobody answered, of the day and of days before. */
export function unansweredBlocks(l: MarkdownLines): string[] {
  const { unanswered, before } = l.report;
  const items = unanswered.flatMap((s) => [
    `- ${md(s.speaker)}${l.w.marks.colon}${md(shorten(s.text, longestStatement))} ${l.cite(s.messages)}`,
    ...old(l, before.old.get(s.messages[0]!)),
  ]);
  const blocks = [items.join('\n'), ...beforeBlocks(l)].filter(Boolean);
  return blocks.length ? [`## ${l.w.unanswered}`, ...blocks] : [];
}

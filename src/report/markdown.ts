import { escapeMarkdown as md } from './escape.js';
import { articleFacts, helperLine, scheduleLine } from './life-words.js';
import { MarkdownLines, type MarkdownLinks } from './markdown-lines.js';
import { talkBlocks, threadBlocks, unansweredBlocks } from './markdown-talk.js';
import type { Report, TermReport } from './model.js';
import { unseenItems } from './unseen.js';
import { weekdayOf } from './weekday.js';

export type { ChartFile, MarkdownLinks } from './markdown-lines.js';

const mostFolded = 12;
const mostUsed = 12;

function head(l: MarkdownLines): string[] {
  const { counts, analysis } = l.report;
  const { w } = l;
  const weekday = weekdayOf(analysis.date);
  const extra = [
    counts.copies ? w.copies(counts) : '',
    counts.claimed === null ? '' : w.claimed(counts.claimed),
  ].filter(Boolean);
  return [
    `# ${md(analysis.group)} ${analysis.date}${weekday === null ? '' : ` ${w.weekdays[weekday]}`}【${analysis.published ? w.privacy.edition : w.inner}】`,
    counts.messages
      ? `${w.counts(counts)}${extra.length ? `${w.marks.aside(extra.join(w.marks.semicolon))}` : ''}`
      : w.empty,
    ...(analysis.published
      ? [
          `${w.privacy.replaced(analysis.published)}${w.marks.stop}${w.privacy.notPromised}${w.marks.stop}`.trimEnd(),
        ]
      : []),
  ];
}

function todo(l: MarkdownLines): string[] {
  if (l.report.analysis.published) return [];
  const items = l.report.todo.map((t, i) => `${i + 1}. ${md(t.text)} ${l.cite(t.messages)}`.trimEnd());
  return [`## ${l.w.todo}`, items.length ? items.join('\n') : l.w.nothingToDo];
}

function term(l: MarkdownLines, t: TermReport): string {
  const note = t.definition
    ? `${l.w.marks.colon}${md(t.definition)}${l.w.marks.aside(t.source ? md(t.source) : l.w.noSource)}`
    : '';
  return `- **${md(t.term)}**${note} ${l.cite(t.messages)}`;
}

function terms(l: MarkdownLines): string[] {
  const { used, discovered, defined } = l.report.terms;
  const { w } = l;
  if (!used.length && !discovered.length && !defined.length) return [];
  return [
    `## ${w.terms}`,
    ...(defined.length
      ? [
          `**${w.termsDefined}**`,
          defined
            .map((d) => `- **${d.terms.map(md).join(w.marks.list)}** ${l.statement(d.statement)}`)
            .join('\n'),
        ]
      : []),
    ...(discovered.length
      ? [
          `**${w.termsNew}**${w.marks.colon}${discovered.map((t) => `${md(t.term)} ${l.cite(t.messages, 2)}`).join(' · ')}`,
        ]
      : []),
    ...(used.length
      ? [
          `**${w.termsUsed}**`,
          used
            .filter((t, i) => i < mostUsed || t.isOwn)
            .map((t) => term(l, t))
            .join('\n'),
        ]
      : []),
  ];
}

function unseen(l: MarkdownLines): string[] {
  const { w } = l;
  const items = unseenItems(l.report.unseen, l.report.lang).map(({ text, messages }) =>
    `${text} ${l.cite(messages, 5)}`.trimEnd(),
  );
  const folded = l.report.folded
    .filter((t) => t.messages.length > 1)
    .slice(0, mostFolded)
    .map((t) => `${md(t.title)} ${w.messages(t.messages.length)} ${l.cite([t.messages[0]!])}`);
  return [
    `## ${w.unseen}`,
    items.length ? items.join(' · ') : w.none,
    ...(folded.length ? [`**${w.folded}**${w.marks.colon}${folded.join(' · ')}`] : []),
    w.silentNote,
  ];
}

function life(l: MarkdownLines): string[] {
  const { schedule, signins, helpers, articles } = l.report.life;
  const { w } = l;
  return [
    ...(schedule.length
      ? [
          `## ${w.life.schedule}`,
          schedule.map((day) => `- ${md(scheduleLine(day, w))} ${l.cite(day.messages)}`).join('\n'),
        ]
      : []),
    ...(signins.names.length
      ? [
          `## ${w.life.signins}`,
          `${w.life.signedIn(signins.names.length)} ${l.cite(signins.messages)}`,
          signins.names.map(md).join(w.marks.list),
        ]
      : []),
    ...(helpers.length
      ? [`## ${w.life.helpers}`, helpers.map((h) => `- ${md(helperLine(h, w))}`).join('\n')]
      : []),
    ...(articles.length
      ? [
          `## ${w.life.articles}`,
          articles
            .map((a) => `- ${l.article(a)} · ${md(a.speaker)} · ${articleFacts(a, w)} ${l.cite(a.messages)}`)
            .join('\n'),
        ]
      : []),
  ];
}

function figures(l: MarkdownLines): string[] {
  const { people, counts } = l.report;
  const { w } = l;
  return [
    `## ${w.whoSpoke}`,
    people.map((p) => `${md(p.name)} ${p.count}`).join(' · ') || w.none,
    ...(counts.messages && l.links.charts.length
      ? [`## ${w.figures}`, ...l.links.charts.map((c) => `![${md(c.title)}](${c.path})`)]
      : []),
  ];
}

/** A day's report as Markdown. Everything that comes from the log is escaped. */
export function toMarkdown(report: Report, links: MarkdownLinks): string {
  const l = new MarkdownLines(report, links);
  if (!report.counts.messages) return `${head(l).join('\n\n')}\n`;
  const { w } = l;
  const blocks = [
    ...head(l),
    ...todo(l),
    ...(report.summary.length ? [`## ${w.inOneLine}`, report.summary.map(md).join(w.marks.semicolon)] : []),
    ...report.talks.flatMap((talk) => talkBlocks(l, talk)),
    ...threadBlocks(l),
    ...unansweredBlocks(l),
    ...terms(l),
    ...life(l),
    ...unseen(l),
    ...figures(l),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

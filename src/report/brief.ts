import { type Words, words } from '../lang/index.js';
import type { Report, ShownOldAnswer, Statement, TalkReport } from './model.js';
import { citation } from './references.js';
import { shorten } from './shorten.js';
import { talkKind } from './talks.js';
import { unseenItems } from './unseen.js';
import { weekdayOf } from './weekday.js';

/** What travels in a chat: so many lines, each so wide at the most. */
const mostLines = 25;
const widest = 72;
/** Questions of earlier days in a brief. */
const mostCarried = 3;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const line = (text: string, numbers: readonly number[] = []) =>
  `${shorten(oneLine(text), widest)}${numbers.length ? ` ${citation(numbers, 2)}` : ''}`;

/** A section: its heading and lines, and how many of the lines may go when there are too many. */
interface Section {
  heading: string;
  lines: string[];
}

/** What a brief says of a talk or a discussion; what there is none of is not counted. */
function factsOf(t: TalkReport, w: Words): string[] {
  const pairs = t.pairs ? w.qaGroups(t.pairs) : '';
  const facts =
    t.kind === 'talk'
      ? [w.talkTimes(t.from, t.to, t.lastAnswer), t.signins ? w.signins(t.signins) : '', pairs]
      : [`${t.from}–${t.to}`, w.messages(t.kept), pairs, w.leader(t.speaker)];
  return facts.filter(Boolean);
}

function sectionsOf(report: Report): Section[] {
  const w = words(report.lang);
  const said = (old: readonly ShownOldAnswer[] = []) =>
    old[0] ? `${w.marks.aside(`${w.qa.old} ${old[0].date} ${old[0].speaker}`)}` : '';
  const ask = (s: Statement) =>
    line(`· ${s.standing === 'rumour' ? `【${w.standing.rumour}】` : ''}${s.text}`, s.messages) +
    said(report.before.old.get(s.messages[0]!));
  const carried = report.before.carried.slice(0, mostCarried);
  const talks = report.talks.map((t) => ({
    heading: line(`${talkKind(t, w)}《${t.title}》${t.kind === 'talk' ? t.speaker : ''}`, [t.first]),
    lines: [
      line(factsOf(t, w).join(w.marks.semicolon)),
      ...t.outline
        .filter((h) => h.level === 1)
        .slice(0, 4)
        .map((h) => line(h.text, [h.n])),
    ],
  }));
  const unseen = unseenItems(report.unseen, report.lang).map((item) => item.text);
  const folded = report.folded.slice(0, 3).map((t) => `${t.title} ${w.messages(t.messages.length)}`);
  return [
    { heading: w.todo, lines: report.todo.map((t, i) => line(`${i + 1} ${t.text}`, t.messages)) },
    ...talks,
    {
      heading: w.worthReading,
      lines: report.threads.map((t, i) =>
        line(
          `${String.fromCharCode(65 + i)} ${t.title} ${t.from}–${t.to} ${w.messages(t.count)}${t.dispute ? `【${w.dispute}】` : ''}${t.rumour ? `【${w.standing.rumour}】` : ''}`,
          [t.id],
        ),
      ),
    },
    { heading: w.unanswered, lines: report.unanswered.map(ask) },
    {
      heading: w.qa.carried,
      lines: carried.map((q) => `${line(`· ${q.question}`)} ${q.date}#${q.n}${said(q.old)}`),
    },
    {
      heading: '',
      lines: [
        ...(unseen.length ? [line(`${w.unseen}${w.marks.colon}${unseen.join(w.marks.list)}`)] : []),
        ...(folded.length ? [line(`${w.folded}${w.marks.colon}${folded.join(w.marks.list)}`)] : []),
      ],
    },
  ].filter((section) => section.lines.length);
}

/** Takes lines from the longest section until all fit; a section that lost lines says so. */
function fitted(sections: Section[], room: number): string[] {
  const kept = sections.map((s) => s.lines.length);
  const cost = (k: number) => kept[k]! + (sections[k]!.heading ? 1 : 0);
  const total = () => sections.reduce((all, _, k) => all + cost(k), 0);
  while (total() > room) {
    const longest = kept.indexOf(Math.max(...kept));
    if (kept[longest]! <= 1) break;
    kept[longest]!--;
  }
  return sections.flatMap((s, k) => {
    const cut = s.lines.length - kept[k]!;
    return [...(s.heading ? [`【${s.heading}】${cut ? ` +${cut}` : ''}`] : []), ...s.lines.slice(0, kept[k])];
  });
}

/** A day's report as plain text of at most 25 lines, to paste into a chat (简报). */
export function toBrief(report: Report): string {
  const w = words(report.lang);
  const { analysis, counts } = report;
  const weekday = weekdayOf(analysis.date);
  const head = `${analysis.group} ${analysis.date}${weekday === null ? '' : ` ${w.weekdays[weekday]}`}【${analysis.published ? w.privacy.edition : w.inner}】`;
  if (!counts.messages) return `${head}\n${w.empty}\n`;
  const summary = report.summary.length
    ? [line(`${w.inOneLine}${w.marks.colon}${report.summary.join(w.marks.semicolon)}`)]
    : [];
  const top = [head, w.counts(counts), ...summary];
  return `${[...top, ...fitted(sectionsOf(report), mostLines - top.length)].slice(0, mostLines).join('\n')}\n`;
}

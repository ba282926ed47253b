import { Document, type YAMLSeq } from 'yaml';
import type { Words } from '../lang/index.js';
import { safeSegment } from '../read/index.js';
import { escapeProse, rangesOf, webAddress } from '../report/index.js';
import type { Block, Exchange, Line, Span, TalkRecord, Turn } from './record.js';

/** Who may see a record: everybody once it is published, or the group alone. */
export type Edition = 'public' | 'inner';

/** A link's address as Markdown takes it between parentheses. */
const destination = (url: string): string =>
  url.replace(
    /[()<>\\\s{}|"'`*[\]]/g,
    (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );

function span(s: Span, w: Words): string {
  if (s.kind === 'text') return escapeProse(s.text);
  const address = webAddress(s.url);
  const title = escapeProse(s.title);
  if (s.kind === 'image')
    return address
      ? `![${w.attachments.image} ${title}](${destination(address)})`
      : `〔${w.attachments.image} ${title}〕`;
  if (s.kind === 'file' || !address) return `〔${w.attachments[s.kind]} ${title}〕`;
  return `[${title || escapeProse(address)}](${destination(address)})`;
}

const lineText = (line: Line, w: Words): string => line.spans.map((s) => span(s, w)).join('');

/** Broken lines put together: a space where no mark parts them already. */
const together = (texts: readonly string[]): string =>
  texts.reduce((all, text) => (/[\p{P}\p{S}]$/u.test(all) || !all ? all + text : `${all} ${text}`), '');

/** A comment that leads to the messages: a published page does not show it. */
function source(lines: readonly Line[], group: string): string {
  const dates = [...new Set(lines.map((line) => line.date))];
  const cited = dates.map((date) => {
    const numbers = lines.filter((line) => line.date === date).map((line) => line.n);
    const ranges = rangesOf([...new Set(numbers)].sort((a, b) => a - b));
    const all = ranges.map(({ from, to }) => (from === to ? `#${from}` : `#${from}-${to}`)).join(' ');
    return `${safeSegment(group)}/${safeSegment(date)}${all}`;
  });
  return `<!-- ${cited.join(' ')} -->`;
}

function block({ kind, level, lines }: Block, group: string, w: Words): string {
  const texts = lines.map((line) => lineText(line, w));
  const from = source(lines, group);
  if (kind === 'heading') return `${'#'.repeat(level + 2)} ${texts.join(' ')} ${from}`;
  return `${kind === 'lines' ? texts.join('  \n') : together(texts)} ${from}`;
}

const labelled = (label: string, lines: readonly Line[], group: string, w: Words): string =>
  `${label}：${together(lines.map((line) => lineText(line, w)))} ${source(lines, group)}`;

/** Questions stand in bold; those that follow one up do not, and stand under it. */
function exchange({ question, turns, followUps }: Exchange, group: string, w: Words, depth = 0): string[] {
  const asked = `Q：${together(question.map((line) => lineText(line, w)))}`;
  const head = depth ? asked : `**${asked.replace(/\s+$/, '')}**`;
  return [
    ...(question.length ? [`${head} ${source(question, group)}`] : []),
    ...turns.map((turn) => labelled(turn.label, turn.lines, group, w)),
    ...followUps.flatMap((f) => exchange(f, group, w, depth + 1)),
  ];
}

const turns = (list: readonly Turn[], group: string, w: Words) =>
  list.map((turn) => labelled(turn.label, turn.lines, group, w));

/** The sections of a record (主题分享、问答、自由讨论) as Markdown, each paragraph with a comment that names its messages. */
export function recordSections(record: TalkRecord, w: Words): string {
  const { group } = record;
  const sections: [string, string[]][] = [
    [w.record.talk, record.talk.map((b) => block(b, group, w))],
    [w.record.questions, record.exchanges.flatMap((e) => exchange(e, group, w))],
    [w.record.discussion, turns(record.discussion, group, w)],
  ];
  return sections
    .filter(([, parts]) => parts.length)
    .map(([heading, parts]) => [`## ${heading}`, ...parts].join('\n\n'))
    .join('\n\n');
}

/** Front matter is read line by line by some. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const compact = (date: string) => date.replace(/^(\d{4})-(\d{2})-(\d{2}).*$/, '$1$2$3');

/** Front matter as the community's posts have it; a draft that must not go out is hidden from the site. */
function frontMatter(record: TalkRecord, edition: Edition): string {
  const fields = {
    layout: 'post',
    title: oneLine(`${compact(record.date)}-${record.title}`),
    date: `${record.date.slice(0, 10)} ${record.time}`,
    author: record.group,
    tag: [edition === 'public' ? 'publish' : 'hidden'],
    ...(record.kind === 'talk' && { guest: oneLine(record.guest) }),
    ...(record.host !== null && { host: oneLine(record.host) }),
  };
  // posts are read as YAML 1.1
  const document = new Document(fields, { version: '1.1' });
  (document.get('tag') as YAMLSeq).flow = true;
  return `---\n${document.toString({ lineWidth: 0, directives: false, flowCollectionPadding: false })}---\n`;
}

/** A record as a post (Markdown with front matter), ready to be edited and published. */
export const recordMarkdown = (record: TalkRecord, edition: Edition, w: Words): string =>
  `${frontMatter(record, edition)}\n${recordSections(record, w)}\n`;

/** The addresses that a draft's comments name, as `date#n`. */
export function citedIn(markdown: string): Set<string> {
  const cited = new Set<string>();
  for (const comment of markdown.matchAll(/<!-- ([^<>]*) -->/g))
    for (const [, date, numbers] of comment[1]!.matchAll(/\/([^\s/#]+)((?:#\d+(?:-\d+)?\s?)+)/g))
      for (const [, from, to] of numbers!.matchAll(/#(\d+)(?:-(\d+))?/g))
        for (let n = Number(from); n <= Number(to ?? from) && n - Number(from) < longestRun; n++)
          cited.add(`${date}#${n}`);
  return cited;
}

/** No paragraph runs over so many messages; a number typed into a comment by mistake must not fill the memory. */
const longestRun = 100_000;

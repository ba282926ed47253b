import { type Lang, type Words, words } from '../lang/index.js';
import type { Digest } from './digest.js';
import { escapeMarkdown as md, webAddress } from './escape.js';
import { oldLine, openLine } from './qa-list.js';
import { shorten } from './shorten.js';
import type { TopicsHead } from './topics-text.js';

/** A line of a digest: what it says, where that stands, and what belongs to it. */
export interface DigestLine {
  text: string;
  /** `group/date#n`, and web addresses. */
  at: readonly string[];
  below?: readonly Omit<DigestLine, 'below'>[];
}

/** A part of a digest under its heading. */
export interface DigestPart {
  id: string;
  heading: string;
  /** What is said where there are no lines. */
  empty: string;
  lines: DigestLine[];
}

const longestQuestion = 120;

/** What the organisers have to do; questions to be answered are everybody's. */
function todoLines(digest: Digest, w: Words): DigestLine[] {
  const questions = digest.open.length
    ? [{ text: w.topics.digest.openTodo(digest.open.length + digest.moreOpen), at: [] }]
    : [];
  if (digest.isPublic) return questions;
  const free = digest.coming.filter((d) => d.free).map((d) => d.date);
  // one announcement often leaves several days free
  const freeAt = [...new Set(digest.coming.flatMap((d) => (d.free && d.address ? [d.address] : [])))];
  return [
    ...(free.length ? [{ text: w.topics.digest.vacant(free.join(w.marks.list)), at: freeAt }] : []),
    ...digest.calls.map(({ text, address }) => ({ text, at: [address] })),
    ...digest.talks.map(({ title, record, address }) => ({
      text: record === null ? w.topics.digest.recordTodo(title) : w.topics.digest.recordCheck(title),
      at: [address],
    })),
    ...questions,
  ];
}

/** The parts of a digest in the order of the day's report: what is to be done first. */
export function digestParts(digest: Digest, lang: Lang): DigestPart[] {
  const w = words(lang);
  const d = w.topics.digest;
  const part = (id: string, heading: string, lines: DigestLine[], empty = '') => ({
    id,
    heading,
    lines,
    empty,
  });
  return [
    part('todo', d.todo, todoLines(digest, w), d.nothingToDo),
    part(
      'topics',
      d.topics,
      digest.topics.map((t) => ({
        text: `${t.name}${w.marks.aside(w.topics.messages(t.messages))}${t.terms.join(w.marks.list)}`,
        at: [],
        below: t.threads.map((x) => ({
          text: `${x.date} ${x.title}${w.marks.aside(w.topics.messages(x.messages))}`,
          at: [x.address],
        })),
      })),
    ),
    part(
      'moved',
      d.moved,
      digest.moved.map((t) => ({
        text: `${w.topics.trends[t.trend]} ${t.name}${w.marks.colon}${d.from(t.before, t.now)}`,
        at: t.address === null ? [] : [t.address],
      })),
      digest.compared ? d.steady : d.noBefore,
    ),
    part(
      'terms',
      d.terms,
      digest.terms.map((t) => ({
        text: `${t.form}${w.marks.aside([d.termFacts(t.messages, t.people, t.since), ...(t.known ? [d.known] : [])].join(w.marks.comma))}`,
        at: [t.address],
      })),
    ),
    part(
      'talks',
      d.talks,
      digest.talks.map((t) => ({
        text: `${t.date} ${t.speaker}《${t.title}》${t.record ? `${d.record} ${t.record}` : d.noRecord}`,
        at: [t.address],
      })),
    ),
    part(
      'coming',
      d.coming,
      digest.coming
        .filter((t) => !t.free)
        .map((t) => ({
          text: [t.date, t.guest, t.topic && `《${t.topic}》`].filter(Boolean).join(' '),
          at: t.address === null ? [] : [t.address],
        })),
    ),
    part('open', d.open, [
      ...digest.open.map((q) => ({
        text: `${q.asker}${w.marks.colon}${shorten(q.question, longestQuestion)}${w.marks.aside(openLine(q, lang))}`,
        at: [q.address],
        below: q.old.map((old) => ({ text: oldLine(old, lang), at: [old.address] })),
      })),
      ...(digest.moreOpen ? [{ text: w.topics.more(digest.moreOpen), at: [] }] : []),
    ]),
    part(
      'articles',
      d.articles,
      digest.articles.map((a) => ({
        text: `${a.title || a.url}${w.marks.aside(d.times(a.shares, a.after))}`,
        at: [webAddress(a.url) ?? [], a.address].flat(),
      })),
    ),
  ].filter((p) => p.lines.length > 0 || p.empty !== '');
}

type Head = Omit<TopicsHead, 'corrections'>;

/** A digest as Markdown; everything that comes from a log is escaped. */
export const digestMarkdown = (digest: Digest, head: Head, lang: Lang): string =>
  digestLines(digest, head, lang, md, (where) => ` \`${where.replaceAll('`', '')}\``);

/** A digest as plain text, to be read in a terminal or pasted into a chat. */
export const digestText = (digest: Digest, head: Head, lang: Lang): string =>
  digestLines(digest, head, lang, oneLine, (where) => ` ${oneLine(where)}`);

const oneLine = (text: string) => text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();

function digestLines(
  digest: Digest,
  head: Head,
  lang: Lang,
  shown: (text: string) => string,
  address: (where: string) => string,
): string {
  const w = words(lang);
  const d = w.topics.digest;
  const title = `# ${d.title} ${shown(head.span)}【${head.edition}】`;
  if (!digest.days) return `${title}\n\n${d.nothing}\n`;
  const at = ({ at: places }: DigestLine) =>
    places
      .map((where) => (/^https?:/.test(where) ? ` <${where.replace(/[<>\s]/g, '')}>` : address(where)))
      .join('');
  const parts = digestParts(digest, lang).map(({ heading, lines, empty }) => {
    const items = lines.map((line) =>
      [
        `- ${shown(line.text)}${at(line)}`,
        ...(line.below ?? []).map((below) => `  - ${shown(below.text)}${at(below)}`),
      ].join('\n'),
    );
    return `## ${heading}\n\n${items.length ? items.join('\n') : empty}`;
  });
  return `${[title, d.counts(digest.days, digest.messages, digest.people), ...parts].join('\n\n')}\n`;
}

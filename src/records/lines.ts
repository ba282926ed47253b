import type { AnalysedMessage } from '../analysis/index.js';
import { isWithheldText } from '../lang/withheld.js';
import { everyone } from '../people/index.js';
import type { Names } from '../privacy/index.js';
import { cleanText, leftoverLength } from './clean.js';
import type { Line, Span } from './record.js';

/** A span in the place of a part of a message's text; null where that part says nothing in a record. */
interface Piece {
  start: number;
  end: number;
  span: Span | null;
}

/**
 * What goes on of a display name that the exporter broke off or that ends in somebody's shorter name: `@某人- 产品-上海 `. An
 * em dash parts sentences.
 */
const restOfBroken = /^\s?[^\s@，。,：:；;！!?？]{1,20}[-_|｜][^\s@，。,：:；;！!?？]{1,20}(?=\s)/;
const restOfShorter = /^[-_|｜][^\s@，。,：:；;！!?？]{1,40}(?=\s)/;

/** Where a name ends that is called at the head of a text, with what belongs to it. */
function endOfCall(text: string, { end, name }: AnalysedMessage['mentions'][number]): number {
  const rest = (/[-_|｜]$/.test(name) ? restOfBroken : restOfShorter).exec(text.slice(end))?.[0] ?? '';
  return end + rest.length;
}

/** What of a message goes besides its cleaning. */
export interface Spoken {
  /** The people whom it speaks to: calling them at its end says nothing. */
  to: ReadonlySet<string>;
  /** How many characters at its head quote what the record has, UTF-16. */
  quoted: number;
}

/**
 * A name that is called at the head only says whom one speaks to, and so does one at the end that is among those spoken to:
 * the record says that by its order.
 */
function mentionPieces({ text, mentions }: AnalysedMessage, names: Names, { to, quoted }: Spoken): Piece[] {
  let head = quoted;
  return mentions.map((mention) => {
    const { start, end, name, speaker } = mention;
    const isHead = !text.slice(head, start).trim();
    if (isHead) {
      head = endOfCall(text, mention);
      head += leftoverLength(text.slice(head));
      return { start, end: head, span: null };
    }
    const isEnd = speaker !== null && to.has(speaker) && !text.slice(end).trim();
    const span = isEnd || name === everyone ? null : textSpan(`@${names.show(name)} `);
    return { start, end, span };
  });
}

const textSpan = (text: string): Span => ({ kind: 'text', text });

function attachmentPieces({ attachments, time }: AnalysedMessage): Piece[] {
  return attachments.map(({ kind, title, url, start, end }) => {
    const isShown = kind === 'link' || kind === 'image' || kind === 'file';
    // an image's title is the time of its upload
    const named = kind === 'image' ? time : title || url;
    return { start, end, span: isShown ? { kind, title: named, url } : null };
  });
}

/** The text of a message as spans, in order; line breaks still stand in the words. */
function spansOf(m: AnalysedMessage, names: Names, spoken: Spoken): Span[] {
  const pieces = [...attachmentPieces(m), ...mentionPieces(m, names, spoken)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  const spans: Span[] = [];
  let from = spoken.quoted;
  for (const { start, end, span } of pieces) {
    if (start < from) continue;
    spans.push(textSpan(m.text.slice(from, start)));
    if (span) spans.push(span);
    from = end;
  }
  return [...spans, textSpan(m.text.slice(from))];
}

/**
 * A number at the head of an item, behind a space or the sentence before, and the break that may part it from its words:
 * `1.`, `2：`; not `1.5`, `12:00`.
 */
const itemMark = /(?<=^|[\s：。；;！!？?])([（(]?(\d{1,2})\s*[、，.．)）:：])(?!\d)(\s*\n\s*)?/g;

/**
 * Items that were run together (`1.… 2.… 3.…`), each on a line of its own, with its number: the exporter moved such breaks.
 * A number alone on its line stands before the words of the next.
 */
function itemsApart(text: string): string {
  const numbers = [...text.matchAll(itemMark)].map((mark) => Number(mark[2]));
  let k = -1;
  const apart = (whole: string, mark: string, own: string, gap: string | undefined, at: number) => {
    k++;
    const inOrder = Number(own) - numbers[k - 1]! === 1 || numbers[k + 1]! - Number(own) === 1;
    const isAlone = gap !== undefined && /(?:^|\n)\s*$/.test(text.slice(0, at));
    if (!inOrder && !isAlone) return whole;
    return `\n${mark}${gap === undefined ? '' : ' '}`;
  };
  return text.replace(itemMark, apart);
}

/** Breaks spans into lines where their words break. */
function broken(spans: readonly Span[]): Span[][] {
  const lines: Span[][] = [[]];
  for (const span of spans) {
    if (span.kind !== 'text') {
      lines.at(-1)!.push(span);
      continue;
    }
    itemsApart(span.text)
      .split('\n')
      .forEach((text, i) => {
        if (i) lines.push([]);
        lines.at(-1)!.push(textSpan(text));
      });
  }
  return lines;
}

/** Spans cleaned: neighbouring words as one, no space at either end, nothing empty. */
function tidy(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (span.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = textSpan(last.text + span.text);
    else joined.push(span);
  }
  const cleaned = joined.map((s) => (s.kind === 'text' ? textSpan(cleanText(s.text)) : s));
  const [first, last] = [cleaned[0], cleaned.at(-1)];
  if (first?.kind === 'text') first.text = first.text.trimStart();
  if (last?.kind === 'text') last.text = last.text.trimEnd();
  return cleaned.filter((s) => s.kind !== 'text' || s.text !== '');
}

/** Whether there is anything to read or see: punctuation alone says nothing. */
const saysSomething = (spans: readonly Span[]) =>
  spans.some((s) => s.kind !== 'text' || /[\p{L}\p{N}]/u.test(s.text));

const toNobody: Spoken = { to: new Set(), quoted: 0 };

/** A message's lines as a record has them, lightly cleaned; none where it says nothing, or stays out of the public edition. */
export const messageLines = (m: AnalysedMessage, date: string, names: Names, spoken = toNobody): Line[] =>
  broken(isWithheldText(m.text) ? [] : spansOf(m, names, spoken))
    .map(tidy)
    .filter(saysSomething)
    .map((spans) => ({ spans, date, n: m.n }));

/** A line without its first `cut` characters of words. */
export function withoutHead(line: Line, cut: number): Line {
  const [first, ...rest] = line.spans;
  if (first?.kind !== 'text') return line;
  const text = first.text.slice(cut);
  return { ...line, spans: text ? [textSpan(text), ...rest] : rest };
}

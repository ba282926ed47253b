import type { Heading } from '../talks/index.js';
import { cleanText, strayNumbers } from './clean.js';
import { withoutHead } from './lines.js';
import { type Block, type Line, textOf } from './record.js';

/** A line of the talk and when it was said, in seconds of its day. */
export interface SaidLine {
  line: Line;
  second: number;
}

/** One person's lines belong to one paragraph if no more than so many seconds part them. */
const longestPause = 120;
/** A paragraph this long, in characters, takes no further line; a line this long was not broken in the typing. */
const longParagraph = 160;
const longLine = 50;

const endsSentence = /[。！？!?；;…：:]["”』）)]?$/;
const colon = /[:：]$/;
const breaksOff = /[，,、]$/;
const listMark =
  /^\s*(?:[（(]?\d{1,2}\s*[、，.．)）:：](?!\d)|[（(][一二三四五六七八九十]+[)）]|[a-zA-Z]\s*[、.．)）]|[①-⑳•·*-])/;
/** A heading without a number: the short first line of a message with so much more to say, in characters. */
const longestHeading = 16;
const leastBelow = 60;
const pause = /[，,。！？!?；;、]/;

const lengthOf = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + textOf(line).length, 0);
const isWords = (line: Line) => line.spans.every((s) => s.kind === 'text' || s.kind === 'link');

/** Whether a line goes on in the paragraph of the one before it. */
function goesOn(block: Block, before: SaidLine, next: SaidLine): boolean {
  const [last, text] = [textOf(before.line), textOf(next.line)];
  if (block.kind !== 'paragraph' || before.line.n === next.line.n || before.line.date !== next.line.date)
    return false;
  if (!isWords(before.line) || !isWords(next.line) || listMark.test(text) || listMark.test(last))
    return false;
  if (next.second - before.second > longestPause || lengthOf(block.lines) > longParagraph) return false;
  return breaksOff.test(last) || (last.length < longLine && text.length < longLine);
}

/** Whether lines stand one under another: those of one message, and those of a list. */
const stacks = (before: SaidLine, next: SaidLine): boolean =>
  isWords(before.line) &&
  isWords(next.line) &&
  ((before.line.n === next.line.n && before.line.date === next.line.date) ||
    (listMark.test(textOf(before.line)) && listMark.test(textOf(next.line))));

/** The depth in the outline that a line has, or null. */
function depthOf(line: Line, outline: readonly Heading[]): Heading['level'] | null {
  const text = textOf(line);
  return outline.find((h) => h.n === line.n && cleanText(h.text).trim() === text)?.level ?? null;
}

/** Whether a line is the first of a message that has much more to say. */
function leadsMessage(lines: readonly Line[], i: number): boolean {
  const line = lines[i]!;
  const isOf = (other: Line | undefined) => other?.n === line.n && other.date === line.date;
  if (isOf(lines[i - 1]) || !isOf(lines[i + 1])) return false;
  return lengthOf(lines.slice(i + 1).filter(isOf)) >= leastBelow;
}

/** Whether a line without a number stands above the rest of its message as a heading. */
function headsMessage(lines: readonly Line[], i: number): boolean {
  const text = textOf(lines[i]!);
  if (text.length > longestHeading || pause.test(text) || listMark.test(text) || !isWords(lines[i]!))
    return false;
  return leadsMessage(lines, i);
}

/** Whether a line of the outline ends like a sentence; a colon ends a heading, too, above the rest of its message. */
const isSentence = (lines: readonly Line[], i: number): boolean => {
  const text = textOf(lines[i]!);
  return endsSentence.test(text) && !(colon.test(text) && leadsMessage(lines, i));
};

/**
 * Which lines are headings: those of the outline with words of their own behind them, and the short first lines of long
 * messages. Items that follow one another are a list, and so is whatever stands deepest.
 */
function headingLevels(lines: readonly Line[], outline: readonly Heading[]): (1 | 2 | null)[] {
  const isItem = (i: number) => lines[i] !== undefined && listMark.test(textOf(lines[i]!));
  const isChapter = (i: number) => lines[i] !== undefined && depthOf(lines[i]!, outline) === 1;
  const depths = lines.map((line, i) => {
    const depth = depthOf(line, outline);
    if (depth === null || depth === 3 || i + 1 >= lines.length || isSentence(lines, i))
      return headsMessage(lines, i) ? 'bare' : null;
    const isBeside = (k: number) => (depth === 1 ? isChapter(k) : isItem(k));
    const isListed = isBeside(i - 1) || isBeside(i + 1);
    return isListed ? null : depth;
  });
  const top = depths.includes(1) ? 1 : depths.includes('bare') ? 'bare' : 2;
  return depths.map((depth) => (depth === null ? null : depth === top ? 1 : 2));
}

/** The talk (主题分享) under the headings of its outline, one person's broken lines joined to paragraphs. */
export function paragraphsOf(said: readonly SaidLine[], outline: readonly Heading[]): Block[] {
  const levels = headingLevels(
    said.map((s) => s.line),
    outline,
  );
  const headed = said.map((s, i) => ({ ...s, level: levels[i]! }));
  const stray = strayNumbers(headed.map((s) => (s.level ? '' : textOf(s.line))));
  const kept = headed.flatMap((s, i) => {
    const cut = stray[i]!;
    return cut === null ? [] : [{ ...s, line: withoutHead(s.line, cut) }];
  });
  const blocks: Block[] = [];
  let before: SaidLine | null = null;
  for (const { line, second, level } of kept) {
    const [block, next] = [blocks.at(-1), { line, second }];
    if (level) blocks.push({ kind: 'heading', level, lines: [line] });
    else if (block && before && block.kind !== 'heading' && goesOn(block, before, next))
      block.lines.push(line);
    else if (block && before && block.kind !== 'heading' && stacks(before, next)) {
      if (block.kind === 'lines' || block.lines.length === 1) {
        block.kind = 'lines';
        block.lines.push(line);
      } else blocks.push({ kind: 'paragraph', level: 0, lines: [line] });
    } else blocks.push({ kind: 'paragraph', level: 0, lines: [line] });
    before = next;
  }
  return blocks;
}

import type { Message } from '../read/index.js';
import { fold, type Token } from '../text/index.js';
import { listBits } from './listed-runs.js';
import { hashFrom } from './statistics.js';
import type { Word, WordBook } from './word-book.js';

/**
 * The tokens of a day as parts of terms, in columns, one token after another through all messages; a day has thousands,
 * and every run of them is looked at.
 */
export interface Parts {
  /** The folded texts of the messages. */
  folded: string[];
  /** The first token of each message, and behind them how many there are. */
  rows: Int32Array;
  /** Index of each token's message. */
  messageOf: Int32Array;
  /** UTF-16 offsets into the text of the message. */
  starts: Int32Array;
  ends: Int32Array;
  /** Null where a token cannot be part of a term. */
  words: (Word | null)[];
  /** 1 for a stop word by itself. */
  stops: Uint8Array;
}

/** Parts before it is known which of their words are covered. */
type Uncovered = Omit<Parts, 'stops'>;

/** Stop words that also end a noun, as 号 does in 凭证号, or begin one, as 小 does in 小额度. */
const endings = new Set('行 号 人 方式 日 点 位 家'.split(' '));
const openings = new Set('小 大 无 多 高 新 外 内 同 单 两 二 三 四 第三'.split(' '));

/** Listed runs of so many tokens are looked for. */
const mostListed = 4;

/** Whether two tokens may stand in one term: nothing between them, or a space beside Latin. */
export function touches({ starts, ends, words }: Uncovered, text: string, a: number): boolean {
  const gap = starts[a + 1]! - ends[a]!;
  return gap === 0 || (gap === 1 && text[ends[a]!] === ' ' && words[a]!.isLatin && words[a + 1]!.isLatin);
}

/**
 * A stop word is none, and a particle or a number may be part of a term, inside a known term or a listed run of words: as
 * 了 stands in 饿了么. So is one that begins or ends a noun, beside what is no stop word.
 * @param tokens segmented without known terms
 * @param known the known terms of each message, where there are any
 */
export function partsOf(
  messages: readonly Message[],
  tokens: readonly (readonly Token[])[],
  book: WordBook,
  known: readonly (readonly Token[])[] = [],
): Parts {
  const count = tokens.reduce((sum, row) => sum + row.length, 0);
  const [messageOf, starts, ends] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const rows = new Int32Array(messages.length + 1);
  const words: (Word | null)[] = [];
  const folded = messages.map((message) => fold(message.text));
  tokens.forEach((row, i) => {
    const text = folded[i]!;
    for (const { start, end, type } of row) {
      const k = words.length;
      messageOf[k] = i;
      starts[k] = start;
      ends[k] = end;
      words.push(book.wordAt(text, start, end, type));
    }
    rows[i + 1] = words.length;
  });
  const parts = { folded, rows, messageOf, starts, ends, words };
  const covered = coveredIn(parts, messages, book, known);
  const stops = new Uint8Array(count);
  for (const [at, word] of words.entries()) {
    if (!word || covered[at]) continue;
    if (word.isStop) stops[at] = 1;
    if (word.isFunctional) words[at] = null;
  }
  return { ...parts, stops };
}

/** Which tokens stand inside a known term or a listed run that holds what needs it, or are part of a noun beside them. */
function coveredIn(
  parts: Uncovered,
  messages: readonly Message[],
  book: WordBook,
  known: readonly (readonly Token[])[],
): Uint8Array {
  const { rows, starts, ends } = parts;
  const covered = new Uint8Array(parts.words.length);
  messages.forEach(({ text }, i) => {
    const [begin, end] = [rows[i]!, rows[i + 1]!];
    for (let at = begin; at < end; at++) {
      coverListed(at, end, text, parts, book, covered);
      if (isAffix(at, begin, end, text, parts)) covered[at] = 1;
    }
    for (const term of known[i] ?? [])
      for (let at = begin; at < end && starts[at]! < term.end; at++)
        if (starts[at]! >= term.start && ends[at]! <= term.end) covered[at] = 1;
  });
  return covered;
}

const isContent = (word: Word | null | undefined): boolean =>
  word != null && !word.isStop && !word.isFunctional;

/** Whether a token of a message begins or ends a noun with the one beside it. */
function isAffix(at: number, begin: number, end: number, text: string, parts: Uncovered): boolean {
  const { words } = parts;
  const word = words[at];
  if (!word || isContent(word)) return false;
  const { folded } = word;
  return (
    (endings.has(folded) && at > begin && isContent(words[at - 1]) && touches(parts, text, at - 1)) ||
    (openings.has(folded) && at + 1 < end && isContent(words[at + 1]) && touches(parts, text, at))
  );
}

/** Covers the listed runs that begin at a token. */
function coverListed(
  from: number,
  rowEnd: number,
  text: string,
  parts: Uncovered,
  book: WordBook,
  covered: Uint8Array,
): void {
  const { words, starts, ends } = parts;
  const first = words[from];
  const { listed } = book;
  if (!first?.mayBeginListed) return;
  const folded = parts.folded[parts.messageOf[from]!]!;
  let { hash } = first;
  let needsCover = first.isStop || first.isFunctional;
  for (let at = from + 1; at < Math.min(rowEnd, from + mostListed); at++) {
    const word = words[at];
    if (!word || !touches(parts, text, at - 1)) return;
    hash = hashFrom(hash, folded, ends[at - 1]!, ends[at]!);
    needsCover ||= word.isStop || word.isFunctional;
    if (
      needsCover &&
      listed.mayHave(hash) &&
      listed.listsWith(folded.slice(starts[from]!, ends[at]!)) & listBits.ofTrade
    )
      covered.fill(1, from, at + 1);
    if (!listed.mayGoOn(hash, ends[at]! - starts[from]!)) return;
  }
}

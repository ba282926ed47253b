import type { Message } from '../read/index.js';
import { fold, type Token } from '../text/index.js';
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
  /** 1 for a stop word by itself: in no known term, and in no listed run of words, as 号 stands in 退款单号. */
  stops: Uint8Array;
}

/** Listed runs of so many tokens are looked for around stop words. */
const mostListed = 4;

/** Whether two tokens may stand in one term: nothing between them, or a space beside Latin. */
export function touches({ starts, ends, words }: Omit<Parts, 'stops'>, text: string, a: number): boolean {
  const gap = starts[a + 1]! - ends[a]!;
  return gap === 0 || (gap === 1 && text[ends[a]!] === ' ' && words[a]!.isLatin && words[a + 1]!.isLatin);
}

/** @param known the known terms of each message, where there are any; `tokens` are segmented without them */
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
      words.push(book.word(text.slice(start, end), type));
    }
    rows[i + 1] = words.length;
  });
  const parts = { folded, rows, messageOf, starts, ends, words };
  const inTerms = known.flatMap((terms, i) => terms.flatMap((term) => inside(term, parts, i)));
  for (const at of inTerms)
    words[at] ??= book.wordInTerm(folded[messageOf[at]!]!.slice(starts[at]!, ends[at]!));
  const stops = Uint8Array.from(words, (word) => Number(word?.isStop ?? false));
  messages.forEach(({ text }, i) => {
    for (let from = rows[i]!; from < rows[i + 1]!; from++)
      unstopListed(from, rows[i + 1]!, text, parts, book, stops);
  });
  for (const at of inTerms) stops[at] = 0;
  return { ...parts, stops };
}

/** The tokens of a message that stand inside a term of it. */
function inside(term: Token, { rows, starts, ends }: Omit<Parts, 'stops'>, message: number): number[] {
  const found: number[] = [];
  for (let at = rows[message]!; at < rows[message + 1]! && starts[at]! < term.end; at++)
    if (starts[at]! >= term.start && ends[at]! <= term.end) found.push(at);
  return found;
}

/** No stop words are those of listed runs that begin at a token. */
function unstopListed(
  from: number,
  rowEnd: number,
  text: string,
  parts: Omit<Parts, 'stops'>,
  book: WordBook,
  stops: Uint8Array,
): void {
  const { words, starts, ends } = parts;
  const first = words[from];
  if (!first) return;
  const folded = parts.folded[parts.messageOf[from]!]!;
  let { hash, isStop: hasStop } = first;
  for (let at = from + 1; at < Math.min(rowEnd, from + mostListed); at++) {
    const word = words[at];
    if (!word || !touches(parts, text, at - 1)) return;
    hash = hashFrom(hash, folded, ends[at - 1]!, ends[at]!);
    hasStop ||= word.isStop;
    if (hasStop && book.mayBeListed(hash) && book.isListed(folded.slice(starts[from]!, ends[at]!)))
      stops.fill(0, from, at + 1);
  }
}

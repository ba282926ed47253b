import type { Message } from '../read/index.js';
import { fold, type Token } from '../text/index.js';
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
}

export function partsOf(
  messages: readonly Message[],
  tokens: readonly (readonly Token[])[],
  book: WordBook,
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
  return { folded, rows, messageOf, starts, ends, words };
}

import { foundIn } from './occurrences.js';

/** A message as a concordance shows it. */
export interface Line {
  n: number;
  time: string;
  speaker: string;
  text: string;
}

/** A message that has the word, with what surrounds it (用例). */
export interface Use extends Line {
  /** `group/date#n`. */
  address: string;
  thread: string;
  /** Where the word stands in the text: UTF-16 offsets, rising. */
  found: { start: number; end: number }[];
  before: Line[];
  after: Line[];
}

/** A message of a day that may have the word, in order. */
export interface DayLine extends Line {
  chat: string;
  date: string;
  /** Title of its thread. */
  thread: string;
}

/**
 * The uses of a word in the messages of one day (索引, KWIC): each message with one of the forms, and `context` messages
 * before and after it as the log has them.
 */
export function usesOf(lines: readonly DayLine[], forms: readonly string[], context: number): Use[] {
  return lines.flatMap((line, i) => {
    const found = foundIn(line.text, forms).map(({ start, form }) => ({ start, end: start + form.length }));
    if (!found.length) return [];
    const plain = ({ n, time, speaker, text }: DayLine): Line => ({ n, time, speaker, text });
    return [
      {
        ...plain(line),
        address: `${line.chat}/${line.date}#${line.n}`,
        thread: line.thread,
        found,
        before: lines.slice(Math.max(0, i - context), i).map(plain),
        after: lines.slice(i + 1, i + 1 + context).map(plain),
      },
    ];
  });
}

import type { Message } from '../read/index.js';

/** A line of a talk's outline (提纲): how deep it stands, its words with their number, the message that has it. */
export interface Heading {
  level: 1 | 2 | 3;
  text: string;
  n: number;
}

const longestHeading = 40;

const levels: readonly [RegExp, Heading['level']][] = [
  [/^\s*(?:[一二三四五六七八九十]{1,3}\s*[、，.．:：]|第[一二三四五六七八九十]+[部章节点、，])/, 1],
  [/^\s*(?:\d{1,2}\s*(?:[、，)）]|[.．](?!\d))|[（(][一二三四五六七八九十\d]{1,2}[)）])/, 2],
  [/^\s*(?:[a-zA-Z]\s*[、，.．)）]|[①-⑳])/, 3],
];

/** The outline that a guest gives his talk: numbered lines, each with its message. */
export function outlineOf(passages: readonly number[], messages: readonly Message[]): Heading[] {
  return passages.flatMap((n) =>
    messages[n - 1]!.text.split('\n').flatMap((line): Heading[] => {
      const level = levels.find(([mark]) => mark.test(line))?.[1];
      const text = line.trim();
      return level && text.length <= longestHeading ? [{ level, text, n }] : [];
    }),
  );
}

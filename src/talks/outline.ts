import type { Message } from '../read/index.js';

/** A line of a talk's outline (提纲): how deep it stands, its words with their number, the message that has it. */
export interface Heading {
  level: 1 | 2 | 3;
  text: string;
  n: number;
}

const longestHeading = 40;

/** What a guest counts by its name is a chapter of his talk: `场景1：`, `案例二、`, `【Part1——…】`. */
const named =
  /^\s*[【[]?(?:(?:场景|案例|部分|阶段|专题|环节)\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})|part\s*\d{1,2})\s*[、，.．:：\]】—–-]/i;

const levels: readonly [RegExp, Heading['level']][] = [
  [named, 1],
  [/^\s*(?:[一二三四五六七八九十]{1,3}\s*[、，.．:：]|第[一二三四五六七八九十]+[部章节点、，])/, 1],
  [/^\s*(?:\d{1,2}\s*(?:[、，)）]|[.．](?!\d))|[（(][一二三四五六七八九十\d]{1,2}[)）])/, 2],
  [/^\s*(?:[a-zA-Z]\s*[、，.．)）]|[①-⑳])/, 3],
];

/** The first item of what stands under a heading, where the exporter lost the break between them. */
const firstItem = /(?<=[^\s、，.．])\s+(?=[（(]?[1aA①][、，.．)）:：](?!\d))/;

/** The outline that a guest gives his talk: numbered lines with words of their own, each with its message. */
export function outlineOf(passages: readonly number[], messages: readonly Message[]): Heading[] {
  return passages.flatMap((n) =>
    messages[n - 1]!.text.split('\n').flatMap((line): Heading[] => {
      const [mark, level] = levels.find(([form]) => form.test(line)) ?? [];
      const text = line.trim().split(firstItem)[0]!;
      if (!mark || !level || text.length > longestHeading) return [];
      return /[\p{L}\p{N}]/u.test(text.replace(mark, '')) ? [{ level, text, n }] : [];
    }),
  );
}

import type { Message } from '../read/index.js';
import type { Links } from './links.js';

const quoted = /(?:主题|题目)(?:是|为|：|:)*\s*[“"《「【]\s*([^”"》」】\n]{2,40}?)\s*[”"》」】]/;
const unquoted =
  /分享的?(?:主题|题目)(?:是|为|：|:)+\s*([^\s。，,；;！!？?“”"《》「」【】]{4,20})(?=[\s。，,；;！!]|$)/;

/** The title that an announcement, or a guest's first words, give a talk, if any. */
export function announcedTitle(text: string): string | null {
  return (quoted.exec(text) ?? unquoted.exec(text))?.[1]?.trim() ?? null;
}

/**
 * The message that announces the talk of a thread: one of its own, else, where a talk is held in it, the last one
 * before the talk begins or its first words, for an announcement and its talk may have come apart.
 * @returns `n`, or null
 */
export function announcementOf(numbers: number[], messages: Message[], links: Links): number | null {
  const announces = (n: number) => announcedTitle(messages[n - 1]!.text) !== null;
  const own = numbers.find((n) => links.kinds[n - 1] === 'notice' && announces(n));
  if (own) return own;
  const first = links.talks.map((talk) => talk.passages[0]!).find((n) => numbers.includes(n));
  if (!first) return null;
  for (let n = first; n > 0; n--) if (announces(n)) return n;
  return null;
}

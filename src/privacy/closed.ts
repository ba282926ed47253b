import { extent, range } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';

/**
 * What the guests of talks say in them, in answer to questions, and in between: who introduces himself, or goes on about the
 * matter without anybody's question found for it, gives his talk too. Of a discussion, which nobody gives, the answers alone.
 */
export function saidInTalks(analysis: DayAnalysis, places: ReadonlySet<number>): ReadonlySet<number> {
  const talks = analysis.talks.filter((_, i) => places.has(i));
  return new Set(
    talks.flatMap(({ kind, speaker, passages, qa }) => {
      const own = (n: number) => analysis.messages[n - 1]!.speaker === speaker;
      const said = [...passages, ...qa.flatMap((q) => q.answers.filter(own))];
      if (kind !== 'talk') return said;
      const [from, to] = extent(said);
      if (from === undefined) return said;
      return [...said, ...range(from, to + 1).filter(own)];
    }),
  );
}

const shortestTitle = 5;

/**
 * Messages of the day that announce talks which may not go out. One that lists talks of several days does not count: of it the
 * titles alone are taken.
 */
export function noticesOf(analysis: DayAnalysis, places: ReadonlySet<number>): ReadonlySet<number> {
  const dates = new Map<number, Set<string>>();
  for (const { n, date } of analysis.announced) dates.set(n, (dates.get(n) ?? new Set()).add(date));
  const announcing = analysis.talks.filter((_, i) => places.has(i)).flatMap((talk) => talk.announcements);
  return new Set(announcing.filter((n) => (dates.get(n)?.size ?? 0) < 2));
}

/**
 * Titles of the talks at the places given, and topics of the announcements at theirs, as messages may write them; a short one
 * is a word like others.
 */
export function closedTitlesOf(
  analysis: DayAnalysis,
  places: ReadonlySet<number>,
  announced: ReadonlySet<number>,
): string[] {
  const talks = analysis.talks.filter((_, i) => places.has(i)).map((talk) => talk.title);
  const topics = analysis.announced.filter((_, i) => announced.has(i)).map((a) => a.topic ?? '');
  return [...new Set([...talks, ...topics].map((title) => title.replace(/^《|》$/g, '')))]
    .filter((title) => title.length >= shortestTitle)
    .sort((a, b) => b.length - a.length);
}

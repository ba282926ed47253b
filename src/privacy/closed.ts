import type { DayAnalysis } from '../analysis/index.js';

/** What the guests of talks say in them and in answer to questions. */
export function saidInTalks(analysis: DayAnalysis, places: ReadonlySet<number>): ReadonlySet<number> {
  const talks = analysis.talks.filter((_, i) => places.has(i));
  return new Set(
    talks.flatMap(({ speaker, passages, qa }) => [
      ...passages,
      ...qa.flatMap((q) => q.answers.filter((n) => analysis.messages[n - 1]!.speaker === speaker)),
    ]),
  );
}

const shortestTitle = 5;

/** Titles of the talks at the places given, as announcements may write them; a short one is a word like others. */
export function closedTitlesOf(analysis: DayAnalysis, places: ReadonlySet<number>): string[] {
  const titles = analysis.talks
    .filter((_, i) => places.has(i))
    .map((talk) => talk.title.replace(/^《|》$/g, ''));
  return [...new Set(titles)]
    .filter((title) => title.length >= shortestTitle)
    .sort((a, b) => b.length - a.length);
}

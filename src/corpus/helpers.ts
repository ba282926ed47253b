import { ascending } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import { addCounts } from './counts.js';

/** What somebody did for those who asked. */
export interface Help {
  /** Questions that he answered. */
  questions: number;
  /** In how many of them each term stood, in the question or his answer. */
  terms: ReadonlyMap<string, number>;
}

export const noHelp: Help = { questions: 0, terms: new Map() };

/** What somebody did on days that are summed up: {@link noHelp} is its zero. */
export const addHelp = (a: Help, b: Help): Help => ({
  questions: a.questions + b.questions,
  terms: addCounts(a.terms, b.terms),
});

/** Who answered questions of the day (谁帮了忙), on which terms, by the name of the log; a guest's answers count, too. */
export function helpersOf(analysis: DayAnalysis): Map<string, Help> {
  const termsOf = new Map<number, string[]>();
  for (const { term, messages } of analysis.terms)
    for (const n of messages) termsOf.set(n, [...(termsOf.get(n) ?? []), term]);
  const helpers = new Map<string, Help>();
  for (const { question, answers } of analysis.qa) {
    const speakers = new Set(answers.map((n) => analysis.messages[n - 1]!.speaker));
    for (const speaker of speakers) {
      const own = answers.filter((n) => analysis.messages[n - 1]!.speaker === speaker);
      const terms = new Set([...question, ...own].flatMap((n) => termsOf.get(n) ?? []));
      const help = { questions: 1, terms: new Map([...terms].map((term) => [term, 1])) };
      helpers.set(speaker, addHelp(helpers.get(speaker) ?? noHelp, help));
    }
  }
  return helpers;
}

/** The terms of a helper, the most frequent first. */
export const topTerms = ({ terms }: Help, most: number): string[] =>
  [...terms]
    .sort(([a, x], [b, y]) => y - x || ascending(a, b))
    .slice(0, most)
    .map(([term]) => term);

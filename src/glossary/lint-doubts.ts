import { type DoubtSources, doubtAbout } from './doubt.js';
import { type LintProblem, type LocatedEntry, problem } from './lint-problem.js';

/**
 * Forms of an entry that are hardly terms, as nobody asked about what is written by hand. Digits and everyday words are let be:
 * who writes 8583 or 缓存 into a glossary means it.
 */
export function doubtfulForms(located: LocatedEntry, sources: DoubtSources): LintProblem[] {
  const { term, aliases } = located.entry;
  return [term, ...aliases].flatMap((form) => {
    const doubt = doubtAbout(form, sources, true);
    return doubt === null || doubt === 'digits'
      ? []
      : [{ ...problem(located, 'hardly-a-term', form), doubt }];
  });
}

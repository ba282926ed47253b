import { type Entry, fold } from '../text/index.js';
import { type LintProblem, type LocatedEntry, problemWith } from './lint-problem.js';

/** An entry of one layer that stands in for one of an earlier layer. */
export interface Replaced {
  by: LocatedEntry;
  earlier: LocatedEntry;
}

const lists = ['aliases', 'confused', 'related', 'broader', 'narrower'] as const;
const texts = ['english', 'definition', 'replacedBy'] as const;

/** What an entry has that the one that stands in for it leaves out, as it would be written there. */
function leftOut(earlier: Entry, by: Entry, termOf: (form: string) => string | undefined): string[] {
  const own = new Set([by.term, ...by.aliases].map(fold));
  const named = (form: string) => fold(termOf(form) ?? form);
  const lostOf = (key: (typeof lists)[number]) => {
    const forms = earlier[key] ?? [];
    if (key === 'aliases') return forms.filter((form) => !own.has(fold(form)) && termOf(form) === undefined);
    // a relation to a word that was merged leads to the entry that took it in
    const kept = new Set([by.term, ...(by[key] ?? []).map(named)].map(fold));
    return forms.filter((form) => !kept.has(named(form)));
  };
  return [
    ...texts.flatMap((key) => (earlier[key] && !by[key] ? [`${key}: ${earlier[key]}`] : [])),
    ...(earlier.senses && !by.senses ? [`senses: ${earlier.senses.map((s) => s.where).join(', ')}`] : []),
    ...lists.flatMap((key) => {
      const lost = lostOf(key);
      return lost.length ? [`${key}: [${lost.join(', ')}]`] : [];
    }),
  ];
}

/** Entries that have no effect, as an entry of a later layer stands in for them; the files of shipped ones are not checked. */
export const covered = (replaced: readonly Replaced[]): LintProblem[] =>
  replaced.map(({ by, earlier }) => problemWith(earlier, 'covered', '', by));

/**
 * What is lost where an entry stands in for an earlier one (同名词条以后者为准): nothing is inherited, so what it does not say
 * again is gone. A form that another entry has taken is not lost, nor is a relation that leads to the same entry by another name.
 * @param termOf the canonical form of the entry that has a form
 */
export function standsIn(
  replaced: readonly Replaced[],
  termOf: (form: string) => string | undefined,
): LintProblem[] {
  return replaced.flatMap(({ by, earlier }) => {
    const lost = leftOut(earlier.entry, by.entry, termOf);
    return lost.length ? [problemWith(by, 'stands-in', lost.join('; '), earlier)] : [];
  });
}

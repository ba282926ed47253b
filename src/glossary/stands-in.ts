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
function leftOut(earlier: Entry, by: Entry, isElsewhere: (form: string) => boolean): string[] {
  const own = new Set([by.term, ...by.aliases].map(fold));
  const lostOf = (key: (typeof lists)[number]) => {
    const kept = new Set(by[key]?.map(fold));
    const lost = (earlier[key] ?? []).filter((form) => !kept.has(fold(form)));
    return key === 'aliases' ? lost.filter((form) => !own.has(fold(form)) && !isElsewhere(form)) : lost;
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

/**
 * What is lost where an entry stands in for an earlier one (同名词条以后者为准): nothing is inherited, so what it does not say
 * again is gone. A form that another entry has taken is not lost.
 */
export function standsIn(replaced: readonly Replaced[], isForm: (form: string) => boolean): LintProblem[] {
  return replaced.flatMap(({ by, earlier }) => {
    const lost = leftOut(earlier.entry, by.entry, isForm);
    return lost.length ? [problemWith(by, 'stands-in', lost.join('; '), earlier)] : [];
  });
}

import { fold } from '../text/index.js';
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

/** A shorter name is a part of too many words. */
const shortestFullName = 3;

/** Forms that hold a member's full name (傅青灯规则), so that the public edition does without them. */
export function namingForms(located: LocatedEntry, { names, stop, everyday }: DoubtSources): LintProblem[] {
  const { term, aliases, confused, related, broader, narrower, replacedBy } = located.entry;
  const forms = [term, ...aliases, ...[confused, related, broader, narrower, replacedBy].flat()];
  const isWord = (name: string) => [...stop, ...everyday].some((list) => list.has(name));
  const full = [...names.keys()].filter(
    (name) => name.length >= shortestFullName && /\p{Script=Han}/u.test(name) && !isWord(name),
  );
  return forms.flatMap((form) => {
    const folded = fold(form ?? '');
    const name = full.find((n) => folded.includes(n) && folded !== n);
    return name === undefined ? [] : [problem(located, 'holds-a-name', `${form}（${name}）`)];
  });
}

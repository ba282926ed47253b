import { isTrade, personalParts, tellingParts } from '../people/index.js';
import { fold } from '../text/index.js';

/** Why a word is hardly a term (存疑): marks or digits alone, one character, a word of no matter, an everyday word, a name. */
export type Doubt = 'marks' | 'digits' | 'single' | 'stop' | 'everyday' | 'name';

/** What a word is doubted by; folded. */
export interface DoubtSources {
  stop: readonly ReadonlySet<string>[];
  /** Words that are at home outside the trade, which a group may yet use as terms. */
  everyday: readonly ReadonlySet<string>[];
  /** What members are called by, with the whole name. */
  names: ReadonlyMap<string, string>;
}

/**
 * Why a word should hardly become a form of an entry, which every text is searched for; null where nothing speaks against it.
 * @param isSeen whether the logs have it as a term, so that it is no mere everyday word
 */
export function doubtAbout(
  word: string,
  { stop, everyday, names }: DoubtSources,
  isSeen: boolean,
): Doubt | null {
  const form = fold(word.trim());
  if (!/[\p{L}\p{N}]/u.test(form)) return 'marks';
  if (!/\p{L}/u.test(form)) return 'digits';
  if ([...form].length < 2) return 'single';
  if (stop.some((list) => list.has(form))) return 'stop';
  if (names.has(form)) return 'name';
  return !isSeen && everyday.some((list) => list.has(form)) ? 'everyday' : null;
}

/**
 * What members are called by, with the whole name: the whole, and of a card (名-公司-岗位) the part that is the bearer's own.
 * Companies and trades are no names, whoever is called so.
 */
export function calledBy(members: Iterable<string>): Map<string, string> {
  const names = new Map<string, string>();
  for (const name of members) {
    const own = personalParts(name)[0] ?? tellingParts(name)[0] ?? name;
    for (const form of [name, own].map(fold)) if (!isTrade(form) && !names.has(form)) names.set(form, name);
  }
  return names;
}

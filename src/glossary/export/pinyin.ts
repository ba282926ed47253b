import { ascending, group } from 'd3-array';
import { pinyin } from 'pinyin-pro';
import type { Entry } from '../../text/index.js';

/** An entry with how its term is read. */
export interface ReadEntry {
  entry: Entry;
  /** As {@link syllablesOf} gives them: `['yi', 'fu', 'bao']`. */
  syllables: string[];
  /** As {@link initialsOf} gives them: `yfb`. */
  initials: string;
  /** `Y`, or `#` where the term begins with no letter. */
  initial: string;
}

/** The syllables of a word, without tones unless asked for; what is not Chinese stands as it is, in lower case. */
export const syllablesOf = (word: string, { tones = false } = {}): string[] =>
  pinyin(word, { toneType: tones ? 'num' : 'none', type: 'array', nonZh: 'consecutive', v: true }).map(
    (syllable) => syllable.normalize('NFKC').toLowerCase(),
  );

/**
 * The first letters of a word's syllables (首字母), as people type them: Latin letters and digits stand whole, 85号文 is `85hw`,
 * and × is an x.
 */
export const initialsOf = (word: string): string =>
  pinyin(word, { type: 'all', nonZh: 'consecutive' })
    .map(({ origin, first, isZh }) => (isZh ? first : origin))
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replaceAll('×', 'x');

/** How a term is read (拼音). */
export function readingOf(entry: Entry): ReadEntry {
  const syllables = syllablesOf(entry.term);
  const first = syllables.join('').trim().charAt(0).toUpperCase();
  return { entry, syllables, initials: initialsOf(entry.term), initial: /[A-Z]/.test(first) ? first : '#' };
}

/** Entries in the order of a dictionary: by pinyin, `#` last, and by characters where two are read alike. */
export function inPinyinOrder(entries: readonly Entry[]): ReadEntry[] {
  const key = (e: ReadEntry) => (e.initial === '#' ? '~' : '') + e.syllables.join(' ');
  return entries
    .map(readingOf)
    .map((read) => ({ read, key: key(read) }))
    .sort((a, b) => ascending(a.key, b.key) || ascending(a.read.entry.term, b.read.entry.term))
    .map(({ read }) => read);
}

/** Entries in pinyin order under their initials. */
export const byInitial = (entries: readonly ReadEntry[]): [string, ReadEntry[]][] => [
  ...group(entries, (e) => e.initial),
];

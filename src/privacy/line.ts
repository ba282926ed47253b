import { type Lang, words } from '../lang/index.js';
import { apart, applyEdits, type Edit } from './edits.js';
import { maskText } from './masks.js';
import { NameFinder } from './name-finder.js';
import type { PseudonymKey } from './pseudonyms.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * A line that somebody wrote of many days, such as the name of a topic, as strangers may read it: whoever the key knows
 * under his pseudonym, numbers that lead to a person masked.
 */
export function publishLine(text: string, key: PseudonymKey, vocabulary: Vocabulary, lang: Lang): string {
  const w = words(lang);
  const everybody = new Set(key.people.map(({ number }) => number));
  const names = new NameFinder(key, vocabulary, lang === 'zh').find(text, everybody);
  const nameEdits = names.map(
    ({ start, end, number }): Edit => ({ start, end, text: w.privacy.member(number), why: 'name' }),
  );
  return applyEdits(text, apart([...maskText(text, w), ...nameEdits])).text;
}

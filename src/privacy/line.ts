import { type Lang, words } from '../lang/index.js';
import { fold } from '../text/index.js';
import { placesOf } from './closed-titles.js';
import { apart, applyEdits, type Edit } from './edits.js';
import { maskText } from './masks.js';
import type { FoundName } from './name-finder.js';
import type { PseudonymKey } from './pseudonyms.js';
import { finderOf } from './publisher.js';
import type { Vocabulary } from './vocabulary.js';

/** A Chinese name of so many characters is one wherever it stands, be its neighbours a word with a part of it. */
const longName = 3;

/** Names that no word holds: each stands for its bearer wherever it is written. */
function wholeNames(text: string, { people }: PseudonymKey, { isTerm }: Vocabulary): FoundName[] {
  const folded = fold(text);
  const isLong = (name: string) =>
    name.length >= longName && /\p{Script=Han}/u.test(name) && !isTerm(fold(name));
  return people.flatMap(({ number, names }) =>
    names
      .filter(isLong)
      .flatMap((name) =>
        placesOf(fold(name), folded).map((start) => ({ start, end: start + name.length, number })),
      ),
  );
}

/**
 * A line that somebody wrote of many days, such as the name of a topic, as strangers may read it: whoever the key knows
 * under his pseudonym, numbers that lead to a person masked.
 */
export function publishLine(text: string, key: PseudonymKey, vocabulary: Vocabulary, lang: Lang): string {
  const w = words(lang);
  const everybody = new Set(key.people.map(({ number }) => number));
  const names = [
    ...wholeNames(text, key, vocabulary),
    ...finderOf(key, vocabulary, lang === 'zh').find(text, everybody),
  ];
  const nameEdits = names.map(
    ({ start, end, number }): Edit => ({ start, end, text: w.privacy.member(number), why: 'name' }),
  );
  return applyEdits(text, apart([...maskText(text, w), ...nameEdits])).text;
}

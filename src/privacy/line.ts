import { type Lang, words } from '../lang/index.js';
import { apart, fold } from '../text/index.js';
import { placesOf } from './closed-titles.js';
import { applyEdits, type Edit } from './edits.js';
import { maskText } from './masks.js';
import type { FoundName } from './name-finder.js';
import { formsOfName } from './name-forms.js';
import type { PseudonymKey } from './pseudonyms.js';
import { finderOf } from './publisher.js';
import type { Vocabulary } from './vocabulary.js';

/** A Chinese name of so many characters is one wherever it stands, be its neighbours a word with a part of it. */
const longName = 3;

/** Names that no word holds: each stands for its bearer wherever it is written. One that is a word of its own is none of them. */
function wholeNames(
  text: string,
  { people }: PseudonymKey,
  vocabulary: Vocabulary,
  isCard: boolean,
): FoundName[] {
  const folded = fold(text);
  return people.flatMap(({ number, names, called = [] }) =>
    names.flatMap((name) => {
      if (name.length < longName || !/\p{Script=Han}/u.test(name)) return [];
      const form = fold(name);
      const places = placesOf(form, folded);
      if (!places.length) return [];
      const forms = formsOfName(name, vocabulary, { isCard, isCalled: called.includes(name) });
      if (forms.some((f) => f.form === form.trim() && f.where === 'position')) return [];
      return places.map((start) => ({ start, end: start + name.length, number }));
    }),
  );
}

/**
 * A line that somebody wrote of many days, such as the name of a topic, as strangers may read it: whoever the key knows
 * under his pseudonym, numbers that lead to a person masked.
 */
export function publishLine(text: string, key: PseudonymKey, vocabulary: Vocabulary, lang: Lang): string {
  const w = words(lang);
  const everybody = new Set(key.people.map(({ number }) => number));
  const isCard = lang === 'zh';
  const names = [
    ...wholeNames(text, key, vocabulary, isCard),
    ...finderOf(key, vocabulary, isCard).find(text, everybody),
  ];
  const nameEdits = names.map(
    ({ start, end, number }): Edit => ({ start, end, text: w.privacy.member(number), why: 'name' }),
  );
  return applyEdits(text, apart([...maskText(text, w), ...nameEdits])).text;
}

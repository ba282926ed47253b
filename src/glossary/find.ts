import { createRequire } from 'node:module';
import { ascending, greatest } from 'd3-array';
import { type Entry, fold, formsOf } from '../text/index.js';
import { syllablesOf } from './export/pinyin.js';

interface Distances {
  LevenshteinDistance(a: string, b: string): number;
}
const require = createRequire(import.meta.url);

/** The entry that a word names: by its canonical form, else by one of its other forms. */
export function entryNamed(entries: readonly Entry[], word: string): Entry | undefined {
  const form = fold(word.trim());
  return entries.find((e) => fold(e.term) === form) ?? entries.find((e) => formsOf(e).includes(form));
}

const pairsOf = (form: string) => new Set([...form].map((c, i, all) => c + (all[i + 1] ?? '')));

/** Shared pairs of characters (Dice's coefficient). */
function pairsInCommon(a: string, b: string): number {
  const [x, y] = [pairsOf(a), pairsOf(b)];
  return (2 * [...x].filter((pair) => y.has(pair)).length) / (x.size + y.size);
}

/** What stands between two forms, as a share of the longer (Levenshtein 1966), taken from 1. */
function closeness(a: string, b: string): number {
  const { LevenshteinDistance } =
    require('natural/lib/natural/distance/levenshtein_distance.js') as Distances;
  return 1 - LevenshteinDistance(a, b) / Math.max(a.length, b.length);
}

/** What begins or ends as it is written may be meant, though less surely than what sounds the same. */
const unfinished = 0.9;

/**
 * How likely one form was meant where another was written, 0 to 1: surely where both are read the same, as whoever types
 * by pinyin picks the wrong characters (聚和支付 for 聚合支付); else by what they have in common.
 */
function likeness(form: string, word: string): number {
  if (form === word) return 1;
  if (form.length === word.length && syllablesOf(form).join(' ') === syllablesOf(word).join(' ')) return 1;
  if (form.includes(word)) return unfinished;
  if (word.includes(form)) return form.length / word.length;
  return Math.max(pairsInCommon(form, word), closeness(form, word));
}

const fewestInCommon = 0.5;

/** Entries that a word may have been meant for, the likeliest first; rejected ones are not offered. */
export function entriesLike(entries: readonly Entry[], word: string, most: number): Entry[] {
  const form = fold(word.trim());
  if (!form) return [];
  const likenessOf = (entry: Entry) => Math.max(...formsOf(entry).map((f) => likeness(f, form)));
  return likest(entries, form, likenessOf, fewestInCommon).slice(0, most);
}

/** What differs in more than a third is hardly the same word (虚户 and 虚账户 may be, 网关 and 支付网关 are two). */
const fewestSame = 2 / 3;

/** Share of two forms that is the same, from {@link fewestSame} on; where it is less, hardly more than a look is taken. */
function sameness(form: string, word: string): number {
  const least = fewestSame * Math.max(form.length, word.length);
  const shared = [...word].filter((c) => form.includes(c)).length;
  return shared < least ? 0 : closeness(form, word);
}

/**
 * A finder of entries that a word may be another spelling of (近似), the likeliest first, each with the form that is like it:
 * what is read the same, and what differs in little. Longer words that hold it are other words.
 */
export function spelledLike(
  entries: readonly Entry[],
): (word: string, most: number) => { entry: Entry; form: string }[] {
  const soundOf = (form: string) => syllablesOf(form).join(' ');
  const sounds = new Map(entries.flatMap(formsOf).map((form) => [form, soundOf(form)]));
  return (word, most) => {
    const form = fold(word);
    const sound = soundOf(form);
    const likenessTo = (other: string) => (sounds.get(other) === sound ? 1 : sameness(other, form));
    const likenessOf = (entry: Entry) => Math.max(...formsOf(entry).map(likenessTo));
    return likest(entries, form, likenessOf, fewestSame)
      .filter((entry) => fold(entry.term) !== form)
      .slice(0, most)
      .map((entry) => ({ entry, form: greatest(formsOf(entry), likenessTo)! }));
  };
}

/** Entries that are like a form, the likeliest first, of equals those nearer in length; rejected ones are not offered. */
function likest(
  entries: readonly Entry[],
  form: string,
  likenessOf: (entry: Entry) => number,
  least: number,
): Entry[] {
  return entries
    .filter((e) => e.status !== 'rejected')
    .map((entry) => ({ entry, like: likenessOf(entry) }))
    .filter(({ like }) => like >= least)
    .sort(
      (a, b) =>
        b.like - a.like ||
        Math.abs(fold(a.entry.term).length - form.length) -
          Math.abs(fold(b.entry.term).length - form.length) ||
        ascending(a.entry.term, b.entry.term),
    )
    .map(({ entry }) => entry);
}

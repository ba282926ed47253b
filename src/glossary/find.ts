import { type Entry, fold, formsOf } from '../text/index.js';

/** The entry that a word names: by its canonical form, else by one of its other forms. */
export function entryNamed(entries: readonly Entry[], word: string): Entry | undefined {
  const form = fold(word.trim());
  return entries.find((e) => fold(e.term) === form) ?? entries.find((e) => formsOf(e).includes(form));
}

const pairsOf = (form: string) => new Set([...form].map((c, i, all) => c + (all[i + 1] ?? '')));

/** How much two forms have in common, 0 to 1: shared pairs of characters (Dice's coefficient); the whole where one holds the other. */
function likeness(a: string, b: string): number {
  if (a.includes(b) || b.includes(a)) return 1;
  const [x, y] = [pairsOf(a), pairsOf(b)];
  return (2 * [...x].filter((pair) => y.has(pair)).length) / (x.size + y.size);
}

const fewestInCommon = 0.3;

/** Entries that a word may have been meant for, the likeliest first; rejected ones are not offered. */
export function entriesLike(entries: readonly Entry[], word: string, most: number): Entry[] {
  const form = fold(word.trim());
  if (!form) return [];
  return entries
    .filter((e) => e.status !== 'rejected')
    .map((entry) => ({ entry, like: Math.max(...formsOf(entry).map((f) => likeness(f, form))) }))
    .filter(({ like }) => like >= fewestInCommon)
    .sort(
      (a, b) =>
        b.like - a.like ||
        Math.abs(fold(a.entry.term).length - form.length) -
          Math.abs(fold(b.entry.term).length - form.length) ||
        (a.entry.term < b.entry.term ? -1 : 1),
    )
    .slice(0, most)
    .map(({ entry }) => entry);
}

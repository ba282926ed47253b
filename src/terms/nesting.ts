import type { Candidate } from './candidates.js';

/** In how many of its places each candidate stands inside a longer one that occurs as often as twice. */
export function nestingOf(candidates: readonly Candidate[]): Map<Candidate, number> {
  const nested = new Map<Candidate, number>();
  /** By message: the stretches of tokens, from and to, of candidates of several tokens that occur again. */
  const long = new Map<number, { from: number; to: number }[]>();
  for (const { places, words } of candidates) {
    if (places.length < 2 || words.length < 2) continue;
    for (const place of places) {
      const list = long.get(place.message);
      if (list) list.push(place);
      else long.set(place.message, [place]);
    }
  }
  for (const candidate of candidates) {
    let count = 0;
    for (const { message, from, to } of candidate.places) {
      const inside = long
        .get(message)
        ?.some((b) => b.from <= from && b.to >= to && b.to - b.from > to - from);
      if (inside) count++;
    }
    if (count) nested.set(candidate, count);
  }
  return nested;
}

import { greatest } from 'd3-array';
import type { Material } from './passages.js';
import type { Dense, Sparse } from './sparse.js';

/** A word of a topic and how much it tells this topic from the others. */
export interface Ranked {
  place: number;
  weight: number;
}

/** Words that are looked at for each that is shown. */
const candidates = 3;
/** How much it counts that a word is in no other topic: the power of the share that this one has of it. */
const exclusiveness = 1.5;
/** Added to how well words keep company, so that a pair that meets by chance is not held against them. */
const benefit = 0.05;
const least = 0.001;

/** How much of each word each topic holds: words × topics. */
export function massesOf(matrix: Sparse, weights: Dense): Dense {
  const k = weights.columns;
  const values = new Float64Array(matrix.columns * k);
  for (let i = 0; i < matrix.rows; i++)
    for (let e = matrix.starts[i]!; e < matrix.starts[i + 1]!; e++)
      for (let c = 0; c < k; c++)
        values[matrix.places[e]! * k + c]! += matrix.values[e]! * weights.values[i * k + c]!;
  return { rows: matrix.columns, columns: k, values };
}

/** The passages in which each word stands. */
export function postingsOf(matrix: Sparse): number[][] {
  const postings: number[][] = Array.from({ length: matrix.columns }, () => []);
  for (let i = 0; i < matrix.rows; i++)
    for (let e = matrix.starts[i]!; e < matrix.starts[i + 1]!; e++) postings[matrix.places[e]!]!.push(i);
  return postings;
}

/** How much more often two words meet than by chance, from -1 to 1 (NPMI, Bouma 2009). Lists are rising. */
export function npmi(a: readonly number[], b: readonly number[], passages: number): number {
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) both++;
    if (a[i]! <= b[j]!) i++;
    else j++;
  }
  if (!both) return -1;
  return both === passages
    ? 1
    : Math.log((both * passages) / (a.length * b.length)) / -Math.log(both / passages);
}

/**
 * The words that tell a topic (话题词): much of them is in it and little elsewhere, and they keep company. Each next one is
 * the best by its weight and by how often it meets those chosen, so that no stray word stands among them.
 */
export function termsOf(
  masses: Dense,
  topic: number,
  postings: readonly (readonly number[])[],
  { passages }: Material,
  most: number,
): Ranked[] {
  const k = masses.columns;
  const ranked: Ranked[] = [];
  for (let place = 0; place < masses.rows; place++) {
    const own = masses.values[place * k + topic]!;
    if (own === 0) continue;
    let all = 0;
    for (let c = 0; c < k; c++) all += masses.values[place * k + c]!;
    ranked.push({ place, weight: own * (own / all) ** exclusiveness });
  }
  ranked.sort((a, b) => b.weight - a.weight || a.place - b.place);
  const rest = ranked.slice(0, candidates * most);
  const chosen = rest.splice(0, 1);
  const company = new Map(rest.map((word) => [word, 0]));
  while (chosen.length < most && rest.length) {
    const last = postings[chosen.at(-1)!.place]!;
    for (const word of rest)
      company.set(word, company.get(word)! + npmi(last, postings[word.place]!, passages.length));
    const worth = (word: Ranked) =>
      Math.sqrt(word.weight) * Math.max(least, company.get(word)! / chosen.length + benefit);
    const best = greatest(rest, (a, b) => worth(a) - worth(b) || b.place - a.place)!;
    rest.splice(rest.indexOf(best), 1);
    chosen.push(best);
  }
  return chosen;
}

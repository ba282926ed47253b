import type { Utterance } from './utterance.js';

/** Inverse document frequency of each word over a day's messages, by id: about 1 for a rare one, near 0 for one that all use. */
export function inverseFrequency(utterances: readonly Utterance[], vocabularySize: number): Float64Array {
  const idf = new Float64Array(vocabularySize);
  for (const u of utterances) for (const word of u.words) idf[word]!++;
  return idf.map((df) => Math.log((utterances.length + 1) / (df + 0.5)) / 4);
}

/** The summed inverse document frequency of the words that two lists share; both hold ids, rising, each once. */
export function sharedWeight(a: readonly number[], b: readonly number[], idf: Float64Array): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) {
      sum += idf[x]!;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return sum;
}

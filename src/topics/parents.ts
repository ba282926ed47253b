import { sum } from 'd3-array';
import type { Dense } from './sparse.js';

/** Above 1 it makes more and smaller families (Reichardt & Bornholdt 2006): at 1 thirty topics fall into two halves. */
const resolution = 1.3;

/** How alike the words of every two topics are (cosine). */
export function likenessOf(masses: Dense): number[][] {
  const { rows, columns: k, values } = masses;
  const lengths = Array.from({ length: k }, (_, c) => {
    let sum = 0;
    for (let w = 0; w < rows; w++) sum += values[w * k + c]! ** 2;
    return Math.sqrt(sum) || 1;
  });
  return lengths.map((a, c) =>
    lengths.map((b, d) => {
      let dot = 0;
      for (let w = 0; w < rows; w++) dot += values[w * k + c]! * values[w * k + d]!;
      return dot / (a * b);
    }),
  );
}

/**
 * Families of topics (大类): communities of the graph in which topics are as near as they are alike. Two families are joined
 * as long as that raises modularity, those first that raise it most (Clauset, Newman & Moore 2004): so common words, which
 * make all alike, join nothing. Each a list of topics, rising.
 */
export function familiesOf(likeness: readonly (readonly number[])[]): number[][] {
  const degree = likeness.map((row, i) => sum(row, (x, j) => (i === j ? 0 : x)));
  const all = sum(degree) || 1;
  const families = likeness.map((_, i) => [i]);
  const gain = (a: readonly number[], b: readonly number[]) =>
    sum(a, (i) => sum(b, (j) => likeness[i]![j]! / all - (resolution * degree[i]! * degree[j]!) / all ** 2));
  for (;;) {
    let best = { value: 0, a: -1, b: -1 };
    for (let a = 0; a < families.length; a++)
      for (let b = a + 1; b < families.length; b++) {
        const value = gain(families[a]!, families[b]!);
        if (value > best.value) best = { value, a, b };
      }
    if (best.a < 0) return families;
    families[best.a] = [...families[best.a]!, ...families[best.b]!].sort((x, y) => x - y);
    families.splice(best.b, 1);
  }
}

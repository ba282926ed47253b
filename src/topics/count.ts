import { type Sparse, sparseOf } from './sparse.js';
import { type Svd, svd } from './svd.js';

/** More topics nobody looks through; parents group them as it is. */
const mostTopics = 48;
/** A topic needs so many threads to stand on, on average. */
const threadsPerTopic = 12;
/**
 * How much of a direction must be found again in the other half, of its squared length. By chance a fiftieth is: the space
 * of 48 directions among two thousand words.
 */
const foundAgain = 0.5;
/**
 * A few weeks bear hardly any direction twice, and are told in topics all the same: in at least as many as the root of so
 * much of their threads (the usual rule of thumb for clusters, the root of half, makes more than people care to read).
 */
const ofThreads = 1 / 5;
const fewestTopics = 4;

/** The rows for which a test holds. */
function rowsWhere(matrix: Sparse, holds: (row: number) => boolean): Sparse {
  const rows: [number, number][][] = [];
  for (let i = 0; i < matrix.rows; i++) {
    if (!holds(i)) continue;
    const row: [number, number][] = [];
    for (let e = matrix.starts[i]!; e < matrix.starts[i + 1]!; e++)
      row.push([matrix.places[e]!, matrix.values[e]!]);
    rows.push(row);
  }
  return sparseOf(rows, matrix.columns);
}

/** How many directions of one half lie in the space that those of the other span. */
function replicated({ right: own }: Svd, { right: other }: Svd): number {
  let count = 0;
  for (let c = 0; c < own.columns; c++) {
    let share = 0;
    for (let d = 0; d < other.columns; d++) {
      let dot = 0;
      for (let w = 0; w < own.rows; w++)
        dot += own.values[w * own.columns + c]! * other.values[w * other.columns + d]!;
      share += dot * dot;
    }
    if (share >= foundAgain) count++;
  }
  return count;
}

/**
 * How many topics the data bear (话题数): as many as there are directions (singular vectors) of one half of the days that
 * the other half shows too. What only one half has is chance, or one day's.
 * @param half in which half a row of the matrix is, 0 or 1
 */
export function countTopics(matrix: Sparse, threads: number, half: (row: number) => 0 | 1): number {
  const most = Math.min(mostTopics, Math.floor(threads / threadsPerTopic));
  if (most < 2) return 1;
  const [a, b] = [0, 1].map((side) =>
    svd(
      rowsWhere(matrix, (row) => half(row) === side),
      most,
    ),
  ) as [Svd, Svd];
  const fewest = Math.max(fewestTopics, Math.round(Math.sqrt(threads * ofThreads)));
  return Math.max(Math.min(fewest, most), Math.round((replicated(a, b) + replicated(b, a)) / 2));
}

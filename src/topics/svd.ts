import { type Dense, dense, type Sparse, times, timesTransposed } from './sparse.js';

/** Singular vectors of the largest singular values, a column each, and the values, falling. */
export interface Svd {
  left: Dense;
  values: number[];
  right: Dense;
}

/** More directions than asked for are followed, so that the last ones asked for are right too. */
const spare = 8;
const sweeps = 12;

/** Numbers between -1 and 1 that are always the same: a linear congruential generator (Numerical Recipes). */
function* fixedNumbers(): Generator<number> {
  for (let state = 1; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 31 - 1;
  }
}

/** Makes the columns of a tall matrix orthogonal and of length 1, in place (modified Gram–Schmidt). */
function orthogonalise(m: Dense): void {
  const { rows, columns: k, values } = m;
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < a; b++) {
      let dot = 0;
      for (let i = 0; i < rows; i++) dot += values[i * k + a]! * values[i * k + b]!;
      for (let i = 0; i < rows; i++) values[i * k + a]! -= dot * values[i * k + b]!;
    }
    let length = 0;
    for (let i = 0; i < rows; i++) length += values[i * k + a]! ** 2;
    length = Math.sqrt(length);
    for (let i = 0; i < rows; i++) values[i * k + a] = length > 1e-12 ? values[i * k + a]! / length : 0;
  }
}

/**
 * The first `count` singular vectors and values by subspace iteration (Halko, Martinsson & Tropp 2011), always from the
 * same start, so that the same matrix gives the same bytes. The columns of `left` come out in order of their values.
 */
export function svd(matrix: Sparse, count: number): Svd {
  const k = Math.min(count + spare, matrix.rows, matrix.columns);
  const numbers = fixedNumbers();
  let right = dense(matrix.columns, k);
  for (let i = 0; i < right.values.length; i++) right.values[i] = numbers.next().value as number;
  let left = dense(matrix.rows, k);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    orthogonalise(right);
    left = times(matrix, right);
    orthogonalise(left);
    right = timesTransposed(matrix, left);
  }
  const lengths = Array.from({ length: k }, (_, c) => {
    let sum = 0;
    for (let i = 0; i < right.rows; i++) sum += right.values[i * k + c]! ** 2;
    return Math.sqrt(sum);
  });
  const order = lengths
    .map((_, c) => c)
    .sort((a, b) => lengths[b]! - lengths[a]! || a - b)
    .slice(0, count);
  const pick = (m: Dense, scale: boolean): Dense => {
    const out = dense(m.rows, order.length);
    for (let i = 0; i < m.rows; i++)
      order.forEach((c, to) => {
        const by = scale ? lengths[c]! || 1 : 1;
        out.values[i * order.length + to] = m.values[i * k + c]! / by;
      });
    return out;
  };
  return { left: pick(left, false), values: order.map((c) => lengths[c]!), right: pick(right, true) };
}

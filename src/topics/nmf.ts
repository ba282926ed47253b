import { type Dense, dense, gram, type Sparse, times, timesTransposed } from './sparse.js';
import { type Svd, svd } from './svd.js';

/** A matrix taken apart into topics: `matrix ≈ documents · transposed(words)`, nothing in it negative. */
export interface Factors {
  /** Documents × topics. */
  documents: Dense;
  /** Words × topics. */
  words: Dense;
}

const sweeps = 60;
const tiny = 1e-9;

/** The larger of the positive and the negative part of a pair of singular vectors. */
function largerPart({ left, right }: Svd, c: number) {
  const side = (m: Dense, sign: number) => {
    let length = 0;
    for (let i = 0; i < m.rows; i++) length += Math.max(0, sign * m.values[i * m.columns + c]!) ** 2;
    return Math.sqrt(length);
  };
  const parts = [1, -1].map((sign) => ({ sign, left: side(left, sign), right: side(right, sign) }));
  const [plus, minus] = parts as [(typeof parts)[0], (typeof parts)[0]];
  return plus.left * plus.right >= minus.left * minus.right ? plus : minus;
}

/**
 * Where to begin: non-negative double singular value decomposition (NNDSVD, Boutsidis & Gallopoulos 2008). Gives the start
 * for any number of topics up to `most`.
 */
export function startsOf(matrix: Sparse, most: number): (count: number) => Factors {
  const vectors = svd(matrix, most);
  const { left, right, values } = vectors;
  return (count) => {
    const k = Math.min(count, values.length);
    const [documents, words] = [dense(matrix.rows, k), dense(matrix.columns, k)];
    for (let c = 0; c < k; c++) {
      const part = largerPart(vectors, c);
      const size = Math.sqrt(values[c]! * part.left * part.right);
      const fill = (to: Dense, from: Dense, length: number) => {
        for (let i = 0; i < from.rows; i++)
          to.values[i * k + c] =
            (size * Math.max(0, part.sign * from.values[i * from.columns + c]!)) / (length || 1);
      };
      fill(documents, left, part.left);
      fill(words, right, part.right);
    }
    return { documents, words };
  };
}

/** One sweep of hierarchical alternating least squares over a side (HALS, Cichocki & Phan 2009), in place. */
function improve(side: Dense, target: Dense, other: Dense): void {
  const k = side.columns;
  for (let c = 0; c < k; c++) {
    const own = other.values[c * k + c]! + tiny;
    for (let i = 0; i < side.rows; i++) {
      let predicted = 0;
      for (let d = 0; d < k; d++) predicted += side.values[i * k + d]! * other.values[d * k + c]!;
      const step = (target.values[i * k + c]! - predicted) / own;
      side.values[i * k + c] = Math.max(0, side.values[i * k + c]! + step);
    }
  }
}

/** How much of each topic is in each document (folding in), the words of the topics given and left as they are. */
export function foldIn(matrix: Sparse, words: Dense, rounds = 25): Dense {
  const documents = dense(matrix.rows, words.columns);
  const target = times(matrix, words);
  const other = gram(words);
  for (let round = 0; round < rounds; round++) improve(documents, target, other);
  return documents;
}

/**
 * Non-negative matrix factorisation (Lee & Seung 1999) from a given start. Deterministic; `start` is not changed.
 */
export function nmf(matrix: Sparse, start: Factors, rounds = sweeps): Factors {
  const copy = (m: Dense): Dense => ({ ...m, values: m.values.slice() });
  const [documents, words] = [copy(start.documents), copy(start.words)];
  for (let round = 0; round < rounds; round++) {
    improve(documents, times(matrix, words), gram(words));
    improve(words, timesTransposed(matrix, documents), gram(documents));
  }
  return { documents, words };
}

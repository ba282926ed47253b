/** A sparse matrix by rows (compressed rows, CSR): row `i` has its entries at `starts[i]` up to `starts[i + 1]`. */
export interface Sparse {
  rows: number;
  columns: number;
  starts: Int32Array;
  places: Int32Array;
  values: Float64Array;
}

/** A dense matrix, row after row. */
export interface Dense {
  rows: number;
  columns: number;
  values: Float64Array;
}

/** A matrix of zeros. */
export const dense = (rows: number, columns: number): Dense => ({
  rows,
  columns,
  values: new Float64Array(rows * columns),
});

/** A sparse matrix of rows given as pairs of column and value. */
export function sparseOf(rows: readonly (readonly (readonly [number, number])[])[], columns: number): Sparse {
  const size = rows.reduce((sum, row) => sum + row.length, 0);
  const matrix: Sparse = {
    ...{ rows: rows.length, columns },
    starts: new Int32Array(rows.length + 1),
    places: new Int32Array(size),
    values: new Float64Array(size),
  };
  let at = 0;
  rows.forEach((row, i) => {
    for (const [column, value] of row) {
      matrix.places[at] = column;
      matrix.values[at++] = value;
    }
    matrix.starts[i + 1] = at;
  });
  return matrix;
}

/** `matrix · right`, as many rows as the matrix. */
export function times(matrix: Sparse, right: Dense): Dense {
  const out = dense(matrix.rows, right.columns);
  const k = right.columns;
  for (let i = 0; i < matrix.rows; i++)
    for (let e = matrix.starts[i]!; e < matrix.starts[i + 1]!; e++) {
      const value = matrix.values[e]!;
      const from = matrix.places[e]! * k;
      for (let c = 0; c < k; c++) out.values[i * k + c]! += value * right.values[from + c]!;
    }
  return out;
}

/** `transposed(matrix) · right`, as many rows as the matrix has columns. */
export function timesTransposed(matrix: Sparse, right: Dense): Dense {
  const out = dense(matrix.columns, right.columns);
  const k = right.columns;
  for (let i = 0; i < matrix.rows; i++)
    for (let e = matrix.starts[i]!; e < matrix.starts[i + 1]!; e++) {
      const value = matrix.values[e]!;
      const to = matrix.places[e]! * k;
      for (let c = 0; c < k; c++) out.values[to + c]! += value * right.values[i * k + c]!;
    }
  return out;
}

/** `transposed(matrix) · matrix` of a tall dense matrix: small and square. */
export function gram(matrix: Dense): Dense {
  const k = matrix.columns;
  const out = dense(k, k);
  for (let i = 0; i < matrix.rows; i++)
    for (let a = 0; a < k; a++) {
      const value = matrix.values[i * k + a]!;
      if (value === 0) continue;
      for (let b = a; b < k; b++) out.values[a * k + b]! += value * matrix.values[i * k + b]!;
    }
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) out.values[a * k + b] = out.values[b * k + a]!;
  return out;
}

/** Sweeps of the power method: two directions of a few dozen topics settle long before. */
const sweeps = 200;

/** The direction in which a symmetric matrix stretches most, and by how much (power method, always from one start). */
function leading(matrix: readonly (readonly number[])[]): { direction: number[]; value: number } {
  let direction = matrix.map((_, i) => 1 + i / matrix.length);
  let value = 0;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const next = matrix.map((row) => row.reduce((sum, x, j) => sum + x * direction[j]!, 0));
    value = Math.hypot(...next);
    if (value < 1e-12) return { direction: matrix.map(() => 0), value: 0 };
    direction = next.map((x) => x / value);
  }
  return { direction, value };
}

/**
 * Places on a plane, so that what is alike lies together (classical scaling, Torgerson 1952), each coordinate from -1 to 1.
 * @param likeness symmetric, from 0 to 1
 */
export function layoutOf(likeness: readonly (readonly number[])[]): { x: number; y: number }[] {
  const n = likeness.length;
  if (!n) return [];
  const squared = likeness.map((row) => row.map((l) => (1 - l) ** 2));
  const means = squared.map((row) => row.reduce((a, b) => a + b, 0) / n);
  const all = means.reduce((a, b) => a + b, 0) / n;
  const centred = squared.map((row, i) => row.map((d, j) => -0.5 * (d - means[i]! - means[j]! + all)));
  const first = leading(centred);
  const rest = centred.map((row, i) =>
    row.map((x, j) => x - first.value * first.direction[i]! * first.direction[j]!),
  );
  const second = leading(rest);
  const spread = (values: readonly number[]) => {
    const most = Math.max(...values.map(Math.abs)) || 1;
    return values.map((x) => x / most);
  };
  const [xs, ys] = [spread(first.direction), spread(second.direction)];
  return xs.map((x, i) => ({ x, y: ys[i]! }));
}

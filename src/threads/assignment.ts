/**
 * How much the best one-to-one assignment of rows to columns gains: the Hungarian method (Kuhn 1955), row by row along
 * shortest paths.
 * @param gain a square matrix: what row `i` gains with column `j`
 */
export function mostGained(gain: readonly Float64Array[]): number {
  const n = gain.length;
  const [rows, columns] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  const owner = new Int32Array(n + 1);
  const before = new Int32Array(n + 1);
  for (let i = 1; i <= n; i++) {
    owner[0] = i;
    let column = 0;
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(n + 1);
    do {
      used[column] = 1;
      const row = owner[column]!;
      let [slack, next] = [Number.POSITIVE_INFINITY, 0];
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue;
        const cost = -gain[row - 1]![j - 1]! - rows[row]! - columns[j]!;
        if (cost < least[j]!) {
          least[j] = cost;
          before[j] = column;
        }
        if (least[j]! < slack) [slack, next] = [least[j]!, j];
      }
      for (let j = 0; j <= n; j++) {
        if (used[j]) {
          rows[owner[j]!]! += slack;
          columns[j]! -= slack;
        } else least[j]! -= slack;
      }
      column = next;
    } while (owner[column]);
    for (; column; column = before[column]!) owner[column] = owner[before[column]!]!;
  }
  let total = 0;
  for (let j = 1; j <= n; j++) total += gain[owner[j]! - 1]![j - 1]!;
  return total;
}

/** A run of message numbers, both ends included. */
export interface Range {
  from: number;
  to: number;
}

/** Numbers that stand this close are shown as one range, if all between them belong together. */
const closest = 1;

/** Message numbers as ranges: `[90, 91, 92, 96]` → `90–92, 96`. At most `most` of them, the rest dropped. */
export function rangesOf(numbers: readonly number[], most = Number.POSITIVE_INFINITY): Range[] {
  const ranges: Range[] = [];
  for (const n of numbers) {
    const last = ranges.at(-1);
    if (last && n - last.to <= closest) last.to = n;
    else ranges.push({ from: n, to: n });
  }
  return ranges.slice(0, most);
}

/** `#90–#96 #100`. */
export function citation(numbers: readonly number[], most = 6): string {
  return rangesOf(numbers, most)
    .map(({ from, to }) => (from === to ? `#${from}` : `#${from}–#${to}`))
    .join(' ');
}

import { cross, greatest, max, sum, union } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import { countedMessages } from './messages.js';
import type { UsedTerm } from './used-terms.js';

/** How far apart in their thread two messages may stand to keep company. At 10 all of a long thread runs together. */
export const nearness = 3;

/** Which terms every message has, as places in `terms`. */
function termsByMessage(terms: UsedTerm[]): Map<number, number[]> {
  const said = new Map<number, number[]>();
  for (const [i, { messages }] of terms.entries())
    for (const n of messages) said.set(n, [...(said.get(n) ?? []), i]);
  return said;
}

/** Every two of `around`, at least one of which is also `here`. */
function meetings(here: number[], around: number[]): [number, number][] {
  return cross(around, around).filter(([i, j]) => i < j && (here.includes(i) || here.includes(j)));
}

/**
 * How often terms keep company (同现): for terms `i` and `j`, the messages that have one of them and, within `nearness`
 * messages of the same thread, or in themselves, the other. Symmetric, with zeroes on the diagonal.
 */
export function companyOf(terms: UsedTerm[], analysis: DayAnalysis): number[][] {
  const counted = countedMessages(analysis);
  const said = termsByMessage(terms);
  const matrix = terms.map(() => terms.map(() => 0));
  for (const thread of analysis.threads) {
    const line = thread.messages.filter((n) => counted.has(n)).map((n) => said.get(n) ?? []);
    line.forEach((here, at) => {
      const around = union(...line.slice(Math.max(0, at - nearness), at + nearness + 1));
      for (const [i, j] of meetings(here, [...around])) {
        matrix[i]![j]!++;
        matrix[j]![i]!++;
      }
    });
  }
  return matrix;
}

/**
 * An order of `0…matrix.length - 1` in which companions stand together: from the closest pair on, each time the one
 * that is closest to either end joins there.
 */
export function besideEachOther(matrix: number[][]): number[] {
  const totals = matrix.map((row) => sum(row) || 1);
  const closeness = (i: number, j: number) => matrix[i]![j]! / Math.sqrt(totals[i]! * totals[j]!);
  const rest = new Set(matrix.keys());
  const closest = (i: number) => max(rest, (j) => (i === j ? 0 : closeness(i, j))) ?? 0;
  const order: number[] = [];
  const first = greatest(rest, closest);
  if (first === undefined) return order;
  order.push(first);
  rest.delete(first);
  while (rest.size) {
    const ends = [order[0]!, order.at(-1)!] as const;
    const [atStart, atEnd] = ends.map((end) => greatest(rest, (j) => closeness(end, j))!) as [number, number];
    const toStart = closeness(ends[0], atStart) > closeness(ends[1], atEnd);
    if (toStart) order.unshift(atStart);
    else order.push(atEnd);
    rest.delete(toStart ? atStart : atEnd);
  }
  return order;
}

import { ascending } from 'd3-array';
import { toPlain } from './plain.js';

/** Anything that a day is kept as: which day it is stands in it. */
export interface OfDay {
  group: string;
  date: string;
}

/** By group, then date. */
export const byDay = (a: OfDay, b: OfDay): number => ascending(a.group, b.group) || ascending(a.date, b.date);

const bytesOf = (day: OfDay) => JSON.stringify(toPlain(day));

/**
 * What two sets of days add up to, each day once, in order. Associative, commutative, with the empty list as zero, so that
 * any tree of merges gives the same bytes; of two versions of one day the one whose JSON sorts last stays, whichever side
 * it comes from.
 */
export function mergeDays<T extends OfDay>(a: readonly T[], b: readonly T[]): T[] {
  const days = new Map<string, T>();
  for (const day of [...a, ...b]) {
    const key = JSON.stringify([day.group, day.date]);
    const there = days.get(key);
    if (!there || (there !== day && bytesOf(there) < bytesOf(day))) days.set(key, day);
  }
  return [...days.values()].sort(byDay);
}

import type { DayAnalysis } from '../../src/analysis/index.js';
import type { Announcement } from '../../src/talks/index.js';
import { type Line, sampleAnalysis } from '../report/sample-report.js';

/** An announcement of a day, all else as it is where nothing is said. */
export const told = (date: string, rest: Partial<Announcement> = {}): Announcement => ({
  n: 1,
  date,
  time: null,
  guest: null,
  topic: null,
  state: 'planned',
  movedFrom: null,
  ...rest,
});

/** A day of a group with these messages. */
export const dayOf = (date: string, lines: readonly Line[], rest: Partial<DayAnalysis> = {}): DayAnalysis =>
  sampleAnalysis(lines, { date, ...rest });

/** Every way to merge three things gives one answer, and nothing changes what it is merged with. */
export const sumsOf = <T>(merge: (a: T, b: T) => T, zero: T, [a, b, c]: readonly [T, T, T]): T[] => [
  merge(merge(a, b), c),
  merge(a, merge(b, c)),
  merge(merge(c, a), b),
  merge(merge(zero, b), merge(c, merge(a, zero))),
];

import { extent } from 'd3-array';
import type { ThreadDoc } from '../corpus/index.js';
import { dateOf, dayOf, weekdayOf } from '../talks/index.js';

/** How many days a step of time is: a day, a week (by its Monday), a month. */
export type Step = 'day' | 'week' | 'month';

/** Days since 1970 of a log's date, whatever stands behind it; NaN where it has none. */
const at = (date: string) => dayOf(date.slice(0, 10));
/** Longest spans, in days, that are told by the day and by the week. */
const longestByDay = 21;
const longestByWeek = 140;

/** The step in which a span is told. */
export function stepOf(dates: readonly string[]): Step {
  const [first = 0, last = first] = extent(dates.map(at).filter((day) => !Number.isNaN(day)));
  const days = last - first + 1;
  return days <= longestByDay ? 'day' : days <= longestByWeek ? 'week' : 'month';
}

/** The step in which a date lies: `2018-07-12`, the Monday of its week, or `2018-07`; a log without a date is its own. */
export function periodOf(date: string, step: Step): string {
  const day = at(date);
  if (Number.isNaN(day) || step === 'day') return date.slice(0, 10);
  if (step === 'month') return date.slice(0, 7);
  return dateOf(day - weekdayOf(day));
}

/** A step of time as a chart shows it. */
export interface Period {
  name: string;
  /** Whether it has a log: without one nothing is known of it, which is not that nothing was said. */
  logged: boolean;
}

/** The steps from the first of the dates of logs to the last, those without a log too; logs without a date come last. */
export function periodsOf(dates: readonly string[], step: Step): Period[] {
  const logged = new Set(dates.map((date) => periodOf(date, step)));
  const names = new Set(logged);
  const [first = 0, last = -1] = extent(dates.map(at).filter((day) => !Number.isNaN(day)));
  for (let day = first; day <= last; day++) names.add(periodOf(dateOf(day), step));
  return [...names].sort().map((name) => ({ name, logged: logged.has(name) }));
}

/** So many threads and messages in a step of time. */
export interface Moment {
  period: string;
  threads: number;
  messages: number;
}

/** Threads over the steps given, those in which there is none too. */
export function movementOf(threads: readonly ThreadDoc[], periods: readonly string[], step: Step): Moment[] {
  const moments = new Map(periods.map((period) => [period, { period, threads: 0, messages: 0 }]));
  for (const { date, messages } of threads) {
    const moment = moments.get(periodOf(date, step));
    if (!moment) continue;
    moment.threads++;
    moment.messages += messages.length;
  }
  return [...moments.values()];
}

/** How something moved from one stretch of time to the next. */
export const trends = ['new', 'grown', 'steady', 'shrunk', 'gone'] as const;
export type Trend = (typeof trends)[number];

/** A difference that chance makes one time in twenty is none (one-sided). */
const leastZ = 1.64;
/** Added to counts, so that nothing against something is not without measure. */
const prior = 0.5;

/**
 * Whether a topic has a larger share of one stretch's threads than of another's: the logarithm of the ratio of the odds
 * over its standard error.
 */
export function changeOf(now: number, allNow: number, before: number, allBefore: number) {
  const odds = (count: number, all: number) => Math.log((count + prior) / (all - count + prior));
  const error = Math.sqrt(
    1 / (now + prior) + 1 / (before + prior) + 1 / (allNow - now + prior) + 1 / (allBefore - before + prior),
  );
  const z = (odds(now, allNow) - odds(before, allBefore)) / error;
  const trend: Trend =
    !allBefore || Math.abs(z) < leastZ
      ? 'steady'
      : z > 0
        ? before
          ? 'grown'
          : 'new'
        : now
          ? 'shrunk'
          : 'gone';
  return { z, trend };
}

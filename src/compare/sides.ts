import type { OfDay } from '../corpus/index.js';

/** One side of a comparison (一边): a span of days, of one group or of all. */
export interface Side {
  /** As it was asked for. */
  label: string;
  /** Null for all groups. */
  group: string | null;
  /** First and last day, `YYYY-MM-DD`; '' and '9999-12-31' where it is open. */
  from: string;
  to: string;
}

const firstDay = '';
const lastDay = '9999-12-31';
const dayInMs = 86_400_000;

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** A date some days later, or earlier. */
export const addDays = (date: string, days: number): string => iso(Date.parse(date) + days * dayInMs);

const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && iso(Date.parse(text)) === text;

/** Monday and Sunday of a week of ISO 8601: week 1 is the one with 4 January. */
function weekOf(year: number, week: number): [string, string] | null {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayInMs + (week - 1) * 7 * dayInMs;
  const thursday = new Date(monday + 3 * dayInMs);
  return week >= 1 && thursday.getUTCFullYear() === year ? [iso(monday), iso(monday + 6 * dayInMs)] : null;
}

/** First and last day of a day, a week (`2018-W27`), a month, a quarter (`2018-Q1`) or a year. */
function unitOf(text: string): [string, string] | null {
  if (isDay(text)) return [text, text];
  const week = /^(\d{4})-W(\d\d?)$/i.exec(text);
  if (week) return weekOf(Number(week[1]), Number(week[2]));
  const quarter = /^(\d{4})-Q([1-4])$/i.exec(text);
  if (quarter) return months(Number(quarter[1]), 3 * Number(quarter[2]) - 3, 3);
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (month) return months(Number(month[1]), Number(month[2]) - 1, 1);
  return /^\d{4}$/.test(text) ? months(Number(text), 0, 12) : null;
}

const months = (year: number, first: number, count: number): [string, string] => [
  iso(Date.UTC(year, first, 1)),
  iso(Date.UTC(year, first + count, 0)),
];

/** The span that a text means: a unit, or two of them with `..` between, either of which may be missing. */
function spanOf(text: string): [string, string] | null {
  const range = /^(.*?)\.\.(.*)$/.exec(text);
  if (!range) return unitOf(text);
  const [, head, tail] = range as unknown as [string, string, string];
  if (!head && !tail) return null;
  const from = head ? unitOf(head)?.[0] : firstDay;
  const to = tail ? unitOf(tail)?.[1] : lastDay;
  return from !== undefined && to !== undefined && from <= to ? [from, to] : null;
}

/**
 * Reads a side: `2018-07-11`, `2018-W27`, `2018-07`, `2018-Q3`, `2018`, `2018-01..2018-03`, `..2018-03-14`, `2018-03-15..`,
 * a group's span (`proddev/2018-W27`); what is none of these is a group (`proddev`).
 */
export function readSide(text: string): Side {
  const slash = text.lastIndexOf('/');
  const span = spanOf(text.slice(slash + 1));
  if (!span) return { label: text, group: text, from: firstDay, to: lastDay };
  return { label: text, group: slash < 0 ? null : text.slice(0, slash), from: span[0], to: span[1] };
}

/** Whether a text is a span of days, or a group's: what a file or a group might be called is none. */
export const isSpan = (text: string): boolean => spanOf(text.slice(text.lastIndexOf('/') + 1)) !== null;

/** The usual of one day (平时): as many whole weeks before it, of the same group or groups. */
export const usualOf = (side: Side, weeks: number, label: string): Side => ({
  label,
  group: side.group,
  from: addDays(side.from, -7 * weeks),
  to: addDays(side.from, -1),
});

/** Whether a day stands on a side; a log with a number behind its date belongs to its day. */
export const isOn = (side: Side, day: OfDay): boolean =>
  (side.group === null || side.group === day.group) &&
  day.date.slice(0, 10) >= side.from &&
  day.date.slice(0, 10) <= side.to;

/** Dates of a side for which a group of it has no log. */
export interface Missing {
  group: string;
  dates: string[];
}

/**
 * The days that a side should have and that the logs do not: between its ends, or, where it is open, between the first
 * and the last day that there is.
 * @param days the days that are there, of all sides
 */
export function missingDays(side: Side, days: readonly OfDay[]): Missing[] {
  const own = days.filter((day) => isOn(side, day));
  const groups = [...new Set((own.length ? own : days).map((day) => day.group))].sort();
  return groups
    .filter((group) => side.group === null || group === side.group)
    .map((group) => {
      const there = new Set(own.filter((d) => d.group === group).map((d) => d.date.slice(0, 10)));
      const sorted = [...there].sort();
      const from = side.from || sorted[0];
      const to = side.to === lastDay ? sorted.at(-1) : side.to;
      const dates: string[] = [];
      if (from && to) for (let d = from; d <= to; d = addDays(d, 1)) if (!there.has(d)) dates.push(d);
      return { group, dates };
    })
    .filter(({ dates }) => dates.length > 0);
}

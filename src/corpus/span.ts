import { ascending, max, min } from 'd3-array';
import { isDate } from '../talks/index.js';

/** A span of days, both ends included; `''` and `'9999-12-31'` where it is open. */
export interface Span {
  from: string;
  to: string;
}

/** All days. */
export const everyDay: Span = { from: '', to: '9999-12-31' };

/** The calendar day of a log's date, which may have a number behind it; '' where it has only its file's name. */
const calendarDay = (date: string): string => (isDate(date.slice(0, 10)) ? date.slice(0, 10) : '');

/** Whether a log has a date, and not only its file's name. */
export const hasDate = (date: string): boolean => calendarDay(date) !== '';

/** Whether a date lies in a span; a log without a date has a place in none but the whole. */
export function isWithin(date: string, { from, to }: Span): boolean {
  if (from === everyDay.from && to === everyDay.to) return true;
  const day = calendarDay(date);
  return day !== '' && day >= from && day <= to;
}

/** The first and the last of dates, `YYYY-MM-DD`; '' where none is one. Names of files sort behind every date, and count for none. */
export function endsOf(dates: readonly string[]): { first: string; last: string } {
  const days = dates.map(calendarDay).filter(Boolean);
  return { first: min(days) ?? '', last: max(days) ?? '' };
}

/** Of two dates the earlier first; what is no date is earlier than all that are. */
export const byDate = (a: string, b: string): number =>
  a === b ? 0 : ascending(calendarDay(a), calendarDay(b)) || ascending(a, b);

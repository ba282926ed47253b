/** A span of days, both ends included; `''` and `'9999-12-31'` where it is open. */
export interface Span {
  from: string;
  to: string;
}

/** All days. */
export const everyDay: Span = { from: '', to: '9999-12-31' };

/** Whether a date lies in a span; a log without a date has a place in none but the whole. */
export const isWithin = (date: string, { from, to }: Span): boolean =>
  (from === '' || date >= from) && (to === everyDay.to || date.slice(0, 10) <= to);

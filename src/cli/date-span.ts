import { isDate } from '../talks/index.js';
import type { Span } from './span.js';

const lastDayOf = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

/** One end or the whole of a span, as a year, a month or a day says it. */
function stretch(text: string): Span | null {
  if (/^\d{4}$/.test(text)) return { from: `${text}-01-01`, to: `${text}-12-31` };
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return { from: `${text}-01`, to: lastDayOf(text) };
  return isDate(text) ? { from: text, to: text } : null;
}

/** The days that `2017`, `2017-12`, `2017-12-01` or `2017-12-01..2017-12-15` stand for, both ends included; null where it is none. */
export function parseSpan(text: string): Span | null {
  const ends = text.split(/\.\.|…|~/);
  const [first, last = first] = ends.map((end) => stretch(end.trim()));
  if (ends.length > 2 || !first || !last || last.to < first.from) return null;
  return { from: first.from, to: last.to };
}

import { isDate } from '../talks/index.js';
import type { SpanOptions } from './options.js';
import { CommandError, type Session } from './session.js';

/** A span of days, both ends included. */
export interface Span {
  from: string;
  to: string;
}

/**
 * The span that the options ask for; open ends reach as far as dates do.
 * @throws {CommandError} where one is no date
 */
export function spanOf(session: Session, { from, to }: SpanOptions): Span {
  for (const value of [from, to])
    if (value !== undefined && !isDate(value)) throw new CommandError(session.words.notADate(value));
  return { from: from ?? '', to: to ?? '9999-12-31' };
}

/** Whether a date lies in a span; a log without a date has a place in none but the whole. */
export const isWithin = (date: string, { from, to }: Span): boolean =>
  (from === '' || date >= from) && (to === '9999-12-31' || date.slice(0, 10) <= to);

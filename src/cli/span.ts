import { everyDay, type Span } from '../corpus/index.js';
import { isDate } from '../talks/index.js';
import type { SpanOptions } from './options.js';
import { CommandError, type Session } from './session.js';

/**
 * The span that the options ask for; open ends reach as far as dates do.
 * @throws {CommandError} where one is no date, or the last comes before the first
 */
export function spanOf(session: Session, { from, to }: SpanOptions): Span {
  for (const value of [from, to])
    if (value !== undefined && !isDate(value)) throw new CommandError(session.words.notADate(value));
  const span = { from: from ?? everyDay.from, to: to ?? everyDay.to };
  if (span.from > span.to) throw new CommandError(session.words.spanReversed(span.from, span.to));
  return span;
}

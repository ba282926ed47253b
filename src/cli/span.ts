import { isSpan, readSide } from '../compare/index.js';
import { everyDay, type Span } from '../corpus/index.js';
import { isDate } from '../talks/index.js';
import type { SpanOptions } from './options.js';
import { CommandError, type Session } from './session.js';

/**
 * The days that a text stands for, both ends included, written as a side of a comparison is: a day, a week, a month, a
 * quarter, a year, or two of them with `..` (or `…`, `~`) between, one of which may be missing. Null where it is none.
 */
export function parseSpan(text: string): Span | null {
  const written = text.trim().replace(/\s*(?:\.\.|…|~)\s*/, '..');
  if (written.includes('/') || !isSpan(written)) return null;
  const { from, to } = readSide(written);
  return { from, to };
}

/** @throws {CommandError} where the text is no span, with how spans are written */
export function readSpan(session: Session, text: string): Span {
  const span = parseSpan(text);
  if (!span) throw new CommandError('not-a-span', session.words.notASpan(text));
  return span;
}

/**
 * The span that the options ask for, all days where they ask for none; open ends reach as far as dates do.
 * @throws {CommandError} where it is none, or the last day comes before the first
 */
export function spanOf(session: Session, { span: text, from, to }: SpanOptions): Span {
  if (text !== undefined) return readSpan(session, text);
  for (const value of [from, to])
    if (value !== undefined && !isDate(value))
      throw new CommandError('not-a-date', session.words.notADate(value));
  const span = { from: from ?? everyDay.from, to: to ?? everyDay.to };
  if (span.from > span.to)
    throw new CommandError('span-reversed', session.words.spanReversed(span.from, span.to));
  return span;
}

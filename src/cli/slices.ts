import { byDay, type DaySlice, daySliceOf } from '../corpus/index.js';
import type { Session } from './session.js';
import { isWithin, type Span } from './span.js';

/** Words that say nothing of what is talked about: function words, and those of nothing but praise and laughter. */
export const emptyWords = (session: Session): ReadonlySet<string> => {
  const { stopwords, reactions } = session.dictionaries.words;
  return new Set([...stopwords, ...reactions]);
};

/**
 * The slices of the days of a span, by group and date: a day is analysed or taken from the cache, its slice is kept, the
 * day is not. The session is to be made with `tokens`.
 * @throws {CommandError} as {@link Session.days} does
 */
export async function readSlices(
  session: Session,
  paths: readonly string[],
  span: Span,
): Promise<DaySlice[]> {
  const empty = emptyWords(session);
  const slices: DaySlice[] = [];
  for await (const { analysis } of session.days(paths))
    if (isWithin(analysis.date, span)) slices.push(daySliceOf(session.edition(analysis), empty));
  return slices.sort(byDay);
}

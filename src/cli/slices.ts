import { byDay, type DaySlice, daySliceOf } from '../corpus/index.js';
import { cacheKey, type DoneDay } from '../pipeline/index.js';
import type { Session } from './session.js';
import { isWithin, type Span } from './span.js';

/** Words that say nothing of what is talked about: function words, and those of nothing but praise and laughter. */
export const emptyWords = (session: Session): ReadonlySet<string> => {
  const { stopwords, reactions } = session.dictionaries.words;
  return new Set([...stopwords, ...reactions]);
};

/**
 * Gives the slices of days: those that a run before took are kept beside the analyses, which then need not be read. The
 * public edition is made anew, as its pseudonyms and consents may have changed.
 */
export function slicesOf(session: Session): (day: DoneDay) => DaySlice {
  const empty = emptyWords(session);
  const common = cacheKey('slice', empty);
  const { cache } = session;
  return (day) => {
    if (session.options.public) return daySliceOf(session.edition(day.analysis), empty);
    const key = cacheKey(common, day.key);
    const known = cache.part(key) as DaySlice | null;
    if (known) return known;
    const slice = daySliceOf(day.analysis, empty);
    cache.putPart(key, slice);
    return slice;
  };
}

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
  const sliceOf = slicesOf(session);
  const slices: DaySlice[] = [];
  for await (const day of session.days(paths, { wanted: ({ date }) => isWithin(date, span) }))
    slices.push(sliceOf(day));
  return slices.sort(byDay);
}

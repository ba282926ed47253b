import type { DayAnalysis } from '../analysis/index.js';
import {
  byDay,
  type CorpusDay,
  type DayParts,
  fromPlain,
  type Making,
  type PartName,
  partsOf,
  Query,
  toPlain,
} from '../corpus/index.js';
import { cacheKey, type DoneDay, type RunOptions } from '../pipeline/index.js';
import type { Session } from './session.js';

/** What parts of days are made with in a session: its lists of words. */
function makingOf(session: Session, sought?: ReadonlySet<string>): Making {
  const { stopwords, reactions } = session.dictionaries.words;
  return { stopwords, empty: new Set([...stopwords, ...reactions]), ...(sought && { sought }) };
}

/** How the parts of days are asked for. */
export interface Asked extends Pick<RunOptions, 'wanted' | 'rejectedToo'> {
  /** Forms of the term whose story is asked for. */
  sought?: ReadonlySet<string>;
  /** Whether talks without consent stay out of the public edition; see {@link Session.edition}. */
  gated?: boolean;
}

/**
 * Gives days with some of their parts; `shown` is the day as it may be shown, where that is at hand. A part is made where its day is analysed, and kept beside the analysis; where a run
 * before kept it, it is read when somebody asks for it, the analysis is not. The public edition keeps nothing, as its
 * pseudonyms and consents may change, and a story is of one question.
 */
export function corpusDays<P extends PartName>(
  session: Session,
  parts: readonly P[],
  { sought, gated = true }: Asked = {},
): (day: DoneDay, shown?: DayAnalysis) => CorpusDay<P> {
  const making = makingOf(session, sought);
  const common = cacheKey('parts', making.stopwords, making.empty);
  const { cache } = session;
  const isKept = cache.folder !== null && !session.options.public && sought === undefined;
  const keyOf = (name: P, day: DoneDay) => cacheKey(common, name, day.key);
  const made = (inner: DayAnalysis, shown = session.edition(inner, gated)) =>
    partsOf(parts, shown, making, inner);
  const keep = (day: DoneDay, own: Pick<DayParts, P>) => {
    for (const name of parts) cache.putPart(keyOf(name, day), toPlain(own[name]));
    return own;
  };
  const read = <Q extends P>(name: Q, day: DoneDay): DayParts[Q] => {
    const kept = cache.part(keyOf(name, day));
    if (kept !== null) return fromPlain(kept) as DayParts[Q];
    // the day itself is not asked, as it would hold on to what it read
    return keep(day, made(cache.get(day.key) ?? day.analysis))[name];
  };
  return (day, shown) => {
    const { group, date } = day;
    const own = isKept && day.unread ? null : made(day.analysis, shown);
    if (own && !isKept) return { group, date, ...own };
    if (own) keep(day, own);
    const asked: CorpusDay<PartName> = Object.create(null);
    Object.assign(asked, { group, date });
    for (const name of parts)
      Object.defineProperty(asked, name, { enumerable: true, get: () => read(name, day) });
    return asked as CorpusDay<P>;
  };
}

/**
 * The corpus of the days that paths stand for, to be asked for some parts of them: days are analysed or taken from the
 * cache, and not held. For words and threads the session is to be made with `tokens`.
 * @throws {CommandError} as {@link Session.days} does
 */
export async function readCorpus<P extends PartName>(
  session: Session,
  paths: readonly string[],
  parts: readonly P[],
  asked: Asked = {},
): Promise<Query<P>> {
  const dayOf = corpusDays(session, parts, asked);
  const days: CorpusDay<P>[] = [];
  for await (const day of session.days(paths, asked)) days.push(dayOf(day));
  return new Query({ days: days.sort(byDay) });
}

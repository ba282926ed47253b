import type { DayAnalysis } from '../analysis/index.js';
import {
  byDay,
  type CorpusDay,
  type DayParts,
  fromPlain,
  type Making,
  makingWith,
  type OfDay,
  type PartName,
  partsOf,
  Query,
  type TermSearch,
  toPlain,
} from '../corpus/index.js';
import { type Cache, cacheKey, type DoneDay, type RunOptions } from '../pipeline/index.js';
import type { Session } from './session.js';

/** What parts of days are made with in a session: its lists of words. */
function makingOf(session: Session, { sought, search }: Asked = {}): Making {
  return { ...makingWith(session.dictionaries.words), ...(sought && { sought }), ...(search && { search }) };
}

/** Under what parts of days are kept besides their days: what they are made with. */
const digestOf = ({ stopwords, empty }: Making) => cacheKey('parts', stopwords, empty);

/** Whether parts of days are kept: the public edition keeps nothing, as its pseudonyms and consents may change. */
const keepsParts = ({ cache, options }: Session) => cache.folder !== null && !options.public;

/** Where the history of questions of a session is kept, and under what; null where it keeps nothing. */
export function keptHistory(session: Session): { cache: Cache; under: string } | null {
  return keepsParts(session) ? { cache: session.cache, under: digestOf(makingOf(session)) } : null;
}

/** How the parts of days are asked for. */
export interface Asked extends Pick<RunOptions, 'wanted' | 'rejectedToo'> {
  /** Forms of the term whose story is asked for. */
  sought?: ReadonlySet<string>;
  /** Terms that are looked for wherever they are written, in place of those that days discovered. */
  search?: TermSearch;
  /** Whether the session has read these logs before, and said what is odd about them. */
  again?: boolean;
}

/** A day whose parts are read when they are asked for, and not held. */
function lazyDay<P extends PartName>(
  { group, date }: OfDay,
  parts: readonly P[],
  read: <Q extends P>(name: Q) => DayParts[Q],
): CorpusDay<P> {
  const day = { group, date };
  for (const name of parts) Object.defineProperty(day, name, { enumerable: true, get: () => read(name) });
  return day as CorpusDay<P>;
}

/**
 * Gives days with some of their parts; `shown` is the day as it may be shown, where that is at hand. A part is made where
 * its day is analysed, and kept beside the analysis; where a run before kept it, it is read when somebody asks for it, the
 * analysis is not. What is sought is not kept, as it is of one question.
 */
export function corpusDays<P extends PartName>(
  session: Session,
  parts: readonly P[],
  asked: Asked = {},
): (day: DoneDay, shown?: DayAnalysis) => CorpusDay<P> {
  const making = makingOf(session, asked);
  const common = digestOf(making);
  const { cache } = session;
  const isKept = keepsParts(session) && !asked.sought && !asked.search;
  const keyOf = (name: P, key: string) => cacheKey(common, name, key);
  const made = (inner: DayAnalysis, shown = session.edition(inner)) => partsOf(parts, shown, making, inner);
  const keep = (key: string, own: Pick<DayParts, P>) => {
    for (const name of parts) cache.putPart(keyOf(name, key), toPlain(own[name]));
    return own;
  };
  const reader =
    (key: string, again: () => DayAnalysis) =>
    <Q extends P>(name: Q): DayParts[Q] => {
      const kept = cache.part(keyOf(name, key));
      return kept === null
        ? keep(key, made(cache.get(key, session.options.tokens) ?? again()))[name]
        : (fromPlain(kept) as DayParts[Q]);
    };
  return (day, shown) => {
    const { group, date, key } = day;
    if (isKept && day.unread) return lazyDay(day, parts, reader(key, day.again));
    const own = made(day.analysis, shown);
    // what the cache cannot take is held
    if (!isKept || !cache.has(key)) return { group, date, ...own };
    keep(key, own);
    return lazyDay(day, parts, reader(key, day.again));
  };
}

/**
 * The corpus of the days that paths stand for, to be asked for some parts of them: days are analysed or taken from the
 * cache, and not held. For words and threads the session is to be made with `tokens`.
 * @throws {CommandError} as {@link Session.days} does
 * @throws {Interrupted} where somebody interrupts
 */
export async function readCorpus<P extends PartName>(
  session: Session,
  paths: readonly string[],
  parts: readonly P[],
  asked: Asked = {},
): Promise<Query<P>> {
  const dayOf = corpusDays(session, parts, asked);
  const days: CorpusDay<P>[] = [];
  // what is looked for wherever it is written is told from the seam of two words
  const cut = asked.search && { tokens: true };
  for await (const day of session.days(paths, { ...asked, ...cut })) days.push(dayOf(day));
  session.stopIfInterrupted();
  return new Query({ days: days.sort(byDay) });
}

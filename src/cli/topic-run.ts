import { type DaySlice, endsOf, type OfDay } from '../corpus/index.js';
import { words } from '../lang/index.js';
import {
  readTopicEdits,
  readTopicStore,
  type SeriesKey,
  seriesFor,
  seriesIn,
  topicEditsPath,
  writeTopicSeries,
} from '../pipeline/index.js';
import { findTopics, keptTopics, type Topics } from '../topics/index.js';
import { CommandError, type Session } from './session.js';
import { unwritable } from './write-file.js';

/** What is asked of topics. */
export interface TopicChoice {
  count?: number | undefined;
  anew?: boolean | undefined;
}

/** What people put right in topics, as this edition may tell it; what is malformed is said, the rest serves. */
function editsOf(session: Session) {
  const path = topicEditsPath(session.workspace.corrections);
  const { items, problems } = readTopicEdits(path);
  session.faults(path, 'correction', problems, session.words.correction);
  const edits = items.map((edit) => ('name' in edit ? { ...edit, name: session.line(edit.name) } : edit));
  return { path, edits };
}

/** @throws {CommandError} where what earlier runs kept cannot be read */
function storeOf(session: Session) {
  const { topics: path } = session.workspace;
  try {
    return readTopicStore(path);
  } catch (error) {
    const w = words(session.pipeline.lang).topics;
    throw new CommandError('damaged-topics', w.damaged(session.shown(path), (error as Error).message));
  }
}

const isPublic = (session: Session) => session.options.public === true;

const groupsOf = (days: readonly OfDay[]) => [...new Set(days.map((d) => d.group))].sort();

/**
 * The topics of days: those of earlier runs where there are some, kept for the next.
 * @throws {CommandError} where what earlier runs kept cannot be read or written
 */
export function topicsOf(session: Session, days: readonly DaySlice[], { count, anew }: TopicChoice): Topics {
  const { topics: path } = session.workspace;
  const key: SeriesKey = { groups: groupsOf(days), count: count ?? null, isPublic: isPublic(session) };
  const { edits, path: editsPath } = editsOf(session);
  const earlier = storeOf(session);
  const options = { and: words(session.pipeline.lang).topics.and, count, anew: anew ?? false };
  const { found, series } = findTopics(days, seriesIn(earlier, key), edits, options);
  sayUnknown(session, found, editsPath);
  try {
    if (days.length) writeTopicSeries(path, earlier, key, series);
  } catch (error) {
    throw unwritable(session, path, error);
  }
  return found;
}

function sayUnknown(session: Session, { unknown }: Topics, path: string): void {
  const w = words(session.pipeline.lang).topics;
  for (const edit of unknown) {
    const text = w.unknown(session.shown(path), edit.topic);
    // one file speaks of both editions, and a topic may be in one of them only
    if (isPublic(session)) session.say(text);
    else session.problem('unknown-topic', text, { path });
  }
}

/**
 * The topics that earlier runs found in the groups of these days, as they stand in the days; null where no run looked for
 * topics in all of them. Nothing is found anew, and nothing kept.
 * @throws {CommandError} where what earlier runs kept cannot be read
 */
export function topicsKept(session: Session, days: readonly DaySlice[]): Topics | null {
  const series = seriesFor(storeOf(session), { groups: groupsOf(days), isPublic: isPublic(session) });
  if (series === null) return null;
  const { edits, path } = editsOf(session);
  const found = keptTopics(days, series, edits, words(session.pipeline.lang).topics.and);
  sayUnknown(session, found, path);
  return found;
}

/** Which days, in words: `2018-07-01..2018-07-12 prodarch`. */
export function spanLine(days: readonly DaySlice[]): string {
  const dates = days.map((d) => d.date).sort();
  const ends = endsOf(dates);
  const groups = [...new Set(days.map((d) => d.group))].sort();
  if (!dates.length) return '';
  const [first, last] = [ends.first || dates[0]!, ends.last || dates.at(-1)!];
  return `${first === last ? first : `${first}–${last}`} ${groups.join('、')}`;
}

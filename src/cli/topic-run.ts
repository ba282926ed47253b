import type { DaySlice } from '../corpus/index.js';
import { words } from '../lang/index.js';
import {
  readTopicEdits,
  readTopicStore,
  type SeriesKey,
  seriesIn,
  topicEditsPath,
  writeTopicSeries,
} from '../pipeline/index.js';
import { findTopics, type Topics } from '../topics/index.js';
import { CommandError, type Session } from './session.js';

/** What is asked of topics. */
export interface TopicChoice {
  count?: number | undefined;
  anew?: boolean | undefined;
}

/** What people put right in topics; what is malformed is said, the rest serves. */
function editsOf(session: Session) {
  const path = topicEditsPath(session.workspace.corrections);
  const { items, problems } = readTopicEdits(path);
  for (const { line, reason } of problems)
    session.problem(session.words.correction(session.shown(path), line, reason));
  return { path, items };
}

/**
 * The topics of days: those of earlier runs where there are some, kept for the next.
 * @throws {CommandError} where what earlier runs kept cannot be read or written
 */
export function topicsOf(session: Session, days: readonly DaySlice[], { count, anew }: TopicChoice): Topics {
  const { lang } = session.pipeline;
  const w = words(lang).topics;
  const { topics: store } = session.workspace;
  const key: SeriesKey = { groups: [...new Set(days.map((d) => d.group))].sort(), count: count ?? null };
  const edits = editsOf(session);
  let earlier: ReturnType<typeof readTopicStore>;
  try {
    earlier = readTopicStore(store);
  } catch (error) {
    throw new CommandError(w.damaged(session.shown(store), (error as Error).message));
  }
  const options = { and: w.and, count, anew: anew ?? false };
  const { found, series } = findTopics(days, seriesIn(earlier, key), edits.items, options);
  for (const edit of found.unknown) session.problem(w.unknown(session.shown(edits.path), edit.topic));
  try {
    if (days.length) writeTopicSeries(store, earlier, key, series);
  } catch (error) {
    throw new CommandError(session.words.cannotWrite(session.shown(store), (error as Error).message));
  }
  return found;
}

/** Which days, in words: `2018-07-01..2018-07-12 prodarch`. */
export function spanLine(days: readonly DaySlice[]): string {
  const dates = days.map((d) => d.date).sort();
  const groups = [...new Set(days.map((d) => d.group))].sort();
  if (!dates.length) return '';
  const [first, last] = [dates[0]!, dates.at(-1)!];
  return `${first === last ? first : `${first}–${last}`} ${groups.join('、')}`;
}

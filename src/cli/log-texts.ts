import { resolve } from 'node:path';
import { dayAt, findInputs, type Input } from '../pipeline/index.js';
import { type Day, NotALog } from '../read/index.js';
import type { Session } from './session.js';

/** One log; none where it cannot be read, with what hinders. */
function dayOf(session: Session, { path }: Input): { day: Day } | { error: Error } {
  try {
    return { day: dayAt(path, session.reading) };
  } catch (error) {
    return { error: error as Error };
  }
}

/** Whether a file is a chat log, or is to be told why it cannot be read. */
function isLog(session: Session, input: Input): boolean {
  const read = dayOf(session, input);
  return 'day' in read || !(read.error instanceof NotALog);
}

/** The files that paths stand for, or the workspace's sources where there are none. */
export const inputsAtHand = (session: Session, paths: readonly string[]) =>
  findInputs(paths.length ? paths.map((path) => resolve(session.io.cwd, path)) : session.workspace.sources);

/** Whether there are logs at hand: named ones, or the workspace's, which a new one has none of yet. */
export async function hasLogs(session: Session, paths: readonly string[]): Promise<boolean> {
  return (
    paths.length > 0 || (await inputsAtHand(session, paths)).inputs.some((input) => isLog(session, input))
  );
}

/**
 * The days of logs, those of the workspace where none are named, without any analysis.
 * @param isTold whether it was said before what cannot be read
 */
export async function logDays(session: Session, paths: readonly string[], isTold = false): Promise<Day[]> {
  const { inputs, missing } = await inputsAtHand(session, paths);
  if (!isTold) for (const input of missing) session.missing(input);
  return inputs.flatMap((input) => {
    const read = dayOf(session, input);
    if ('day' in read) return [read.day];
    if (!isTold) session.unreadable(input, read.error);
    return [];
  });
}

/** The messages of days as they were written, second copies left out. */
export const textsOf = (days: readonly Day[]): string[] =>
  days.flatMap((day) => day.messages.filter((m) => m.duplicateOf === null).map((m) => m.text));

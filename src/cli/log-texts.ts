import { resolve } from 'node:path';
import { dayAt, findInputs, type Input } from '../pipeline/index.js';
import { type Day, NotALog } from '../read/index.js';
import type { Session } from './session.js';

/** One log; what is none is told where it was named. */
function dayOf(session: Session, { path, named }: Input, fault: (said: string) => void): Day[] {
  try {
    return [dayAt(path, session.reading)];
  } catch (error) {
    const shown = session.shown(path);
    if (!(error instanceof NotALog)) fault(session.words.failed(shown, (error as Error).message));
    else if (named) fault(session.words.notALog(shown));
    return [];
  }
}

/** Whether a file is a chat log, or is to be told why it cannot be read. */
function isLog({ reading }: Session, { path }: Input): boolean {
  try {
    dayAt(path, reading);
    return true;
  } catch (error) {
    return !(error instanceof NotALog);
  }
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
 * @param fault is told what cannot be read
 */
export async function logDays(
  session: Session,
  paths: readonly string[],
  fault: (said: string) => void,
): Promise<Day[]> {
  const { inputs, missing } = await inputsAtHand(session, paths);
  for (const input of missing) fault(session.toldMissing(input));
  return inputs.flatMap((input) => dayOf(session, input, fault));
}

/** The messages of days as they were written, second copies left out. */
export const textsOf = (days: readonly Day[]): string[] =>
  days.flatMap((day) => day.messages.filter((m) => m.duplicateOf === null).map((m) => m.text));

import { writeWhole } from '../pipeline/index.js';
import { CommandError } from './command-error.js';
import { exitCodes } from './io.js';
import type { Session } from './session.js';

/** What an error met while writing is to be told as: the system's own with the path and what to do, any other as it is. */
export function unwritable(session: Session, path: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || error instanceof CommandError) return error;
  return new CommandError(
    'cannot-write',
    session.words.cannotWrite(session.shown(path), message),
    exitCodes.output,
  );
}

/** Writes a file that a command makes, whole or not at all. @throws {CommandError} where it cannot be written */
export function writeFile(session: Session, path: string, content: string | Iterable<string>): void {
  try {
    writeWhole(path, content);
  } catch (error) {
    throw unwritable(session, path, error);
  }
}

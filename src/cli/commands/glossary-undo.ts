import { CannotDecide, CannotUndo, entryNamed, lastDecision } from '../../glossary/index.js';
import { words } from '../../lang/index.js';
import { ownEntries, takeBackDecision } from '../../pipeline/index.js';
import { type Entry, fold } from '../../text/index.js';
import type { Io } from '../io.js';
import type { CommonOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { overlaysOf } from './glossary-decide.js';

/** What helps where a decision cannot be taken back: the lines of the entry, or the entry that has the word as another form. */
function placeOf(
  { term, place: { path, from, to } }: CannotUndo,
  entries: readonly Entry[],
  session: Session,
) {
  if (path) return `${session.shown(path)}:${from === to ? from : `${from}–${to}`}`;
  const entry = entryNamed(entries, term);
  return entry && fold(entry.term) !== fold(term.trim()) ? entry.term : '';
}

/** Takes back the last decision of the workspace's glossary, or the last about a term (`huati glossary undo`). */
export function undoDecision(term: string | undefined, options: CommonOptions, io: Io): number {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang);
  const overlays = overlaysOf(session);
  try {
    const past = lastDecision(ownEntries(overlays), term);
    const paths = takeBackDecision(overlays, past);
    const { did, on, by } = past;
    if (options.json) session.answer({ undone: { term: past.term, did, on, by }, paths });
    const shown = paths.map((path) => session.shown(path)).join('、');
    session.say(w.glossary.undone(past.term, w.glossary.did[did], on, by, shown));
    return session.exitCode;
  } catch (error) {
    if (error instanceof CannotDecide)
      throw new CommandError(error.hindrance, w.glossary.cannotUndoIn(error.detail));
    if (!(error instanceof CannotUndo)) throw error;
    const place = placeOf(error, ownEntries(overlays), session);
    throw new CommandError(error.hindrance, w.glossary.cannotUndo[error.hindrance](error.term, place));
  }
}

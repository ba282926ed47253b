import {
  type Candidate,
  CannotDecide,
  changesFor,
  entrySpelledAs,
  isDecided,
  type Ruling,
} from '../../glossary/index.js';
import { words } from '../../lang/index.js';
import { writeDecisions } from '../../pipeline/index.js';
import { isDate } from '../../talks/index.js';
import { fold, type TermClass } from '../../text/index.js';
import { plainLine } from '../excerpt.js';
import { doubterFor } from '../glossary-doubts.js';
import { candidateFor, candidatesIn, entryLike, hindranceIn, namesLike } from '../glossary-session.js';
import type { Io } from '../io.js';
import { hasLogs, logDays, textsOf } from '../log-texts.js';
import { mergerNotes } from '../merger-notes.js';
import type { RunCommandOptions } from '../options.js';
import { rejectedBefore } from '../refused.js';
import { CommandError, Session } from '../session.js';
import { tellDecision } from '../tell-decision.js';
import { today } from '../today.js';
import { whoDecides } from '../who-decides.js';

/** What `huati glossary accept`, `reject`, `merge` and `later` take. */
export interface DecideOptions extends RunCommandOptions {
  /** Logs to take evidence from. */
  in?: string[];
  class?: TermClass;
  definition?: string;
  source?: string;
  why?: string;
  /** Whether a word that is hardly a term is taken all the same. */
  force?: boolean;
  by?: string;
  on?: string;
}

/** Who decides and when: as said, or whoever is at the keyboard, today. @throws {CommandError} where the day is none */
export function signed(session: Session, { by, on }: DecideOptions): { by: string; on: string } {
  if (on !== undefined && !isDate(on)) throw new CommandError('not-a-date', session.words.notADate(on));
  return { by: by ?? whoDecides(session.workspace.folder), on: on ?? today() };
}

/** The glossaries that decisions are written to. @throws {CommandError} where the workspace has none of its own */
export function overlaysOf(session: Session): readonly string[] {
  const { dictionaries } = session.workspace;
  if (!dictionaries.length)
    throw new CommandError('no-overlay', words(session.pipeline.lang).glossary.noOverlay);
  return dictionaries;
}

/**
 * What is worth knowing before a word that is no candidate is decided about: that the logs do not have it, so that it may be
 * mistyped, or that nobody looked. Null where the logs have it.
 */
async function doubtAbout(
  session: Session,
  term: string,
  logs: readonly string[],
  candidates: readonly Candidate[] | null,
): Promise<string | null> {
  const w = words(session.pipeline.lang);
  if (!candidates) return logs.length ? w.glossary.useUnseen(term) : w.glossary.noLogsYet(term);
  const form = fold(term);
  // what cannot be read was told with the candidates
  const texts = textsOf(await logDays(session, logs, true));
  if (texts.some((text) => fold(text).includes(form))) return null;
  const like = namesLike(term, [...candidates.map(entryLike), ...session.dictionaries.entries]);
  return w.glossary.usedNowhere(term) + (like.length ? w.keeping.didYouMean(like.join('、')) : '');
}

/** A word as it is typed or pasted, without the spaces, line ends and invisible characters that come along. */
const termOf = (word: string): string => plainLine(word.replace(/\p{Cf}/gu, ''));

/** Writes what somebody decides about a term into the workspace's glossary, with the evidence that it was decided on. */
export async function decideTerm(
  did: Ruling['did'],
  word: string,
  into: string | undefined,
  options: DecideOptions,
  io: Io,
): Promise<number> {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang);
  const overlays = overlaysOf(session);
  const term = termOf(word);
  const signature = signed(session, options);
  const logs = options.in ?? [];
  const candidates = (await hasLogs(session, logs)) ? await candidatesIn(session, logs) : null;
  const { class: termClass, definition, source, why } = options;
  const ruling = { did, term, into, class: termClass, definition, source, why, ...signature };
  const { entries } = session.dictionaries;
  const candidate = candidateFor(candidates ?? [], term);
  const tell = (paths: string[], notes: string[]): number => {
    tellDecision(session, { decision: { term, did, ...signature }, paths, notes });
    return session.exitCode;
  };
  // who accepts a word wants an entry to be made: that there is one already is an error
  if (did !== 'accept' && isDecided(ruling, entries, candidate))
    return tell([], [w.glossary.decidedBefore(term, w.glossary.did[did])]);
  try {
    const changes = changesFor(ruling, entries, candidate);
    // the roster of the logs tells names: it is not read for what is taken out or put off
    const isTaken = did === 'accept' || did === 'merge';
    const doubter = isTaken && !options.force ? await doubterFor(session, logs) : null;
    const hardly = doubter?.(ruling, entries, !!candidate) ?? null;
    if (hardly !== null) throw new CommandError('doubted', w.glossary.doubted(hardly, w.glossary.did[did]));
    // before anything is written: what is written is told at once
    const doubt = candidate ? null : await doubtAbout(session, term, logs, candidates);
    const paths = writeDecisions(overlays, changes);
    const rejected = rejectedBefore(ruling, changes, w.keeping);
    const alike = did === 'accept' ? entrySpelledAs(entries, term) : undefined;
    return tell(paths, [
      w.glossary.decided(term, w.glossary.did[did], paths.map((path) => session.shown(path)).join('、')),
      ...(rejected === null ? [] : [rejected]),
      ...(alike ? [w.glossary.spelledAs(term, alike.term)] : []),
      ...mergerNotes(ruling, entries, changes, w.glossary),
      ...(doubt === null ? [] : [doubt]),
    ]);
  } catch (error) {
    if (error instanceof CannotDecide)
      throw new CommandError(error.hindrance, hindranceIn(error, term, entries, w));
    throw error;
  }
}

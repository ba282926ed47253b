import { resolve } from 'node:path';
import { CannotDecide, type Change, changeFor } from '../../glossary/index.js';
import { words } from '../../lang/index.js';
import { writeDecision } from '../../pipeline/index.js';
import { type Entry, fold } from '../../text/index.js';
import { type FilledRow, readFilled } from '../candidate-sheet.js';
import { readCsv } from '../csv.js';
import type { Io } from '../io.js';
import { CommandError, Session } from '../session.js';
import { type DecideOptions, overlayOf, signed } from './glossary-decide.js';
import { textOf } from './glossary-import.js';

/** The entries after a change, so that the rows below may merge into what was accepted above. */
function after(entries: readonly Entry[], { entry, change }: Change): Entry[] {
  const changed = { ...entry, ...change };
  return [...entries.filter((e) => fold(e.term) !== fold(entry.term)), changed];
}

/** Does what a filled sheet of candidates says (`huati glossary decide`), row by row; a bad row is told, the others go on. */
export async function decideSheet(file: string, options: DecideOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang).glossary;
  const overlay = overlayOf(session);
  const path = resolve(io.cwd, file);
  const at = (line: number, reason: string) =>
    session.problem(session.words.at(session.shown(path), line, reason.replace(/\p{C}/gu, ' ')));
  const { rows, problems } = readCsv(textOf(session, path));
  for (const { line, reason } of problems) at(line, reason);
  const filled = readFilled(rows);
  if (!Array.isArray(filled))
    throw new CommandError(`${session.shown(path)}:1: ${w.sheetColumn(w.columns[filled.lacks])}`);
  let entries: Entry[] = [...session.dictionaries.entries];
  const by = signed(options);
  const decide = ({
    term,
    did,
    into,
    why,
    candidate,
  }: FilledRow & { did: NonNullable<FilledRow['did']> }) => {
    const ruling = { did, term, ...(into && { into }), ...(why && { why }), ...by };
    const change = changeFor(ruling, entries, candidate);
    const written = writeDecision(overlay, change);
    entries = after(entries, change);
    session.say(w.decided(term, w.did[did], session.shown(written)));
  };
  let done = 0;
  for (const row of filled.filter((r) => r.decision)) {
    const { line, term, did } = row;
    try {
      if (!did) at(line, w.sheetDecision(row.decision));
      else {
        decide({ ...row, did });
        done++;
      }
    } catch (error) {
      if (!(error instanceof CannotDecide)) throw error;
      at(line, w.cannotDecide[error.hindrance](term, error.detail));
    }
  }
  const blank = filled.filter((r) => !r.decision).length;
  if (options.json) io.out(`${JSON.stringify({ done, blank, problems: session.problems })}\n`);
  session.say(w.sheetDecided(done, blank));
  return session.exitCode;
}

import { resolve } from 'node:path';
import { CannotDecide, changesFor, isDecided, withChange } from '../../glossary/index.js';
import { words } from '../../lang/index.js';
import { writeDecisions } from '../../pipeline/index.js';
import type { Entry } from '../../text/index.js';
import { type FilledRow, readFilled } from '../candidate-sheet.js';
import { readCsv } from '../csv.js';
import { hindranceIn } from '../glossary-session.js';
import type { Io } from '../io.js';
import { CommandError, Session } from '../session.js';
import { type DecideOptions, overlayOf, signed } from './glossary-decide.js';
import { textOf } from './glossary-import.js';

/** The rows of a sheet; a line that is no CSV is told. */
function rowsOf(session: Session, path: string, at: (line: number, reason: string) => void): FilledRow[] {
  const w = words(session.pipeline.lang).glossary;
  const { rows, problems } = readCsv(textOf(session, path));
  for (const { line, reason } of problems) at(line, reason);
  const filled = readFilled(rows);
  if (!Array.isArray(filled))
    throw new CommandError(session.words.at(session.shown(path), 1, w.sheetColumn(w.columns[filled.lacks])));
  return filled;
}

/** Does what rows say, one after the other: a row may merge into what one above accepted. */
class SheetKeeper {
  private entries: Entry[];
  private readonly overlay: string;
  private readonly by: ReturnType<typeof signed>;

  constructor(
    private readonly session: Session,
    options: DecideOptions,
  ) {
    this.entries = [...session.dictionaries.entries];
    this.overlay = overlayOf(session);
    this.by = signed(session, options);
  }

  /** What became of a row; why it could not be done goes to `fault`. */
  decide(row: FilledRow, fault: (reason: string) => void): 'done' | 'already' | 'failed' | 'blank' {
    const w = words(this.session.pipeline.lang);
    const { term, did, into, why, candidate } = row;
    if (!row.decision) return 'blank';
    if (!did) {
      fault(w.glossary.sheetDecision(row.decision));
      return 'failed';
    }
    const ruling = { did, term, ...(into && { into }), ...(why && { why }), ...this.by };
    if (isDecided(ruling, this.entries, candidate)) return 'already';
    try {
      const changes = changesFor(ruling, this.entries, candidate);
      const written = writeDecisions(this.overlay, changes);
      this.entries = changes.reduce(withChange, this.entries);
      const paths = written.map((path) => this.session.shown(path)).join('、');
      this.session.say(w.glossary.decided(term, w.glossary.did[did], paths));
      return 'done';
    } catch (error) {
      if (!(error instanceof CannotDecide)) throw error;
      fault(hindranceIn(error, term, this.entries, w));
      return 'failed';
    }
  }
}

/**
 * Does what a filled sheet of candidates says (`huati glossary decide`), row by row; a bad row is told, the others go on. What
 * was decided that way before is left alone, so that a sheet may be read in again.
 */
export async function decideSheet(file: string, options: DecideOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const keeper = new SheetKeeper(session, options);
  const path = resolve(io.cwd, file);
  const at = (line: number, reason: string) =>
    session.problem(session.words.at(session.shown(path), line, reason.replace(/\p{C}/gu, ' ')));
  const counts = { done: 0, already: 0, failed: 0, blank: 0 };
  for (const row of rowsOf(session, path, at)) counts[keeper.decide(row, (reason) => at(row.line, reason))]++;
  const { done, already, failed, blank } = counts;
  if (options.json) io.out(`${JSON.stringify({ ...counts, problems: session.problems })}\n`);
  session.say(words(session.pipeline.lang).glossary.sheetDecided(done, already, failed, blank));
  return session.exitCode;
}

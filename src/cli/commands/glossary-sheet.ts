import { resolve } from 'node:path';
import {
  CannotDecide,
  type Change,
  changesFor,
  entryToJoin,
  formTaken,
  isDecided,
  type Ruling,
  withChange,
} from '../../glossary/index.js';
import { type Words, words } from '../../lang/index.js';
import { readCsv, writeDecisions } from '../../pipeline/index.js';
import { type Entry, fold } from '../../text/index.js';
import { type FilledRow, readFilled } from '../candidate-sheet.js';
import { type Doubter, doubterFor } from '../glossary-doubts.js';
import { hindranceIn } from '../glossary-session.js';
import type { Io } from '../io.js';
import { mergerNotes } from '../merger-notes.js';
import { rejectedBefore } from '../refused.js';
import { CommandError, Session } from '../session.js';
import { type DecideOptions, overlaysOf, signed } from './glossary-decide.js';
import { textOf } from './glossary-import.js';

/** The rows of a sheet; a line that is no CSV is told. */
function rowsOf(session: Session, path: string, at: (line: number, reason: string) => void): FilledRow[] {
  const w = words(session.pipeline.lang).glossary;
  const { rows, problems } = readCsv(textOf(session, path));
  for (const { line, reason } of problems) at(line, reason);
  const filled = readFilled(rows);
  if (!Array.isArray(filled))
    throw new CommandError(
      'no-column',
      session.words.at(session.shown(path), 1, w.sheetColumn(w.columns[filled.lacks])),
    );
  return filled;
}

/** What a row may say besides its decision. */
const filledIn = ['definition', 'source', 'into', 'why'] as const;

/** Why a row cannot be understood; null where it can. */
function misfilledIn(row: FilledRow, w: Words['glossary']): string | null {
  const { term, did, decision } = row;
  const titlesOf = (columns: readonly (typeof filledIn)[number][]) =>
    columns.flatMap((column) => (row[column] ? [w.columns[column]] : [])).join('、');
  if (!did) return decision ? w.sheetDecision(term, decision) : w.sheetUndecided(term, titlesOf(filledIn));
  if (did !== 'merge' && row.into) return w.sheetInto(term, w.did[did], row.into);
  const unmerged = did === 'merge' ? titlesOf(['definition', 'source']) : '';
  return unmerged ? w.sheetMerge(term, unmerged) : null;
}

/** Does what rows say, one after the other: a row may merge into what one above accepted. */
class SheetKeeper {
  private entries: Entry[];
  private readonly overlays: readonly string[];
  private readonly by: ReturnType<typeof signed>;
  /** What the sheet says of each word, where it says so first. */
  private readonly first = new Map<string, { ruling: Ruling; line: number }>();

  constructor(
    private readonly session: Session,
    options: DecideOptions,
    private readonly doubt: Doubter,
  ) {
    this.entries = [...session.dictionaries.entries];
    this.overlays = overlaysOf(session);
    this.by = signed(session, options);
  }

  /** What became of a row; why it could not be done goes to `fault`. */
  decide(row: FilledRow, fault: (reason: string) => void): 'done' | 'already' | 'failed' | 'blank' {
    const w = words(this.session.pipeline.lang);
    const { term, did, into, why, definition, source, candidate } = row;
    if (!row.decision && !filledIn.some((column) => row[column])) return 'blank';
    const misfilled = misfilledIn(row, w.glossary);
    if (!did || misfilled !== null) {
      fault(misfilled ?? '');
      return 'failed';
    }
    const ruling = {
      ...{ did, term, ...this.by },
      ...(into && { into }),
      ...(why && { why }),
      ...(definition && { definition }),
      ...(source && { source }),
    };
    const clash = this.clashOf(ruling, row.line);
    if (clash !== null) {
      fault(w.glossary.sheetClash(term, w.glossary.did[did], w.glossary.did[clash.ruling.did], clash.line));
      return 'failed';
    }
    if (isDecided(ruling, this.entries, candidate)) return 'already';
    try {
      const changes = changesFor(ruling, this.entries, candidate);
      const doubt = this.doubtOf(ruling, candidate, changes);
      if (doubt !== null) {
        fault(doubt);
        return 'failed';
      }
      const written = writeDecisions(this.overlays, changes);
      const rejected = rejectedBefore(ruling, changes, w.keeping);
      const notes = mergerNotes(ruling, this.entries, changes, w.glossary);
      this.entries = changes.reduce(withChange, this.entries);
      const paths = written.map((path) => this.session.shown(path)).join('、');
      this.session.say(w.glossary.decided(term, w.glossary.did[did], paths));
      for (const note of rejected === null ? notes : [rejected, ...notes]) this.session.say(note);
      return 'done';
    } catch (error) {
      if (!(error instanceof CannotDecide)) throw error;
      fault(hindranceIn(error, term, this.entries, w));
      return 'failed';
    }
  }

  /** Why a row is not done unseen: its word, or one of the other forms, is hardly a term, or another entry has the form. */
  private doubtOf(
    ruling: Ruling,
    candidate: FilledRow['candidate'],
    changes: readonly Change[],
  ): string | null {
    const w = words(this.session.pipeline.lang).glossary;
    const { did, term } = ruling;
    const isSeen = (candidate.messages ?? 0) > 0;
    const doubt = this.doubt(ruling, this.entries, isSeen);
    if (doubt !== null) return w.doubtedRow(doubt, w.did[did], did);
    for (const alias of candidate.aliases) {
      const hardly = this.doubt({ ...ruling, term: alias }, this.entries, isSeen);
      if (hardly !== null) return w.sheetForm(term, hardly);
    }
    const taken = formTaken(ruling, this.entries, candidate, changes);
    return taken && w.sheetForm(term, w.formTaken(taken.form, taken.entry.term));
  }

  /** The row above that says otherwise of the same word, done or not: who reads the sheet in again is told the same. */
  private clashOf(ruling: Ruling, line: number): { ruling: Ruling; line: number } | null {
    const form = fold(ruling.term);
    const first = this.first.get(form);
    if (!first) {
      this.first.set(form, { ruling, line });
      return null;
    }
    const target = (r: Ruling) => fold(entryToJoin(r, this.entries)?.term ?? r.into ?? '');
    const isSame = ruling.did === first.ruling.did && target(ruling) === target(first.ruling);
    return isSame ? null : first;
  }
}

/**
 * Does what a filled sheet of candidates says (`huati glossary decide`), row by row; a bad row is told, the others go on. What
 * was decided that way before is left alone, so that a sheet may be read in again.
 */
export async function decideSheet(file: string, options: DecideOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const keeper = new SheetKeeper(session, options, await doubterFor(session, []));
  const path = resolve(io.cwd, file);
  const faults: { line: number; reason: string }[] = [];
  const at = (line: number, reason: string) => faults.push({ line, reason });
  const counts = { done: 0, already: 0, failed: 0, blank: 0 };
  for (const row of rowsOf(session, path, at)) counts[keeper.decide(row, (reason) => at(row.line, reason))]++;
  session.faults(path, 'row', faults);
  const { done, already, failed, blank } = counts;
  if (options.json) session.answer(counts);
  session.say(words(session.pipeline.lang).glossary.sheetDecided(done, already, failed, blank));
  return session.exitCode;
}

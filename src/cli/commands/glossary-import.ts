import { readFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import {
  type FieldChange,
  importChanges,
  type MergePreview,
  previewMerge,
  previewWithoutDoubted,
} from '../../glossary/import/merge.js';
import { CannotDecide } from '../../glossary/index.js';
import type { ImportFile } from '../../glossary/told.js';
import { words } from '../../lang/index.js';
import { damageIn, writeDecisions } from '../../pipeline/index.js';
import { decode } from '../../read/index.js';
import { changeShown } from '../change-shown.js';
import { plainLine } from '../excerpt.js';
import { wordDoubterFor } from '../glossary-doubts.js';
import { fieldName, fieldShown } from '../glossary-names.js';
import type { Io } from '../io.js';
import type { RunCommandOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import type { Fault } from '../teller.js';
import { overlaysOf, signed } from './glossary-decide.js';

/** What `huati glossary import` takes. */
export interface ImportOptions extends RunCommandOptions {
  /** Write what the preview shows. */
  yes?: boolean;
  /** Take rows that are hardly terms, too. */
  force?: boolean;
  by?: string;
  on?: string;
}

const readers: Record<string, (text: string) => Promise<ImportFile>> = {
  '.csv': async (text) => (await import('../glossary-csv.js')).readGlossaryCsv(text),
  '.tbx': async (text) => (await import('../../glossary/import/tbx.js')).readTbx(text),
};

/** A file's text in whichever encoding it is; what is damaged in it is said. @throws {CommandError} where it cannot be read */
export function textOf(session: Session, path: string): string {
  try {
    const { text, notes } = decode(readFileSync(path));
    session.faults(path, 'damage', damageIn(notes));
    return text;
  } catch (error) {
    throw new CommandError('unreadable', session.words.failed(session.shown(path), (error as Error).message));
  }
}

/** What an import would do, a line each, as a terminal can show it. */
function previewLines(preview: MergePreview, session: Session): string[] {
  const { glossary } = words(session.pipeline.lang);
  const { imported } = glossary;
  const shown = ({ field }: FieldChange, value: unknown) => fieldShown(field, value, glossary);
  const called = ({ field }: FieldChange) => fieldName(field, glossary);
  return [
    ...preview.added.map(({ entry }) => imported.added(plainLine(entry.term))),
    ...preview.changed.flatMap(({ entry, fields, isUnchecked }) => [
      imported.changed(plainLine(entry.term), fields.map(called).join('、')),
      ...fields.map((f) => `    ${called(f)}: ${changeShown(shown(f, f.before), shown(f, f.after))}`),
      ...(isUnchecked ? [`    ${imported.unchecked(plainLine(entry.term))}`] : []),
    ]),
  ];
}

/** Shows what a CSV or TBX file would change in the glossary (`huati glossary import`), and with `--yes` changes it. */
export async function importGlossary(file: string, options: ImportOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang).glossary;
  const path = resolve(io.cwd, file);
  const reader = readers[extname(path).toLowerCase()];
  if (!reader) throw new CommandError('import-kinds', `${session.shown(path)}: ${w.importKinds}`);
  const overlays = options.yes ? overlaysOf(session) : null;
  const { entries, problems } = await reader(textOf(session, path));
  const standing = session.dictionaries.entries;
  const merged = previewMerge(entries, standing);
  const brings = merged.added.length + merged.changed.length > 0;
  const doubter = brings && !options.force ? await wordDoubterFor(session, []) : () => null;
  const { preview, doubted } = previewWithoutDoubted(entries, standing, doubter);
  const fault = (line: number, code: string, said: string): Fault => ({
    ...{ line, code, kind: code },
    said: session.words.at(session.shown(path), line, plainLine(said)),
  });
  session.faults(path, 'row', problems);
  session.kindsOfFaults(path, [
    ...preview.clashes.map(({ line, reason, form, detail }) =>
      fault(line, reason, w.imported.clash[reason](form, detail)),
    ),
    ...doubted.map(({ line, term, reason }) => fault(line, 'doubted', w.imported.doubted(term, reason))),
  ]);
  const decision = { ...signed(session, options), did: 'import' as const, why: basename(path) };
  const written =
    overlays === null ? [] : write(overlays, importChanges(preview, decision), w, basename(path));
  if (options.json) session.answer({ ...preview, doubted, paths: written });
  else for (const line of previewLines(preview, session)) io.out(`${line}\n`);
  const { added, changed, unchanged, clashes } = preview;
  session.say(
    w.imported.counts(
      added.length,
      changed.length,
      unchanged.length,
      clashes.length,
      problems.length,
      doubted.length,
    ),
  );
  if (written.length) session.say(w.imported.written(written.map((p) => session.shown(p)).join('、')));
  else session.say(added.length || changed.length ? w.imported.dry : w.imported.nothing);
  return session.exitCode;
}

function write(
  overlays: readonly string[],
  changes: ReturnType<typeof importChanges>,
  w: ReturnType<typeof words>['glossary'],
  file: string,
): string[] {
  try {
    return changes.length ? writeDecisions(overlays, changes) : [];
  } catch (error) {
    if (error instanceof CannotDecide)
      throw new CommandError(
        error.hindrance,
        w.cannotDecide[error.hindrance](file, error.detail, error.path && basename(error.path)),
      );
    throw error;
  }
}

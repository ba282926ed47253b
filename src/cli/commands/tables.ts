import { resolve } from 'node:path';
import { everyDay } from '../../corpus/index.js';
import { words } from '../../lang/index.js';
import { type TablesManifest, tablesManifest } from '../../pipeline/index.js';
import { areKept, manifestOf, tablesOfLogs } from '../corpus-store.js';
import { exitCodes, type Io } from '../io.js';
import type { SpanOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { spanOf } from '../span.js';

/**
 * Writes the corpus as Parquet (`huati tables`), in one edition or the other. Where nothing is chosen of it, the tables
 * that the workspace keeps are the answer: they are brought up to date, and it is said where they lie.
 */
export async function writeTables(paths: string[], options: SpanOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const span = spanOf(session, options);
  const isWhole = !paths.length && span.from === everyDay.from && span.to === everyDay.to;
  const isKept = isWhole && options.out === undefined && areKept(session);
  const folder = isKept ? session.corpusFolder : resolve(options.out ? session.out : `${session.out}/tables`);
  const before = isKept ? null : manifestOf(session, folder);
  const store = await tablesOfLogs(session, paths, span);
  try {
    const manifest = isKept
      ? keptIn(session, folder)
      : await store.write(folder, options.public ? 'public' : 'internal', before);
    say(session, folder, manifest);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const { message } = error as Error;
    throw new CommandError(
      'cannot-write',
      session.words.cannotWrite(session.shown(folder), message),
      exitCodes.output,
    );
  } finally {
    store.close();
  }
  return session.exitCode;
}

/** @throws {Error} where a full disk let nothing be kept */
function keptIn(session: Session, folder: string): TablesManifest {
  const manifest = manifestOf(session, folder);
  if (!manifest) throw new Error(tablesManifest);
  return manifest;
}

function say(session: Session, folder: string, { kept, ...manifest }: TablesManifest): void {
  const w = words(session.pipeline.lang).tables;
  session.say(w.written(manifest.days, manifest.files.length, session.shown(folder)));
  if (session.options.json) session.answer({ folder, ...manifest });
}

import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isWithin, type OfDay, type Span } from '../corpus/index.js';
import { words } from '../lang/index.js';
import {
  type Answer,
  type DoneDay,
  hold,
  KeptTables,
  makeFolder,
  TableStore,
  type TablesManifest,
  tablesManifest,
} from '../pipeline/index.js';
import { csv } from './csv.js';
import { exitCodes } from './io.js';
import type { SpanOptions } from './options.js';
import { CommandError, type Session } from './session.js';
import { spanOf } from './span.js';
import { writeFile } from './write-file.js';

/** The manifest of a folder of tables; null where the folder holds none. */
export function manifestOf(session: Session, folder: string): TablesManifest | null {
  const path = join(folder, tablesManifest);
  if (!existsSync(path)) return null;
  const w = words(session.pipeline.lang).tables;
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as TablesManifest;
    if (manifest.version === 1 && Array.isArray(manifest.files)) return manifest;
    throw new Error(`version ${manifest.version}`);
  } catch (error) {
    throw new CommandError('bad-tables', w.badTables(session.shown(path), (error as Error).message));
  }
}

/** @throws {CommandError} where DuckDB is not to be had, with what it says */
export async function withEngine<T>(session: Session, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    throw new CommandError(
      'no-engine',
      words(session.pipeline.lang).tables.noEngine((error as Error).message),
      exitCodes.problems,
    );
  }
}

/**
 * Whether tables are kept for the next command: not those of the public edition, whose pseudonyms may change, and not where
 * nothing can be written.
 */
export function areKept({ cache, options, corpusFolder }: Session): boolean {
  if (cache.folder === null || options.public) return false;
  try {
    makeFolder(corpusFolder);
    accessSync(corpusFolder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Takes hold of the tables of the workspace; null where another run has. */
const holdTables = ({ corpusFolder }: Session) => hold(join(corpusFolder, tablesManifest), 0);

/** Brings the tables of the workspace up to the days of some paths, and opens them for those days. */
async function openKept(session: Session, paths: readonly string[], span: Span): Promise<TableStore> {
  const folder = session.corpusFolder;
  const release = holdTables(session);
  if (!release) return openCopy(session, paths, span);
  try {
    const kept = new KeptTables(folder);
    const asked: OfDay[] = [];
    const wanted = ({ date }: OfDay) => isWithin(date, span);
    for await (const day of session.days(paths, { wanted })) {
      await kept.take(day, () => day.analysis);
      asked.push({ group: day.group, date: day.date });
    }
    const manifest = await kept.finish(false);
    session.stopIfInterrupted();
    return await TableStore.over(folder, manifest, asked.length < manifest.days ? asked : null);
  } finally {
    release();
  }
}

/**
 * The tables that a run keeps up in a workspace; null where there is none, or where nothing is kept. What stands in their
 * way, be it that this machine has no DuckDB, costs the tables and not the run.
 */
export function keptTables(session: Session) {
  if (!session.hasWorkspace || !areKept(session)) return null;
  const release = holdTables(session);
  if (!release) return null; // another run keeps them; what this one has is taken in by the next
  let kept: KeptTables | null = new KeptTables(session.corpusFolder);
  const unlessItFails = async (step: (tables: KeptTables) => Promise<unknown>) => {
    try {
      if (kept) await step(kept);
    } catch {
      kept = null;
      release();
    }
  };
  return {
    take: (day: DoneDay) => unlessItFails((tables) => tables.take(day, () => day.analysis)),
    async finish(isWhole: boolean) {
      await unlessItFails((tables) => tables.finish(isWhole));
      release();
    },
  };
}

/** A store of the days of some paths that nobody keeps. */
async function openCopy(session: Session, paths: readonly string[], span: Span): Promise<TableStore> {
  const store = await TableStore.empty();
  for await (const { analysis } of session.days(paths, { wanted: ({ date }) => isWithin(date, span) }))
    await store.add(session.edition(analysis));
  session.stopIfInterrupted();
  return store;
}

/**
 * The tables of logs, or of a span of them: those that the workspace keeps, brought up to date. A copy of the public edition,
 * and where they cannot be kept: a disk that takes no more costs time, not results.
 */
export async function tablesOfLogs(
  session: Session,
  paths: readonly string[],
  span: Span,
): Promise<TableStore> {
  await withEngine(session, () => import('@duckdb/node-api'));
  if (!areKept(session)) return openCopy(session, paths, span);
  try {
    return await openKept(session, paths, span);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    return openCopy(session, paths, span);
  }
}

/** The tables of a folder, or of those of its days that lie within a span. */
async function openSpan(folder: string, manifest: TablesManifest, span: Span): Promise<TableStore> {
  const whole = await TableStore.over(folder, manifest);
  const { rows } = await whole.ask('SELECT DISTINCT chat, date FROM messages');
  const days = rows.map(([group, date]): OfDay => ({ group: String(group), date: String(date) }));
  const within = days.filter(({ date }) => isWithin(date, span));
  if (within.length === days.length) return whole;
  whole.close();
  return TableStore.over(folder, manifest, within);
}

/** The tables that paths stand for: those of a folder that `huati tables` wrote, or of logs, which are analysed first. */
export async function openTables(
  session: Session,
  paths: readonly string[],
  options: SpanOptions,
): Promise<TableStore> {
  const span = spanOf(session, options);
  const folder = paths.length === 1 ? resolve(session.io.cwd, paths[0]!) : null;
  const manifest = folder && manifestOf(session, folder);
  if (!folder || !manifest) return tablesOfLogs(session, paths, span);
  const w = words(session.pipeline.lang).tables;
  if (options.group !== undefined)
    throw new CommandError('tables-have-groups', w.tablesHaveGroups(session.shown(folder)));
  if (options.public && manifest.edition !== 'public')
    throw new CommandError('editions', w.editions(session.shown(folder)));
  try {
    return await openSpan(folder, manifest, span);
  } catch (error) {
    throw new CommandError(
      'bad-tables',
      w.badTables(session.shown(folder), (error as Error).message.split('\n')[0]!),
    );
  }
}

/** @throws {CommandError} where an answer cannot be written to a file of that name: asked before logs are read */
export function checkAnswerFile(session: Session, out: string | undefined): void {
  if (out !== undefined && !/\.(?:csv|json)$/i.test(out))
    throw new CommandError('bad-out', words(session.pipeline.lang).tables.badOut(out));
}

/** An answer as a file: CSV or JSON, as its name ends. */
export function writeAnswer(session: Session, { columns, rows }: Answer, out: string): string {
  const path = resolve(session.io.cwd, out);
  const w = words(session.pipeline.lang).tables;
  const content = /\.csv$/i.test(out)
    ? csv([columns, ...rows.map((row) => row.map(cellOf))])
    : `${JSON.stringify(recordsOf({ columns, rows }), null, 1)}\n`;
  writeFile(session, path, content);
  session.say(w.writtenFile(rows.length, session.shown(path)));
  return path;
}

/** A value of DuckDB's in a cell; nothing for what is not there. */
export function cellOf(value: Answer['rows'][number][number]): string | number {
  if (typeof value === 'number') return value;
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Rows as objects, for programs. */
export const recordsOf = ({ columns, rows }: Answer): Record<string, unknown>[] =>
  rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));

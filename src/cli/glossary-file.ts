import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { entryOf } from '../glossary/told.js';
import { words } from '../lang/index.js';
import { isBegun, loadDictionaries, readGlossary } from '../pipeline/index.js';
import { decode } from '../read/index.js';
import { type Entry, entrySchema, fold } from '../text/index.js';
import { exportedUnlessSaid } from './export-formats.js';
import { CommandError, type Session } from './session.js';

/** Entries of a JSON export; those that are none are told with their place. */
function fromJson(text: string, at: (where: string | number, reason: string) => void): Entry[] | null {
  let items: unknown;
  try {
    items = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(items)) return null;
  return items.flatMap((item, i) => {
    const parsed = entrySchema.safeParse(item);
    if (parsed.success) return [parsed.data];
    const [issue] = parsed.error.issues;
    at(`[${i}]`, `${issue!.path.join('.') || 'entry'}: ${issue!.message}`);
    return [];
  });
}

async function fromCsv(text: string, at: (where: string | number, reason: string) => void): Promise<Entry[]> {
  const { readGlossaryCsv } = await import('./glossary-csv.js');
  const { entries, problems } = readGlossaryCsv(text);
  for (const { line, reason } of problems) at(line, reason);
  return entries.map(({ told }) => entryOf(told));
}

/** A state of a glossary that a difference is told of, and what it is called. */
export interface GlossaryState {
  name: string;
  entries: readonly Entry[];
}

const isYaml = (path: string) => statSync(path).isDirectory() || /\.ya?ml$/i.test(path);

/**
 * What there is now of the kind that an earlier state is (同类相比): beside YAML the glossary of the workspace's own, beside
 * what was exported all that is in force, since an export has the shipped entries too. What was rejected or put off an export
 * leaves out: of that only what the earlier state has is looked at.
 * @param path of the earlier state
 */
export function stateNow(session: Session, path: string, earlier: readonly Entry[]): GlossaryState {
  const { keeping } = words(session.pipeline.lang);
  const own = session.workspace.dictionaries;
  if (!own.length || !isYaml(resolve(session.io.cwd, path))) {
    const were = new Set(earlier.map((entry) => fold(entry.term)));
    const entries = session.dictionaries.entries.filter(
      (entry) => exportedUnlessSaid.includes(entry.status) || were.has(fold(entry.term)),
    );
    return { name: keeping.allInForce, entries };
  }
  const read = own.filter(isBegun).map(readGlossary);
  return {
    name: keeping.ownNow(own.map((path) => session.shown(path)).join('、')),
    entries: read.flatMap((r) => r.entries),
  };
}

/** The shipped entries, where states are of a workspace's own glossary: what was exported has them itself. */
export function shippedBelow(session: Session, states: readonly (string | undefined)[]): readonly Entry[] {
  const isOwn = (path: string | undefined) =>
    path === undefined ? session.workspace.dictionaries.length > 0 : isYaml(resolve(session.io.cwd, path));
  return states.every(isOwn) ? loadDictionaries({ glossary: true, overlays: [] }).entries : [];
}

/**
 * A state of a glossary: a folder or file of YAML, or what was exported as JSON or CSV. What is malformed is told and left out.
 * @throws {CommandError} where it is nothing of these
 */
export async function readGlossaryState(session: Session, given: string): Promise<Entry[]> {
  const path = resolve(session.io.cwd, given);
  const shown = session.shown(path);
  const at = (where: string | number, reason: string) =>
    session.problem('row', session.words.at(shown, where, reason.replace(/\p{C}/gu, ' ')), {
      ...{ path, ...(typeof where === 'number' && { line: where }) },
    });
  if (!existsSync(path)) throw new CommandError('missing', session.words.missing(shown));
  const kind = statSync(path).isDirectory() ? '.yaml' : extname(path).toLowerCase();
  if (kind === '.yaml' || kind === '.yml') {
    const { entries, problems } = readGlossary(path);
    session.reportDictionary(problems);
    return entries;
  }
  const text = () => decode(readFileSync(path)).text;
  const entries =
    kind === '.json' ? fromJson(text(), at) : kind === '.csv' ? await fromCsv(text(), at) : null;
  if (!entries) throw new CommandError('cannot-read', words(session.pipeline.lang).keeping.cannotRead(shown));
  return entries;
}

import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { group } from 'd3-array';
import {
  CannotDecide,
  type Change,
  type DecisionMark,
  hasDecision,
  type LocatedEntry,
  nextMark,
  type PastDecision,
  withDecisions,
  withoutDecision,
} from '../glossary/index.js';
import { fold } from '../text/index.js';
import { readToAdd } from './edited.js';
import { readLocated } from './glossary.js';
import { alone } from './lock.js';
import { writeWhole } from './write.js';
import { InvalidPipeline } from './yaml.js';

/** Where new decisions stand in a folder of glossary files. */
const decidedFile = 'decided.yaml';

/** A glossary of the workspace's own, with its entries. */
interface Layer {
  overlay: string;
  entries: readonly LocatedEntry[];
}

/** The workspace's own glossaries; an entry of a later one stands in for the one of the same term before it. */
const layersOf = (overlays: readonly string[]): Layer[] =>
  overlays.map((overlay) => ({
    overlay,
    entries: existsSync(overlay) ? readLocated([overlay]).entries : [],
  }));

const entriesIn = (layers: readonly Layer[]): LocatedEntry[] => layers.flatMap(({ entries }) => entries);

/** The file of a glossary that takes new entries. */
function newcomersIn(overlay: string): string {
  const isFile = /\.ya?ml$/.test(overlay) || (existsSync(overlay) && !statSync(overlay).isDirectory());
  return isFile ? overlay : join(overlay, decidedFile);
}

/** Where an entry is written. */
interface Home {
  overlay: string;
  path: string;
}

/** Finds where the entry of a term that is in force stands: elsewhere a decision had no effect. New ones go to the first layer. */
function homesOf(layers: readonly Layer[]): (term: string) => Home {
  const inForce = new Map(
    layers.flatMap(({ overlay, entries }) =>
      entries.map(({ entry, path }) => [fold(entry.term), { overlay, path }] as const),
    ),
  );
  const { overlay } = layers[0]!;
  return (term) => inForce.get(fold(term)) ?? { overlay, path: newcomersIn(overlay) };
}

/** Does something while no other process writes to these glossaries; each waits for them in the same order. */
const aloneWith = <T>(overlays: readonly string[], work: () => T): T =>
  [...new Set(overlays)].sort().reduceRight<() => T>((inner, overlay) => () => alone(overlay, inner), work)();

/** Does something while no other process writes to the glossaries that changes go to: others may be there to be read only. */
function aloneFor<T>(overlays: readonly string[], changes: readonly Change[], work: () => T): T {
  const [first] = overlays;
  if (overlays.length === 1) return alone(first!, work);
  const homeOf = homesOf(layersOf(overlays));
  return aloneWith([first!, ...changes.map(({ entry }) => homeOf(entry.term).overlay)], work);
}

/** @throws {CannotDecide} where the file's bytes are no text: written back, it would lose what it says */
function textToAdd(path: string): string {
  try {
    return readToAdd(path);
  } catch (error) {
    if (error instanceof InvalidPipeline)
      throw new CannotDecide('malformed', error.problems[0]!.reason, path);
    throw error;
  }
}

/** The text of a file after decisions. @throws {CannotDecide} naming the file, where it is the file that is at fault */
function decidedIn(path: string, changes: readonly Change[], mark: DecisionMark | undefined): string {
  try {
    return withDecisions(textToAdd(path), changes, mark);
  } catch (error) {
    if (error instanceof CannotDecide && error.hindrance === 'malformed')
      throw new CannotDecide('malformed', error.detail, path);
    throw error;
  }
}

/**
 * Writes decisions into the workspace's own glossaries, each where the entry in force stands, new entries into the first. A
 * shipped entry gets a copy: the package is never written to. Returns the files' paths.
 * @throws {CannotDecide} where a file is no list of entries, or no text; then nothing is written
 */
export const writeDecisions = (overlays: readonly string[], changes: readonly Change[]): string[] =>
  aloneFor(overlays, changes, () => decide(overlays, changes));

function decide(overlays: readonly string[], changes: readonly Change[]): string[] {
  const layers = layersOf(overlays);
  const homeOf = homesOf(layers);
  const byFile = group(changes, ({ entry }) => homeOf(entry.term).path);
  // what was imported is shown before it is written, and changes histories besides: git takes it back
  const isImport = changes.some(({ decision }) => decision.did === 'import');
  const mark = isImport
    ? undefined
    : nextMark(
        entriesIn(layers).map(({ entry }) => entry),
        changes,
      );
  const texts = [...byFile].map(([path, its]) => ({ path, text: decidedIn(path, its, mark) }));
  for (const { path, text } of texts) writeWhole(path, text);
  return [...byFile.keys()];
}

/** The entries of the workspace's own glossaries, in force or not, whose histories have its decisions. */
export const ownEntries = (overlays: readonly string[]) =>
  entriesIn(layersOf(overlays)).map(({ entry }) => entry);

/**
 * Takes a decision out of all files that have it; a file that it made goes with it. Returns their paths.
 * @throws {CannotUndo} where an entry was decided about or changed since; then nothing is written
 */
export function takeBackDecision(overlays: readonly string[], past: PastDecision): string[] {
  const having = layersOf(overlays).filter(({ entries }) => entries.some((e) => hasDecision(e.entry, past)));
  return aloneWith(
    having.map(({ overlay }) => overlay),
    () => takeOut(overlays, past),
  );
}

function takeOut(overlays: readonly string[], past: PastDecision): string[] {
  const its = entriesIn(layersOf(overlays)).filter(({ entry }) => hasDecision(entry, past));
  const paths = [...new Set(its.map(({ path }) => path))];
  const texts = paths.map((path) => withoutDecision({ path, text: textToAdd(path) }, past));
  paths.forEach((path, i) => {
    if (texts[i]) writeWhole(path, texts[i]);
    else rmSync(path);
  });
  return paths;
}

/** A decision that was written. */
export interface WrittenDecision {
  paths: string[];
  /** Leaves the files as they were before, to the byte; false where somebody has changed one since, and nothing is done. */
  takeBack(): boolean;
}

const bytesOf = (path: string): Buffer | null => (existsSync(path) ? readFileSync(path) : null);

/** Writes all that a decision changes so that it can be taken back. @throws {CannotDecide} as {@link writeDecisions} does */
export const writeUndoable = (overlays: readonly string[], changes: readonly Change[]): WrittenDecision =>
  aloneFor(overlays, changes, () => decideUndoable(overlays, changes));

function decideUndoable(overlays: readonly string[], changes: readonly Change[]): WrittenDecision {
  const homeOf = homesOf(layersOf(overlays));
  const homes = changes.map(({ entry }) => homeOf(entry.term));
  const paths = [...new Set(homes.map(({ path }) => path))];
  const before = paths.map(bytesOf);
  decide(overlays, changes);
  const written = paths.map(bytesOf);
  const restore = () => {
    if (!isDeepStrictEqual(paths.map(bytesOf), written)) return false;
    paths.forEach((path, i) => {
      const bytes = before[i];
      if (bytes) writeWhole(path, bytes);
      else rmSync(path);
    });
    return true;
  };
  return {
    paths,
    takeBack: () =>
      aloneWith(
        homes.map(({ overlay }) => overlay),
        restore,
      ),
  };
}

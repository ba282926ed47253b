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

const entriesOf = (overlay: string): LocatedEntry[] =>
  existsSync(overlay) ? readLocated([overlay]).entries : [];

/** Finds the file of an overlay that has an entry, or the one that takes it. */
function filesOf(overlay: string, entries: readonly LocatedEntry[]): (term: string) => string {
  const isFile = /\.ya?ml$/.test(overlay) || (existsSync(overlay) && !statSync(overlay).isDirectory());
  if (isFile) return () => overlay;
  const own = new Map(entries.map(({ entry, path }) => [fold(entry.term), path]));
  return (term) => own.get(fold(term)) ?? join(overlay, decidedFile);
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
 * Writes decisions into the workspace's own glossary, where a shipped entry gets a copy: the package is never written to.
 * Returns the files' paths.
 * @throws {CannotDecide} where a file is no list of entries, or no text; then nothing is written
 */
export const writeDecisions = (overlay: string, changes: readonly Change[]): string[] =>
  alone(overlay, () => decide(overlay, changes));

function decide(overlay: string, changes: readonly Change[]): string[] {
  const entries = entriesOf(overlay);
  const fileFor = filesOf(overlay, entries);
  const byFile = group(changes, ({ entry }) => fileFor(entry.term));
  // what was imported is shown before it is written, and changes histories besides: git takes it back
  const isImport = changes.some(({ decision }) => decision.did === 'import');
  const mark = isImport
    ? undefined
    : nextMark(
        entries.map(({ entry }) => entry),
        changes,
      );
  const texts = [...byFile].map(([path, its]) => ({ path, text: decidedIn(path, its, mark) }));
  for (const { path, text } of texts) writeWhole(path, text);
  return [...byFile.keys()];
}

/** The entries of the workspace's own glossary, whose histories have its decisions. */
export const ownEntries = (overlay: string) => entriesOf(overlay).map(({ entry }) => entry);

/**
 * Takes a decision out of all files that have it; a file that it made goes with it. Returns their paths.
 * @throws {CannotUndo} where an entry was decided about or changed since; then nothing is written
 */
export const takeBackDecision = (overlay: string, past: PastDecision): string[] =>
  alone(overlay, () => takeOut(overlay, past));

function takeOut(overlay: string, past: PastDecision): string[] {
  const its = entriesOf(overlay).filter(({ entry }) => hasDecision(entry, past));
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
export const writeUndoable = (overlay: string, changes: readonly Change[]): WrittenDecision =>
  alone(overlay, () => decideUndoable(overlay, changes));

function decideUndoable(overlay: string, changes: readonly Change[]): WrittenDecision {
  const fileFor = filesOf(overlay, entriesOf(overlay));
  const paths = [...new Set(changes.map(({ entry }) => fileFor(entry.term)))];
  const before = paths.map(bytesOf);
  decide(overlay, changes);
  const written = paths.map(bytesOf);
  return {
    paths,
    takeBack: () =>
      alone(overlay, () => {
        if (!isDeepStrictEqual(paths.map(bytesOf), written)) return false;
        paths.forEach((path, i) => {
          const bytes = before[i];
          if (bytes) writeWhole(path, bytes);
          else rmSync(path);
        });
        return true;
      }),
  };
}

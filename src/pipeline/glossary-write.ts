import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { group } from 'd3-array';
import { CannotDecide, type Change, withDecisions } from '../glossary/index.js';
import { fold } from '../text/index.js';
import { readToAdd } from './edited.js';
import { readLocated } from './glossary.js';
import { writeWhole } from './write.js';
import { InvalidPipeline } from './yaml.js';

/** Where new decisions stand in a folder of glossary files. */
const decidedFile = 'decided.yaml';

/** Finds the file of an overlay that has an entry, or the one that takes it. */
function filesOf(overlay: string): (term: string) => string {
  const isFile = /\.ya?ml$/.test(overlay) || (existsSync(overlay) && !statSync(overlay).isDirectory());
  if (isFile) return () => overlay;
  const { entries } = existsSync(overlay) ? readLocated([overlay]) : { entries: [] };
  const own = new Map(entries.map(({ entry, path }) => [fold(entry.term), path]));
  return (term) => own.get(fold(term)) ?? join(overlay, decidedFile);
}

/** @throws {CannotDecide} where the file's bytes are no text: written back, it would lose what it says */
function textToAdd(path: string): string {
  try {
    return readToAdd(path);
  } catch (error) {
    if (error instanceof InvalidPipeline) throw new CannotDecide('malformed', error.problems[0]!.reason);
    throw error;
  }
}

/**
 * Writes decisions into the workspace's own glossary, where a shipped entry gets a copy: the package is never written to.
 * Returns the files' paths.
 * @throws {CannotDecide} where a file is no list of entries, or no text; files before it are written
 */
export function writeDecisions(overlay: string, changes: readonly Change[]): string[] {
  const fileFor = filesOf(overlay);
  const byFile = group(changes, ({ entry }) => fileFor(entry.term));
  for (const [path, its] of byFile) writeWhole(path, withDecisions(textToAdd(path), its));
  return [...byFile.keys()];
}

/** A decision that was written. */
export interface WrittenDecision {
  paths: string[];
  /** Leaves the files as they were before, to the byte; false where somebody has changed one since, and nothing is done. */
  takeBack(): boolean;
}

const bytesOf = (path: string): Buffer | null => (existsSync(path) ? readFileSync(path) : null);

/** Writes all that a decision changes so that it can be taken back. @throws {CannotDecide} as {@link writeDecisions} does */
export function writeUndoable(overlay: string, changes: readonly Change[]): WrittenDecision {
  const fileFor = filesOf(overlay);
  const paths = [...new Set(changes.map(({ entry }) => fileFor(entry.term)))];
  const before = paths.map(bytesOf);
  writeDecisions(overlay, changes);
  const written = paths.map(bytesOf);
  return {
    paths,
    takeBack() {
      if (!isDeepStrictEqual(paths.map(bytesOf), written)) return false;
      paths.forEach((path, i) => {
        const bytes = before[i];
        if (bytes) writeWhole(path, bytes);
        else rmSync(path);
      });
      return true;
    },
  };
}

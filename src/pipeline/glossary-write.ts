import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { group } from 'd3-array';
import { type Change, withDecisions } from '../glossary/index.js';
import { fold } from '../text/index.js';
import { readLocated } from './glossary.js';
import { writeWhole } from './write.js';

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

/**
 * Writes decisions into the workspace's own glossary, where a shipped entry gets a copy: the package is never written to.
 * Returns the files' paths.
 * @throws {CannotDecide} where a file is no list of entries; files before it are written
 */
export function writeDecisions(overlay: string, changes: readonly Change[]): string[] {
  const fileFor = filesOf(overlay);
  const byFile = group(changes, ({ entry }) => fileFor(entry.term));
  for (const [path, its] of byFile)
    writeWhole(path, withDecisions(existsSync(path) ? readFileSync(path, 'utf8') : '', its));
  return [...byFile.keys()];
}

/** A decision that was written. */
export interface WrittenDecision {
  paths: string[];
  /** Leaves the files as they were before, to the byte; false where somebody has changed one since, and nothing is done. */
  takeBack(): boolean;
}

const textOf = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

/** Writes all that a decision changes so that it can be taken back. @throws {CannotDecide} as {@link writeDecisions} does */
export function writeUndoable(overlay: string, changes: readonly Change[]): WrittenDecision {
  const fileFor = filesOf(overlay);
  const paths = [...new Set(changes.map(({ entry }) => fileFor(entry.term)))];
  const before = paths.map(textOf);
  writeDecisions(overlay, changes);
  const written = paths.map(textOf);
  return {
    paths,
    takeBack() {
      if (paths.some((path, i) => textOf(path) !== written[i])) return false;
      paths.forEach((path, i) => {
        const text = before[i];
        if (typeof text === 'string') writeWhole(path, text);
        else rmSync(path);
      });
      return true;
    },
  };
}

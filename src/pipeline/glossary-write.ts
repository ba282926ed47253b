import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, withDecision } from '../glossary/index.js';
import { fold } from '../text/index.js';
import { readLocated } from './glossary.js';
import { writeWhole } from './write.js';

/** Where new decisions stand in a folder of glossary files. */
const decidedFile = 'decided.yaml';

/** The file of an overlay that has an entry, or the one that takes it. */
function fileFor(overlay: string, term: string): string {
  const isFile = /\.ya?ml$/.test(overlay) || (existsSync(overlay) && !statSync(overlay).isDirectory());
  if (isFile) return overlay;
  if (!existsSync(overlay)) return join(overlay, decidedFile);
  const { entries } = readLocated([overlay]);
  const own = entries.find(({ entry }) => fold(entry.term) === fold(term));
  return own?.path ?? join(overlay, decidedFile);
}

/**
 * Writes a decision into the workspace's own glossary, where a shipped entry gets a copy: the package is never written to.
 * Returns the file's path.
 * @throws {CannotDecide} where the file is no list of entries
 */
export function writeDecision(overlay: string, change: Change): string {
  const path = fileFor(overlay, change.entry.term);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  writeWhole(path, withDecision(text, change));
  return path;
}

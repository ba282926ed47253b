import { readFileSync } from 'node:fs';
import { type Entry, fold, readWords } from '../text/index.js';
import { type Dictionaries, type WordLists, wordListNames } from './context.js';
import { readGlossary, readShipped } from './glossary.js';
import { packaged } from './paths.js';

/** Later files win: an overlay's entry replaces the shipped one of the same canonical form. */
function merge(entries: Entry[]): Entry[] {
  const byTerm = new Map<string, Entry>();
  for (const entry of entries) byTerm.set(fold(entry.term), entry);
  return [...byTerm.values()];
}

function readWordLists(): WordLists {
  const lists = wordListNames.map((name) => [
    name,
    readWords(readFileSync(packaged('dictionaries', 'words', `${name}.txt`), 'utf8')),
  ]);
  return Object.fromEntries(lists) as WordLists;
}

/**
 * Reads the dictionaries of a run: the shipped glossary unless it is left out, then overlays, files or folders of YAML.
 * What is malformed is reported with its line and left out.
 */
export function loadDictionaries({
  glossary,
  overlays,
}: {
  glossary: boolean;
  overlays: readonly string[];
}): Dictionaries {
  const read = [...(glossary ? [readShipped()] : []), ...overlays.map(readGlossary)];
  const entries = read.flatMap((r) => r.entries);
  const problems = read.flatMap((r) => r.problems);
  return { entries: merge(entries), words: readWordLists(), problems };
}

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DictionaryProblem, type Entry, fold, readDictionary, readWords } from '../text/index.js';
import { type Dictionaries, type WordLists, wordListNames } from './context.js';
import { packaged } from './paths.js';

/** YAML files of a folder, or the file itself, in the order of their names. */
function yamlFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => /\.ya?ml$/.test(name));
  return names.sort().map((name) => join(path, name));
}

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
  const problems: DictionaryProblem[] = [];
  const entries: Entry[] = [];
  for (const path of [...(glossary ? [packaged('dictionaries', 'payments')] : []), ...overlays]) {
    try {
      for (const file of yamlFiles(path)) {
        const read = readDictionary({ path: file, text: readFileSync(file, 'utf8') });
        entries.push(...read.entries);
        problems.push(...read.problems);
      }
    } catch (error) {
      problems.push({ path, line: 0, reason: (error as Error).message });
    }
  }
  return { entries: merge(entries), words: readWordLists(), problems };
}

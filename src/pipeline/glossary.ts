import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LocatedEntry, Replaced } from '../glossary/index.js';
import {
  type Dictionary,
  type DictionaryProblem,
  type Entry,
  fold,
  readDictionary,
  type SourceFile,
} from '../text/index.js';
import { readEdited } from './edited.js';
import { packaged } from './paths.js';
import { InvalidPipeline } from './yaml.js';

/** Entries as they stand in files, and what is wrong with those files. */
export interface Glossary {
  entries: Entry[];
  problems: DictionaryProblem[];
}

/** The shipped glossary as the build left it: reading 1,300 YAML entries takes a third of a second, this a hundredth. */
const compiled = () => packaged('dist', 'glossary.json');

const isYaml = (name: string) => /\.ya?ml$/.test(name);

/** Whether a path leads to a folder; one that leads nowhere, or in a circle, does not. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * YAML files of a folder and of those in it, but of hidden ones such as that of git. A folder to which links lead, too, is
 * looked through once: such a link may lead in a circle. A folder that cannot be listed stands for itself, so that reading it
 * tells why.
 */
function filesBelow(folder: string, seen: Set<string>): string[] {
  try {
    const real = realpathSync(folder);
    if (seen.has(real)) return [];
    seen.add(real);
    const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
    return names.sort().flatMap((name) => {
      const path = join(folder, name);
      if (isFolder(path)) return filesBelow(path, seen);
      return isYaml(name) ? [path] : [];
    });
  } catch {
    return [folder];
  }
}

/** YAML files of a folder and of those in it, or the file itself, in the order of their paths. */
const yamlFiles = (path: string): string[] =>
  statSync(path).isDirectory() ? filesBelow(path, new Set()).sort() : [path];

/** Reads one file; one that cannot be read, or whose bytes are no text, is a problem, and those beside it serve. */
function readFile(path: string): Dictionary {
  try {
    return readDictionary({ path, text: readEdited(path) });
  } catch (error) {
    const unreadable = [{ path, line: 0, reason: (error as Error).message }];
    return {
      entries: [],
      lines: [],
      problems: error instanceof InvalidPipeline ? error.problems : unreadable,
    };
  }
}

function parse(files: readonly string[]): Glossary {
  const read = files.map(readFile);
  return { entries: read.flatMap((r) => r.entries), problems: read.flatMap((r) => r.problems) };
}

/**
 * Whether there is something to read of a glossary of one's own. A folder that is missing is an empty one, which the first
 * decision makes: git keeps no empty folders. A file that is missing was named wrongly.
 */
export const isBegun = (path: string): boolean => existsSync(path) || /\.ya?ml$/.test(path);

/** The entries of a glossary with their places, and which of them stand in for others. */
export interface LocatedGlossary {
  entries: LocatedEntry[];
  replaced: Replaced[];
  problems: DictionaryProblem[];
}

/** The entries of a glossary with their places; an overlay's entry stands in for the one of the same term before it. */
export function readLocated(paths: readonly string[]): LocatedGlossary {
  const problems: DictionaryProblem[] = [];
  const replaced: Replaced[] = [];
  let entries: LocatedEntry[] = [];
  for (const path of paths) {
    const layer: LocatedEntry[] = [];
    for (const { file, read } of readOrProblem(path, problems)) {
      problems.push(...read.problems);
      layer.push(...read.entries.map((entry, i) => ({ entry, path: file, line: read.lines[i]! })));
    }
    const byTerm = new Map(layer.map((located) => [fold(located.entry.term), located]));
    for (const earlier of entries) {
      const by = byTerm.get(fold(earlier.entry.term));
      if (by) replaced.push({ by, earlier });
    }
    entries = [...entries.filter(({ entry }) => !byTerm.has(fold(entry.term))), ...layer];
  }
  return { entries, replaced, problems };
}

/** The files of glossaries as text; one that cannot be read is left out, as reading its entries tells of it. */
export function glossaryTexts(paths: readonly string[]): SourceFile[] {
  return paths
    .filter(existsSync)
    .flatMap(yamlFiles)
    .flatMap((path) => {
      try {
        return [{ path, text: readEdited(path) }];
      } catch {
        return [];
      }
    });
}

function readOrProblem(path: string, problems: DictionaryProblem[]): { file: string; read: Dictionary }[] {
  try {
    return yamlFiles(path).map((file) => ({ file, read: readFile(file) }));
  } catch (error) {
    problems.push({ path, line: 0, reason: (error as Error).message });
    return [];
  }
}

const digestOf = (files: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
};

/** Reads a glossary file or a folder of them; what cannot be read at all is a problem without a line. */
export function readGlossary(path: string): Glossary {
  try {
    return parse(yamlFiles(path));
  } catch (error) {
    return { entries: [], problems: [{ path, line: 0, reason: (error as Error).message }] };
  }
}

/** Where the shipped glossary lies. */
export const shippedGlossary = () => packaged('dictionaries', 'payments');

/** Reads the shipped glossary: as the build left it, unless somebody edited the YAML since. */
export function readShipped(): Glossary {
  const folder = shippedGlossary();
  if (!existsSync(compiled())) return readGlossary(folder);
  const { digest, entries } = JSON.parse(readFileSync(compiled(), 'utf8')) as {
    digest: string;
    entries: Entry[];
  };
  const files = yamlFiles(folder);
  return digest === digestOf(files) ? { entries, problems: [] } : parse(files);
}

/** What the build leaves for {@link readShipped}: the entries, under the digest of their files; null where one is malformed. */
export function compileGlossary(): string | null {
  const files = yamlFiles(shippedGlossary());
  const { entries, problems } = parse(files);
  return problems.length ? null : JSON.stringify({ digest: digestOf(files), entries });
}

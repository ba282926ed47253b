import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Document, documentSchema } from '../talks/index.js';
import { type DictionaryProblem, type Entry, fold, readWords } from '../text/index.js';
import { type Dictionaries, type WordLists, wordListNames } from './context.js';
import { readEdited } from './edited.js';
import { isBegun, readGlossary, readShipped } from './glossary.js';
import { packaged } from './paths.js';
import { InvalidPipeline, issuesOf, parseYaml } from './yaml.js';

/** Later files win: an overlay's entry replaces the shipped one of the same canonical form. */
function merge(entries: Entry[]): Entry[] {
  const byTerm = new Map<string, Entry>();
  for (const entry of entries) byTerm.set(fold(entry.term), entry);
  return [...byTerm.values()];
}

/**
 * Canonical forms of the entries that stand by a decision of the group's: of overlays, neither put off nor out of use. An
 * entry that stands in for a shipped one says something else of a term, and not that it is one.
 */
function acceptedOf(laid: readonly Entry[], shipped: readonly Entry[]): string[] {
  const listed = new Set(shipped.map((entry) => entry.term));
  return laid
    .filter(({ term, status }) => !listed.has(term) && (status === 'draft' || status === 'approved'))
    .map((entry) => entry.term);
}

function readWordLists(): WordLists {
  const lists = wordListNames.map((name) => [
    name,
    readWords(readFileSync(packaged('dictionaries', 'words', `${name}.txt`), 'utf8')),
  ]);
  return Object.fromEntries(lists) as WordLists;
}

/** Reads the table of documents; a file that is wrong in part serves not at all, so that no citation resolves by half of it. */
export function readDocuments(
  path: string,
  text: string,
): { documents: Document[]; problems: DictionaryProblem[] } {
  try {
    const { data, lineOf } = parseYaml(path, text);
    const parsed = z.array(documentSchema).safeParse(data);
    if (!parsed.success)
      return {
        documents: [],
        problems: issuesOf(parsed.error).map(({ at, reason }) => ({
          path,
          line: lineOf(at),
          reason: `${at.join('.')}: ${reason}`,
        })),
      };
    const forms = parsed.data.flatMap((d, k) => [d.number, ...d.forms].map((form) => ({ form, k })));
    const twice = forms.filter(({ form }, i) => forms.findIndex((other) => other.form === form) < i);
    const problems = twice.map(({ form, k }) => ({
      path,
      line: lineOf([k]),
      reason: `${form} stands for another document already; leave the short form out of one of them`,
    }));
    return { documents: problems.length ? [] : parsed.data, problems };
  } catch (error) {
    if (error instanceof InvalidPipeline) return { documents: [], problems: error.problems };
    throw error;
  }
}

function shippedDocuments() {
  const path = packaged('dictionaries', 'documents.yaml');
  return readDocuments(path, readEdited(path));
}

/**
 * Reads the dictionaries of a run: the shipped glossary unless it is left out, then overlays, files or folders of YAML.
 * A folder that is not there yet is empty. What is malformed is reported with its line and left out.
 */
export function loadDictionaries({
  glossary,
  overlays,
}: {
  glossary: boolean;
  overlays: readonly string[];
}): Dictionaries {
  const shipped = glossary ? readShipped() : { entries: [], problems: [] };
  const laid = overlays.filter(isBegun).map(readGlossary);
  const own = merge(laid.flatMap((r) => r.entries));
  const problems = [shipped, ...laid].flatMap((r) => r.problems);
  const { documents, problems: wrong } = shippedDocuments();
  return {
    entries: merge([...shipped.entries, ...own]),
    own: acceptedOf(own, shipped.entries),
    laid: own.map((entry) => entry.term),
    words: readWordLists(),
    documents,
    problems: [...problems, ...wrong],
  };
}

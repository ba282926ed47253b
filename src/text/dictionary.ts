import { type Document, isScalar, isSeq, type Node } from 'yaml';
import { colonReason, misplacedColon } from './colons.js';
import { type Entry, entrySchema } from './entry.js';
import { readYamlEntries } from './yaml-entries.js';

/** A dictionary file: its path for messages, and what it holds. */
export interface SourceFile {
  path: string;
  text: string;
}

/** What is wrong with a dictionary, and where. The entry is left out; the rest of the file serves. */
export interface DictionaryProblem {
  path: string;
  line: number;
  reason: string;
}

/** What a dictionary file holds. */
export interface Dictionary {
  entries: Entry[];
  /** Where each entry begins in the file, by its index; from 1. */
  lines: number[];
  problems: DictionaryProblem[];
}

/** A node as an entry, or why it is none. */
function entryOf(item: Node, document: Document.Parsed): { entry: Entry } | { reason: string } {
  let data: unknown;
  try {
    data = item.toJS(document);
  } catch (error) {
    return { reason: (error as Error).message }; // an alias that leads nowhere, or to too much
  }
  const parsed = entrySchema.safeParse(data);
  if (parsed.success) return { entry: parsed.data };
  const reasons = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'entry'}: ${issue.message}`);
  return { reason: reasons.join('; ') };
}

/** Where an entry is all one text, since no colon of it is one to YAML: the first of them. */
function colonFault(item: Node, text: string, line: number): Omit<DictionaryProblem, 'path'> | null {
  if (!isScalar(item) || !item.range) return null;
  const colon = misplacedColon(text.slice(item.range[0], item.range[1]).split('\n'));
  return colon && { line: line + colon.index, reason: colonReason(colon) };
}

/**
 * Reads one glossary file: a YAML sequence of entries. Never throws: an entry that cannot be read is a problem with its line,
 * and is left out.
 */
export function readDictionary({ path, text }: SourceFile): Dictionary {
  const { document, faults, text: read, lineAt } = readYamlEntries(text);
  const problems: DictionaryProblem[] = faults.map((fault) => ({ path, ...fault }));
  const entries: Entry[] = [];
  const lines: number[] = [];
  if (document.contents === null) return { entries, lines, problems };
  if (!isSeq(document.contents)) {
    problems.push({ path, line: 1, reason: 'expected a list of entries (- term: …)' });
    return { entries, lines, problems };
  }
  for (const item of document.contents.items) {
    const line = lineAt(item.range?.[0] ?? 0);
    const found = entryOf(item, document);
    if ('reason' in found) problems.push({ path, ...(colonFault(item, read, line) ?? { line, ...found }) });
    else {
      entries.push(found.entry);
      lines.push(line);
    }
  }
  problems.sort((a, b) => a.line - b.line);
  return { entries, lines, problems };
}

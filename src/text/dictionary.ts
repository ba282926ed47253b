import { type Document, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Entry, entrySchema } from './entry.js';

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

/** A node as plain data; null where an alias in it leads nowhere or to too much. */
function plainData(item: Node, document: Document.Parsed): unknown {
  try {
    return item.toJS(document);
  } catch {
    return null;
  }
}

/** What a dictionary file holds. */
export interface Dictionary {
  entries: Entry[];
  /** Where each entry begins in the file, by its index; from 1. */
  lines: number[];
  problems: DictionaryProblem[];
}

/** Reads one glossary file: a YAML sequence of entries. Never throws: what cannot be read is a problem with its line. */
export function readDictionary({ path, text }: SourceFile): Dictionary {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, logLevel: 'error' });
  const at = (offset: number | undefined) => (offset === undefined ? 1 : counter.linePos(offset).line);
  const problems: DictionaryProblem[] = document.errors.map((e) => ({
    path,
    line: at(e.pos[0]),
    reason: e.message.split('\n')[0]!,
  }));
  const entries: Entry[] = [];
  const lines: number[] = [];
  if (document.contents === null) return { entries, lines, problems };
  if (!isSeq(document.contents)) {
    problems.push({ path, line: 1, reason: 'expected a list of entries (- term: …)' });
    return { entries, lines, problems };
  }
  for (const item of document.contents.items) {
    const parsed = entrySchema.safeParse(plainData(item, document));
    if (parsed.success) {
      entries.push(parsed.data);
      lines.push(at(item.range?.[0]));
    } else {
      const reasons = parsed.error.issues.map(
        (issue) => `${issue.path.join('.') || 'entry'}: ${issue.message}`,
      );
      problems.push({ path, line: at(item.range?.[0]), reason: reasons.join('; ') });
    }
  }
  return { entries, lines, problems };
}

import { type Document, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { colonReason, misplacedColon } from './colons.js';
import { type Conflict, conflictsIn } from './conflicts.js';
import { misplacedLine } from './indentation.js';

/** Why an entry is no YAML, and where. */
export interface YamlFault {
  line: number;
  reason: string;
}

/** The lines of a file by entries: an entry goes from its `- ` to that of the next. */
class EntryLines {
  private readonly starts: readonly number[];

  constructor(readonly lines: string[]) {
    const first = lines.find((line) => /^ *-(?:\s|$)/.test(line)) ?? '';
    const start = `${' '.repeat(first.length - first.trimStart().length)}-`;
    const begins = (line: string) =>
      (line.startsWith(start) && /^(?:\s|$)/.test(line.slice(start.length))) || /^(?:---|\.\.\.)/.test(line);
    this.starts = lines.flatMap((line, i) => (begins(line) ? [i] : []));
  }

  /** The first line of the entry that has a line, and the one behind its last; from 0. */
  around(line: number): [from: number, to: number] {
    return [
      this.starts.findLast((s) => s <= line) ?? 0,
      this.starts.find((s) => s > line) ?? this.lines.length,
    ];
  }

  /** The lines of all entries that a conflict goes through; an entry before it stays, where each side begins another one. */
  through({ from, to, sides }: Conflict): [from: number, to: number] {
    const isBetween = sides.every((side) => this.starts.includes(side));
    return [isBetween ? from : this.around(from)[0], this.around(to)[1]];
  }
}

/** Faults by the lines where what they are about begins, and the lines that are left to be read. */
interface Sorted {
  faults: Map<number, YamlFault>;
  left: string[];
}

/** Tells the conflicts that git left, and leaves out the entries that they go through: which side holds nobody has said. */
function withoutConflicts(entries: EntryLines): Sorted {
  const faults = new Map<number, YamlFault>();
  const left = [...entries.lines];
  for (const conflict of conflictsIn(entries.lines)) {
    const [from, to] = entries.through(conflict);
    const reason = `conflict markers of git in lines ${conflict.from + 1} to ${conflict.to + 1}`;
    // several conflicts of one entry are told as the first
    if (left[conflict.from]) faults.set(from, { line: conflict.from + 1, reason });
    left.fill('', from, to);
  }
  return { faults, left };
}

/** The line of the entry that a fault is in: a quotation mark that nothing closes is told at the end of the file. */
function lineOfEntry(
  error: YAMLError,
  document: Document.Parsed,
  lineAt: (offset: number) => number,
): number {
  const items = isSeq(document.contents) ? (document.contents.items as { range?: number[] | null }[]) : [];
  const starts = items.flatMap((item) => item?.range?.[0] ?? []);
  return lineAt(starts.findLast((s) => s <= error.pos[0]) ?? error.pos[0]);
}

function faultOf(error: YAMLError, line: number, entry: readonly string[], from: number): YamlFault {
  const tab = entry.findIndex((text) => /^ *\t\s*[^\s#]/.test(text));
  if (tab >= 0) return { line: from + tab + 1, reason: 'expected spaces as indentation, found a tab' };
  const colon = misplacedColon(entry);
  if (colon) return { line: from + colon.index + 1, reason: colonReason(colon) };
  const misplaced = misplacedLine(entry);
  if (misplaced) {
    const { index, what, found, expected } = misplaced;
    return { line: from + index + 1, reason: `expected ${expected} spaces before ${what}, found ${found}` };
  }
  const isInside = line >= from && line < from + entry.length;
  return { line: (isInside ? line : from) + 1, reason: error.message.split('\n')[0]! };
}

/** What a file holds besides entries that are no YAML. */
export interface YamlEntries {
  document: Document.Parsed;
  faults: YamlFault[];
  /** The text that was read in the end, line by line that of the file, with broken entries left blank: places are in it. */
  text: string;
  /** The line of a place in the text, from 1. */
  lineAt(offset: number): number;
}

/**
 * Reads a file of entries, each of which may be broken: one fault is told of a broken entry, and the others are read as if it
 * were not there, however far the parser would have been led astray by it.
 */
export function readYamlEntries(text: string): YamlEntries {
  const entries = new EntryLines(text.split('\n'));
  let { faults, left } = withoutConflicts(entries);
  for (;;) {
    const counter = new LineCounter();
    const read = left.join('\n');
    const document = parseDocument(read, { lineCounter: counter, logLevel: 'error' });
    const lineAt = (offset: number) => counter.linePos(offset).line;
    const known = faults.size;
    for (const error of document.errors) {
      const [from, to] = entries.around(lineOfEntry(error, document, lineAt) - 1);
      if (faults.has(from)) continue;
      const entry = entries.lines.slice(from, to);
      faults.set(from, faultOf(error, lineAt(error.pos[0]) - 1, entry, from));
      left = left.map((line, i) => (i >= from && i < to ? '' : line));
    }
    if (faults.size === known)
      return { document, text: read, lineAt, faults: [...faults.values()].sort((a, b) => a.line - b.line) };
  }
}

import { type Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { type DecisionRecord, type Entry, fold, readDictionary } from '../text/index.js';

/**
 * Why a decision cannot be written: no entry to merge into, or one that is the word's own, was rejected or put off; an entry
 * that stands already; or a file that is no glossary.
 */
export type Hindrance = 'no-entry' | 'into-itself' | 'into-rejected' | 'into-put-off' | 'taken' | 'malformed';

/** Thrown where a decision cannot be written into a file; `detail` is the form, the entry or the fault in question. */
export class CannotDecide extends Error {
  override name = 'CannotDecide';
  constructor(
    readonly hindrance: Hindrance,
    readonly detail: string,
  ) {
    super(`${hindrance}: ${detail}`);
  }
}

const open = (text: string): Document.Parsed => {
  const document = parseDocument(text);
  if (document.errors.length)
    throw new CannotDecide('malformed', document.errors[0]!.message.split('\n')[0]!);
  return document;
};

const options = { lineWidth: 0, flowCollectionPadding: false };

/** The list of entries of a file; an empty file gets one. */
function listOf(document: Document.Parsed): YAMLSeq {
  if (document.contents === null) document.contents = document.createNode([]) as never;
  const { contents } = document as { contents: unknown };
  if (!isSeq(contents)) throw new CannotDecide('malformed', 'expected a list of entries (- term: …)');
  contents.flow = false;
  return contents;
}

/** The entries of a list by their folded terms; of two, the first. */
function entriesIn(list: YAMLSeq): Map<string, YAMLMap> {
  const found = new Map<string, YAMLMap>();
  for (const item of list.items) {
    const term = isMap(item) ? fold(String(item.get('term'))) : null;
    if (term !== null && !found.has(term)) found.set(term, item as YAMLMap);
  }
  return found;
}

/** What is not worth a line of its own in a file. */
const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && !value.length);

/** A node whose short lists stand on one line, as people write them. */
function nodeOf(document: Document, entry: Entry): YAMLMap {
  const told = Object.entries(entry).filter(([, value]) => !isEmpty(value));
  const node = document.createNode(Object.fromEntries(told)) as YAMLMap;
  for (const { value } of node.items) if (isFlat(value)) value.flow = true;
  return node;
}

function addDecision(document: Document, node: YAMLMap, decision: DecisionRecord): void {
  const history = node.get('history');
  const added = document.createNode(decision) as YAMLMap;
  added.flow = true;
  if (isSeq(history)) history.add(added);
  else {
    const list = document.createNode([]) as YAMLSeq;
    list.add(added);
    node.set('history', list);
  }
}

/** An entry changed, and why. Keys of `change` take the place of the entry's own; the decision joins its history. */
export interface Change {
  /** The entry as it stands where the file does not have it yet: from another layer, or new. */
  entry: Entry;
  change: Partial<Entry>;
  decision: DecisionRecord;
}

/** Whether a value is a list of plain words, which people write on one line. */
const isFlat = (value: unknown): value is YAMLSeq =>
  isSeq(value) && value.items.every((item) => !isMap(item));

/**
 * The text of a glossary file after decisions: entries changed in their places, or put at the end. Everything else,
 * comments and the order of keys too, stays as people wrote it.
 * @throws {CannotDecide} where the file is no list of entries, or what is to be written is no entry: a date that is none
 */
export function withDecisions(text: string, changes: readonly Change[]): string {
  const document = open(text);
  const list = listOf(document);
  const entries = entriesIn(list);
  for (const { entry, change, decision } of changes) {
    const found = entries.get(fold(entry.term));
    const node = found ?? nodeOf(document, entry);
    if (!found) list.add(node);
    entries.set(fold(entry.term), node);
    for (const [key, value] of Object.entries(change)) {
      if (isEmpty(value)) {
        node.delete(key);
        continue;
      }
      const added = document.createNode(value) as unknown;
      if (isFlat(added)) added.flow = true;
      node.set(key, added);
    }
    addDecision(document, node, decision);
  }
  const decided = document.toString(options);
  const [before, after] = [text, decided].map((t) => readDictionary({ path: '', text: t }).problems);
  if (after!.length > before!.length) throw new CannotDecide('malformed', after!.at(-1)!.reason);
  return decided;
}

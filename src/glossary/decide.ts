import { type Document, isMap, isSeq, YAMLMap, type YAMLSeq } from 'yaml';
import { type DecisionRecord, type Entry, fold, readDictionary } from '../text/index.js';
import type { DecisionMark } from './decision-mark.js';
import {
  CannotDecide,
  fieldsOf,
  fileOptions,
  isEmpty,
  listOf,
  markOf,
  openFile,
  setField,
} from './entry-nodes.js';
import { Standing } from './standing.js';

/** The entries of a list by their folded terms; of two, the first. */
function entriesIn(list: YAMLSeq): Map<string, YAMLMap> {
  const found = new Map<string, YAMLMap>();
  for (const item of list.items) {
    const term = isMap(item) ? fold(String(item.get('term'))) : null;
    if (term !== null && !found.has(term)) found.set(term, item as YAMLMap);
  }
  return found;
}

function nodeOf(document: Document, entry: Entry): YAMLMap {
  const node = new YAMLMap(document.schema);
  for (const [key, value] of Object.entries(entry)) if (!isEmpty(value)) setField(document, node, key, value);
  return node;
}

function addDecision(document: Document, node: YAMLMap, decision: DecisionRecord): void {
  const history = node.get('history');
  if (isSeq(history)) history.add(document.createNode(decision));
  else setField(document, node, 'history', [decision]);
  const list = node.get('history') as YAMLSeq<YAMLMap>;
  list.items.at(-1)!.flow = true;
  if (!isSeq(history)) list.flow = false;
}

/** An entry changed, and why. Keys of `change` take the place of the entry's own; the decision joins its history. */
export interface Change {
  /** The entry as it stands where the file does not have it yet: from another layer, or new. */
  entry: Entry;
  change: Partial<Entry>;
  decision: DecisionRecord;
}

/**
 * The text of a glossary file after decisions: entries changed in their places, or put at the end. Everything else,
 * comments and the order of keys too, stays as people wrote it; what is new stands in the order of the schema.
 * @param mark by which it can be taken back
 * @throws {CannotDecide} where the file is no list of entries, an entry in it is not as it was decided about, or what is to be
 * written is no entry: a date that is none
 */
export function withDecisions(text: string, changes: readonly Change[], mark?: DecisionMark): string {
  const document = openFile(text);
  const list = listOf(document);
  const entries = entriesIn(list);
  const standing = new Standing(text);
  for (const { entry, change, decision } of changes) {
    const found = entries.get(fold(entry.term));
    standing.check(found, entry, decision);
    const node = found ?? nodeOf(document, entry);
    const was = found ? fieldsOf(document, found, Object.keys(change)) : ('new' as const);
    if (!found) list.add(node);
    entries.set(fold(entry.term), node);
    for (const [key, value] of Object.entries(change)) setField(document, node, key, value);
    const undo = mark && { undo: { ...mark, was, left: markOf(document, node) } };
    addDecision(document, node, { ...decision, ...undo });
  }
  const decided = document.toString(fileOptions);
  const [before, after] = [text, decided].map((t) => readDictionary({ path: '', text: t }).problems);
  if (after!.length > before!.length) throw new CannotDecide('malformed', after!.at(-1)!.reason);
  return decided;
}

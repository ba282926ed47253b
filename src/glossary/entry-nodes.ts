import { createHash } from 'node:crypto';
import { ascending } from 'd3-array';
import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { entrySchema, readYamlEntries } from '../text/index.js';

/**
 * Why a decision cannot be written: no entry to merge into, or one that is the word's own, was rejected or put off; an entry
 * that stands already, or that somebody has decided about meanwhile; nothing to approve, what was rejected or put off, or no
 * source to approve it by; or a file that is no glossary.
 */
export type Hindrance =
  | 'no-entry'
  | 'into-itself'
  | 'into-rejected'
  | 'into-put-off'
  | 'taken'
  | 'not-an-entry'
  | 'rejected'
  | 'put-off'
  | 'no-source'
  | 'changed'
  | 'malformed';

/**
 * Thrown where a decision cannot be written into a file; `detail` is the form, the entry or the fault in question, `path` the
 * file that has the fault, where that is known.
 */
export class CannotDecide extends Error {
  override name = 'CannotDecide';
  constructor(
    readonly hindrance: Hindrance,
    readonly detail: string,
    readonly path?: string,
  ) {
    super(`${hindrance}: ${detail}`);
  }
}

/** A file to be changed. @throws {CannotDecide} where it is no YAML, for the reason that reading its entries tells, too */
export const openFile = (text: string): Document.Parsed => {
  const document = parseDocument(text);
  if (document.errors.length) throw new CannotDecide('malformed', readYamlEntries(text).faults[0]!.reason);
  return document;
};

/** How files are written. */
export const fileOptions = { lineWidth: 0, flowCollectionPadding: false };

/** The list of entries of a file; an empty file gets one. */
export function listOf(document: Document.Parsed): YAMLSeq {
  if (document.contents === null) document.contents = document.createNode([]) as never;
  const { contents } = document as { contents: unknown };
  if (!isSeq(contents)) throw new CannotDecide('malformed', 'expected a list of entries (- term: …)');
  contents.flow = false;
  return contents;
}

/** Whether a value is a list of plain words, or a few named ones (`checked`), which people write on one line. */
const isFlat = (value: unknown): value is YAMLSeq | YAMLMap =>
  (isSeq(value) && value.items.every((item) => !isMap(item))) ||
  (isMap(value) && value.items.every((pair) => isScalar(pair.value)));

/** What is not worth a line of its own in a file. */
export const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && !value.length);

/** The order in which the fields of an entry stand, that of the schema, however the entry came about. */
const fieldOrder = Object.keys(entrySchema.shape);
const placeOf = (key: unknown) => fieldOrder.indexOf(String(isScalar(key) ? key.value : key));

/**
 * Gives an entry's node a field, or takes it away: where the entry has it; else behind the last of those that come before it,
 * so that the order of what people wrote stays. What is short stands on one line, as people write it.
 */
export function setField(document: Document, node: YAMLMap, key: string, value: unknown): void {
  if (isEmpty(value)) {
    node.delete(key);
    return;
  }
  const added = document.createNode(value) as unknown;
  if (isFlat(added)) added.flow = true;
  if (node.has(key)) node.set(key, added);
  else {
    const place = node.items.findLastIndex((pair) => placeOf(pair.key) < placeOf(key));
    node.items.splice(place + 1, 0, document.createPair(key, added) as YAMLMap['items'][number]);
  }
}

/** Fields of an entry's node as they stand; what is not said is null. */
export function fieldsOf(
  document: Document,
  node: YAMLMap,
  keys: readonly string[],
): Record<string, unknown> {
  const said = node.toJS(document) as Record<string, unknown>;
  return Object.fromEntries(keys.map((key) => [key, said[key] ?? null]));
}

/** So many digits tell whether people changed an entry: nobody makes two that share them. */
const markLength = 8;

/** A digest of what an entry says, whatever the order and the layout, but for its history; empty where it is no entry. */
export function markOf(document: Document, node: YAMLMap): string {
  const parsed = entrySchema.safeParse(node.toJS(document));
  if (!parsed.success) return '';
  const { history: _, ...entry } = parsed.data;
  const said = Object.entries(entry).sort(([a], [b]) => ascending(a, b));
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, markLength);
}

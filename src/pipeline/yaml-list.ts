import { existsSync } from 'node:fs';
import { type Document, isSeq, parseDocument, type YAMLSeq } from 'yaml';
import type { z } from 'zod';
import { readEdited } from './edited.js';
import { type DeclarationProblem, InvalidPipeline, issuesOf, parseYaml } from './yaml.js';

/** A file that people write and the program adds to: a list of mappings. */
export interface ListFile<T> {
  items: T[];
  /** Items as they stand there that are not valid. */
  invalid: unknown[];
  problems: DeclarationProblem[];
  /** The line of a key of an item. */
  lineOf(item: T, key: string): number;
}

/**
 * Reads a YAML file that is a list; a missing or empty one has no items, and an item that is not valid is a problem.
 * @throws {InvalidPipeline} where it is no YAML or no list: then nothing may be added to it either
 */
export function readList<T>(path: string, schema: z.ZodType<T>): ListFile<T> {
  if (!existsSync(path)) return { items: [], invalid: [], problems: [], lineOf: () => 0 };
  const { data, lineOf } = parseYaml(path, readEdited(path));
  const isEmpty = typeof data === 'object' && data !== null && !Object.keys(data).length;
  if (!isEmpty && !Array.isArray(data))
    throw new InvalidPipeline([{ path, line: 1, reason: 'expected a list' }]);
  const problems: DeclarationProblem[] = [];
  const invalid: unknown[] = [];
  const places = new Map<T, number>();
  const items = (isEmpty ? [] : (data as unknown[])).flatMap((item, i) => {
    const parsed = schema.safeParse(item);
    if (parsed.success) {
      places.set(parsed.data, i);
      return [parsed.data];
    }
    invalid.push(item);
    for (const { at, reason } of issuesOf(parsed.error))
      problems.push({ path, line: lineOf([i, ...at]), reason: `${at.join('.') || 'entry'}: ${reason}` });
    return [];
  });
  return { items, invalid, problems, lineOf: (item, key) => lineOf([places.get(item)!, key]) };
}

/**
 * The text of such a file with items added at its end; what people wrote there stays, comments too. `head` is the comment
 * at the top of a new file.
 */
export function withItems(text: string, items: readonly object[], head: string): string {
  const document: Document = parseDocument(text);
  if (!isSeq(document.contents)) {
    document.contents = document.createNode([]) as never;
    document.commentBefore ??= head.replace(/^/gm, ' ');
  }
  const list = document.contents as unknown as YAMLSeq;
  list.flow = false;
  for (const item of items) list.items.push(document.createNode(item) as never);
  return document.toString({ lineWidth: 0, nullStr: '' });
}

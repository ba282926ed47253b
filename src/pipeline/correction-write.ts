import { isMap, isSeq, parseDocument } from 'yaml';
import type { MessageReference } from '../read/index.js';
import { type DayItems, type DayList, readDayCorrections } from './corrections.js';
import { readToAdd } from './edited.js';
import { writeWhole } from './write.js';
import { type DeclarationProblem, InvalidPipeline } from './yaml.js';

/** A correction to be written, and the list that it belongs in. */
export type NewCorrection = { [K in DayList]: { list: K; item: DayItems[K][number] } }[DayList];

/** The text of a corrections file with one more in it; what was said before about the same message gives way. */
function withCorrection(
  text: string,
  { list, item }: NewCorrection,
  isSame: (other: MessageReference) => boolean,
): string {
  const document = parseDocument(text);
  if (!isMap(document.contents)) document.contents = document.createNode({}) as never;
  const found = document.get(list);
  const seq = isSeq(found) ? found : document.createNode([]);
  if (seq !== found) document.set(list, seq);
  const items = (seq as { toJS(doc: unknown): unknown }).toJS(document) as MessageReference[];
  const at = items.findIndex(isSame);
  const node = document.createNode(item);
  if (at < 0) (seq as { items: unknown[] }).items.push(node);
  else (seq as { items: unknown[] }).items[at] = node;
  return document.toString({ lineWidth: 0 });
}

/**
 * Writes corrections into a day's file, whole or not at all, keeping what is there, comments too.
 * @throws {InvalidPipeline} where the file that is there is not valid; nothing is written
 */
export function writeCorrections(
  path: string,
  corrections: readonly NewCorrection[],
  isSame: (other: MessageReference) => boolean,
): void {
  const problems: DeclarationProblem[] = [];
  readDayCorrections(path, problems);
  if (problems.length) throw new InvalidPipeline(problems);
  const before = readToAdd(path);
  writeWhole(
    path,
    corrections.reduce((text, correction) => withCorrection(text, correction, isSame), before),
  );
}

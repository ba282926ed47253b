import { existsSync, readFileSync } from 'node:fs';
import { decode, type Note } from '../read/index.js';
import { InvalidPipeline } from './yaml.js';

/** Where a file that people write holds bytes that are no text, by what was noted as it was decoded. */
export const damageIn = (notes: readonly Note[]): { line: number; reason: string }[] =>
  notes
    .filter(({ rule }) => rule === 'encoding-damaged')
    .map(({ line }) => ({
      line,
      reason: 'neither UTF-8 nor GBK; put this line right and save the file as UTF-8',
    }));

/**
 * The text of a file that people write, in whichever encoding their editor left it (UTF-8, UTF-16, GBK). Damaged text is
 * refused, not mended: the program writes such files back, and what the damage hides would be lost then.
 * Line ends of classic Mac, which YAML does not know, come as line feeds.
 * @throws {InvalidPipeline} with the first damaged line
 */
export function readEdited(path: string): string {
  const { text, notes } = decode(readFileSync(path));
  const damage = damageIn(notes);
  if (damage.length) throw new InvalidPipeline(damage.map((fault) => ({ path, ...fault })));
  return text.replace(/\r(?!\n)/g, '\n');
}

/** The same before something is added to it; a missing file is empty. What is written then is UTF-8, all of it. */
export const readToAdd = (path: string): string => (existsSync(path) ? readEdited(path) : '');

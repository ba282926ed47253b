import { existsSync, readFileSync } from 'node:fs';
import { decode } from '../read/index.js';
import { InvalidPipeline } from './yaml.js';

/**
 * The text of a file that people write, in whichever encoding their editor left it (UTF-8, UTF-16, GBK). Damaged text is
 * refused, not mended: the program writes such files back, and what the damage hides would be lost then.
 * Line ends of classic Mac, which YAML does not know, come as line feeds.
 * @throws {InvalidPipeline} with the first damaged line
 */
export function readEdited(path: string): string {
  const { text, notes } = decode(readFileSync(path));
  const damage = notes.find(({ rule }) => rule === 'encoding-damaged');
  const reason = 'neither UTF-8 nor GBK; put this line right and save the file as UTF-8';
  if (damage) throw new InvalidPipeline([{ path, line: damage.line, reason }]);
  return text.replace(/\r(?!\n)/g, '\n');
}

/** The same before something is added to it; a missing file is empty. What is written then is UTF-8, all of it. */
export const readToAdd = (path: string): string => (existsSync(path) ? readEdited(path) : '');

import { entrySchema } from './entry.js';

const keys = Object.keys(entrySchema.shape).join('|');
const begun = new RegExp(`^\\s*(?:- +)?((?:${keys})\\s*(?:：|:(?=\\S)))`);

/** A colon that YAML does not take for one. */
export interface MisplacedColon {
  /** The line, from 0. */
  index: number;
  found: string;
  expected: string;
}

/** The first line that begins with a name of an entry's field and a colon that is none to YAML: `term：` or `term:话题`. */
export function misplacedColon(lines: readonly string[]): MisplacedColon | null {
  for (const [index, line] of lines.entries()) {
    const found = begun.exec(line)?.[1];
    if (found !== undefined) return { index, found, expected: `${found.slice(0, -1).trim()}: ` };
  }
  return null;
}

/** What is told of such a colon. */
export const colonReason = ({ found, expected }: MisplacedColon): string =>
  `expected “${expected}”, found “${found}”`;

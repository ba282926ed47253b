import { plainLine } from './excerpt.js';

/** A text with its blanks to be seen: `␣` for a space, `⏎` for a line end, `\u3000` and its like for others. */
const withBlanks = (text: string) =>
  text.replace(/[\p{C}\p{Z}]/gu, (c) =>
    c === ' ' ? '␣' : c === '\n' ? '⏎' : `\\u${c.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );

/** A change of a text as a reader can tell it (改动): of what differs in blanks alone these are shown, and ∅ for nothing. */
export function changeShown(before: string, after: string): string {
  const [bareBefore, bareAfter] = [before, after].map((text) => text.replace(/[\p{C}\p{Z}]/gu, ''));
  const shown = bareBefore === bareAfter ? withBlanks : plainLine;
  return `${shown(before) || '∅'} → ${shown(after) || '∅'}`;
}

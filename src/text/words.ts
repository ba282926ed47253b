import { fold } from './fold.js';

/** A word list file: words parted by white space, `#` to the end of a line is a comment. Folded, as text is matched. */
export function readWords(text: string): Set<string> {
  const lines = text.split('\n').map((line) => line.replace(/(^|\s)#.*/, ''));
  return new Set(lines.join(' ').split(/\s+/).filter(Boolean).map(fold));
}

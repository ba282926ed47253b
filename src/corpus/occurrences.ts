import { fold } from '../text/index.js';

/** Where a form stands in a text: a UTF-16 offset, and the form as it is written there. */
export interface Found {
  start: number;
  form: string;
}

const isLatin = (c: string | undefined) => c !== undefined && /[\p{Script=Latin}\p{N}]/u.test(c);

/** Whether a Latin form is cut out of a longer word: `POS` in `POST`. */
function isPart(text: string, start: number, end: number): boolean {
  return (isLatin(text[start]) && isLatin(text[start - 1])) || (isLatin(text[end - 1]) && isLatin(text[end]));
}

/**
 * Occurrences of any of the forms in a text, from left to right, the longest first, without overlaps. Width and case do
 * not count.
 */
export function foundIn(text: string, forms: readonly string[]): Found[] {
  const line = fold(text);
  const wanted = [...new Set(forms.map(fold))].filter(Boolean).sort((a, b) => b.length - a.length);
  const found: Found[] = [];
  for (let at = 0; at < line.length; ) {
    const form = wanted.find((f) => line.startsWith(f, at) && !isPart(line, at, at + f.length));
    if (form) found.push({ start: at, form: text.slice(at, at + form.length) });
    at += form ? form.length : 1;
  }
  return found;
}

import { fold } from '../text/index.js';

/** Log text as one line that a terminal can show: nothing in it speaks to the terminal. */
export const plainLine = (text: string): string => text.replace(/\p{C}/gu, ' ').replace(/\s+/g, ' ').trim();

/** At most so many characters of a text on one line, around the first of the forms that stands in it. */
export function excerpt(text: string, forms: readonly string[], most: number): string {
  const line = plainLine(text);
  if (line.length <= most) return line;
  const folded = fold(line);
  const places = forms.map((form) => folded.indexOf(fold(form))).filter((at) => at >= 0);
  const at = places.length ? Math.min(...places) : 0;
  const start = Math.max(0, Math.min(at - Math.floor(most / 3), line.length - most));
  // half a character at either end is left out
  const cut = line.slice(start, start + most).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
  return `${start > 0 ? '…' : ''}${cut}${start + most < line.length ? '…' : ''}`;
}

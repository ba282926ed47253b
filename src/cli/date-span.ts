import { isSpan, readSide } from '../compare/index.js';
import { everyDay, type Span } from '../corpus/index.js';

/**
 * The days that a text stands for, both ends included, written as a side of a comparison is: `2017`, `2017-12`, `2017-W50`,
 * `2017-12-01`, or two of them with `..` (or `…`, `~`) between. Null where it is none, or where an end is open.
 */
export function parseSpan(text: string): Span | null {
  const written = text.trim().replace(/\s*(?:\.\.|…|~)\s*/, '..');
  if (!isSpan(written)) return null;
  const { group, from, to } = readSide(written);
  return group === null && from !== everyDay.from && to !== everyDay.to ? { from, to } : null;
}

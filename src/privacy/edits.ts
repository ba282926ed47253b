import { bisectLeft, bisector, cumsum } from 'd3-array';
import { replaceSpans } from '../text/index.js';

/** A stretch of a text, as UTF-16 offsets, and what stands in its place. */
export interface Edit {
  start: number;
  end: number;
  text: string;
  why: 'name' | 'number';
}

/** A text after its edits, and where a place of the old text stands in the new. */
export interface Edited {
  text: string;
  /** An offset within an edit moves to its begin or, with `behind`, to its end. */
  moved(at: number, behind?: boolean): number;
}

const isBefore = ({ start, end }: Edit, at: number) => at > end || (at === end && start !== end);
/** Finds the first edit that does not lie before a place. */
const byPlace = bisector((edit: Edit, at: number) => (isBefore(edit, at) ? -1 : 1));

/** Applies edits that stand in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): Edited {
  // how far the edits before each one move what stands behind them
  const shifts = [0, ...cumsum(edits, (edit) => edit.text.length - (edit.end - edit.start))];
  return {
    text: replaceSpans(text, edits, (edit) => edit.text),
    moved(at, behind = false) {
      const k = byPlace.left(edits, at);
      const edit = edits[k];
      if (!edit || at <= edit.start) return at + shifts[k]!;
      return edit.start + shifts[k]! + (behind ? edit.text.length : 0);
    },
  };
}

/** The segmentation of a text after its edits: what an edit touches becomes one token of its own. */
export function editedTokens<T>(
  text: string,
  tokens: readonly string[],
  types: readonly T[],
  edits: readonly Edit[],
  typeOf: (edit: Edit) => T,
): { tokens: string[]; types: T[] } {
  const kept: { at: number; token: string; type: T }[] = [];
  const keep = (start: number, end: number, type: T) => {
    const token = text.slice(start, end).trim();
    if (token) kept.push({ at: start, token, type });
  };
  let at = 0;
  tokens.forEach((token, i) => {
    const start = text.indexOf(token, at);
    if (start < 0) return;
    at = start + token.length;
    let from = start;
    for (let k = byPlace.left(edits, start); k < edits.length && edits[k]!.start < at; k++) {
      const edit = edits[k]!;
      if (edit.end <= from) continue;
      if (edit.start > from) keep(from, edit.start, types[i]!);
      from = Math.min(at, edit.end);
    }
    if (from < at) keep(from, at, types[i]!);
  });
  for (const edit of edits)
    if (edit.text.trim()) kept.push({ at: edit.start, token: edit.text.trim(), type: typeOf(edit) });
  kept.sort((a, b) => a.at - b.at);
  return { tokens: kept.map((k) => k.token), types: kept.map((k) => k.type) };
}

/** Whether a place lies within any of spans, behind its begin and before its end; they may overlap. */
export function withinAny(spans: readonly Pick<Edit, 'start' | 'end'>[]): (at: number) => boolean {
  const inOrder = [...spans].sort((a, b) => a.start - b.start);
  const starts = inOrder.map(({ start }) => start);
  let last = 0;
  const reached = inOrder.map(({ end }) => {
    last = Math.max(last, end);
    return last;
  });
  return (at) => at < (reached[bisectLeft(starts, at) - 1] ?? 0);
}

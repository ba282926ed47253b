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

/** Applies edits that stand in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): Edited {
  let edited = '';
  let from = 0;
  for (const edit of edits) {
    edited += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return {
    text: edited + text.slice(from),
    moved(at, behind = false) {
      let shift = 0;
      for (const edit of edits) {
        if (at >= edit.end && !(at === edit.end && edit.start === edit.end)) {
          shift += edit.text.length - (edit.end - edit.start);
          continue;
        }
        if (at <= edit.start) break;
        return edit.start + shift + (behind ? edit.text.length : 0);
      }
      return at + shift;
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
    for (const edit of edits) {
      if (edit.end <= from || edit.start >= at) continue;
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

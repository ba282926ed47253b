import type { Segmenter } from './segmenter.js';

/** Whether a UTF-16 unit is a Chinese character: CJK ideographs, extension A, and 〇. */
export const isHan = (code: number) =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;

/** Marks the word ends of the run of Chinese characters that begins at `from`; gives where it ends. */
export function markWords(ends: Uint8Array, folded: string, from: number, segmenter: Segmenter): number {
  let end = from + 1;
  while (end < folded.length && isHan(folded.charCodeAt(end))) end++;
  if (end > from + 1) {
    let at = from;
    for (const word of segmenter.cut(folded.slice(from, end))) {
      at += word.length;
      ends[at] = 1;
    }
  }
  ends[end] = 1;
  return end;
}

/** Word ends by offset into a folded text: 1 where the segmenter ends a word, and at both sides of all but Chinese. */
export function wordEnds(folded: string, segmenter: Segmenter): Uint8Array {
  const ends = new Uint8Array(folded.length + 1);
  for (let at = 0; at < folded.length; ) {
    if (isHan(folded.charCodeAt(at))) at = markWords(ends, folded, at, segmenter);
    else ends[++at] = 1;
  }
  ends[0] = 1;
  return ends;
}

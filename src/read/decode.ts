import type { Note } from './day.js';

const strict = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-16 without a mark: every other byte of its line feeds and spaces is zero. */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even++;
    if (sample[i + 1] === 0) odd++;
  }
  const enough = sample.length / 20;
  if (odd > enough && odd > 4 * even) return 'utf-16le';
  if (even > enough && even > 4 * odd) return 'utf-16be';
  return null;
}

/** Whether bytes that are no UTF-8 were never meant to be: more of them are damage than letters beyond ASCII. */
function hardlyUtf8(text: string): boolean {
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  const sound = text.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0;
  return damaged > sound;
}

/**
 * The text of a log's bytes: UTF-8, or UTF-16 by its mark or its zero bytes, or GB 18030 (which GBK is part of).
 * What is none of them is read as UTF-8 with replacement characters, and a note names the first damaged line.
 */
export function decode(bytes: Uint8Array): { text: string; notes: Note[] } {
  const note = (level: Note['level'], rule: Note['rule'], line: number, detail: string): Note => ({
    level,
    rule,
    line,
    detail,
  });
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : utf16Without(bytes);
  if (marked)
    return {
      text: new TextDecoder(marked).decode(bytes),
      notes: [note('info', 'encoding', 0, marked.toUpperCase())],
    };
  const utf8 = strict('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, notes: [] };
  const text = new TextDecoder('utf-8').decode(bytes);
  // GB 18030 takes nearly any bytes, a UTF-8 log with one broken character too
  const gbk = hardlyUtf8(text) ? strict('gb18030', bytes) : null;
  if (gbk !== null) return { text: gbk, notes: [note('info', 'encoding', 0, 'GBK')] };
  const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length;
  return { text, notes: [note('warning', 'encoding-damaged', line, '')] };
}

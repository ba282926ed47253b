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

/** How many characters of a text could not be read. */
const damagedIn = (text: string): number => text.match(/\ufffd/g)?.length ?? 0;

/** Whether bytes that are no UTF-8 were never meant to be: more of them are damage than letters beyond ASCII. */
function hardlyUtf8(text: string): boolean {
  const sound = text.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0;
  return damagedIn(text) > sound;
}

/**
 * The text of a log's bytes: UTF-8, or UTF-16 by its mark or its zero bytes, or GB 18030 (which GBK is part of). What is
 * damaged is read as what leaves the least unread, with replacement characters, and a note names the first damaged line.
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
  const damaged = (read: string) => {
    const line = read.slice(0, read.indexOf('\ufffd')).split('\n').length;
    return note('warning', 'encoding-damaged', line, '');
  };
  // GB 18030 takes nearly any bytes, a UTF-8 log with one broken character too
  if (!hardlyUtf8(text)) return { text, notes: [damaged(text)] };
  const gbk = new TextDecoder('gb18030').decode(bytes);
  if (damagedIn(gbk) >= damagedIn(text)) return { text, notes: [damaged(text)] };
  const converted = note('info', 'encoding', 0, 'GBK');
  return { text: gbk, notes: damagedIn(gbk) ? [converted, damaged(gbk)] : [converted] };
}

import type { Note } from './day.js';
import { textLines } from './lines.js';

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

const note = (level: Note['level'], rule: Note['rule'], line: number, detail: string): Note => ({
  level,
  rule,
  line,
  detail,
});

/** That a text holds what could not be read, and on which line first. */
const damaged = (text: string): Note =>
  note('warning', 'encoding-damaged', textLines(text.slice(0, text.indexOf('\ufffd'))).length, '');

/** UTF-16, and whether it is whole: one that was cut off ends in half a character. */
function readUtf16(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array): { text: string; notes: Note[] } {
  const converted = note('info', 'encoding', 0, encoding.toUpperCase());
  const whole = strict(encoding, bytes);
  if (whole !== null) return { text: whole, notes: [converted] };
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, notes: [converted, damaged(text)] };
}

function read(bytes: Uint8Array): { text: string; notes: Note[] } {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : utf16Without(bytes);
  if (marked) return readUtf16(marked, bytes);
  const utf8 = strict('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, notes: [] };
  const text = new TextDecoder('utf-8').decode(bytes);
  // GB 18030 takes nearly any bytes, a UTF-8 log with one broken character too
  if (!hardlyUtf8(text)) return { text, notes: [damaged(text)] };
  const gbk = new TextDecoder('gb18030').decode(bytes);
  if (damagedIn(gbk) >= damagedIn(text)) return { text, notes: [damaged(text)] };
  const converted = note('info', 'encoding', 0, 'GBK');
  return { text: gbk, notes: damagedIn(gbk) ? [converted, damaged(gbk)] : [converted] };
}

/**
 * The text of a log's bytes: UTF-8, or UTF-16 by its mark or its zero bytes, or GB 18030 (which GBK is part of). What is
 * damaged is read as what leaves the least unread, with replacement characters, and a note names the first damaged line.
 */
export function decode(bytes: Uint8Array): { text: string; notes: Note[] } {
  const { text, notes } = read(bytes);
  // a program that sets its mark of the byte order before another's leaves more than the one that was taken
  return { text: text.replace(/^\ufeff+/, ''), notes };
}

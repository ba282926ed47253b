import type { Day, Note } from '../../src/read/index.js';
import { readDay } from '../../src/read/index.js';

/** Text as the bytes of a UTF-8 file. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

let table: Map<string, number[]> | undefined;

/** Text as the bytes of a GBK file; only what GBK has in two bytes. */
export function gbk(text: string): Uint8Array {
  table ??= gbkTable();
  return Uint8Array.from([...text].flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : table!.get(c)!)));
}

function gbkTable(): Map<string, number[]> {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, number[]>();
  for (let lead = 0xa1; lead <= 0xf7; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++)
      found.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return found;
}

/** Text as the bytes of a UTF-16 file, without a mark unless it begins with U+FEFF. */
export function utf16(text: string, order: 'little' | 'big'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), order === 'little');
  return bytes;
}

/** Reads a log written out in a test. */
export const read = (text: string, path = 'logs/灯塔/_posts/2021-03-04-chat.md'): Day =>
  readDay(utf8(text), { path });

/** The rules of a day's notes with their lines, as `rule@line`. */
export const rules = (notes: Note[]): string[] => notes.map((note) => `${note.rule}@${note.line}`);

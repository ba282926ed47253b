import { Converter } from 'opencc-js/t2cn';

/** One character's form for matching: simplified, half-width, lower case; built on first use. */
const table = new Uint16Array(65_536);
const simplify = Converter({ from: 't', to: 'cn' });

function foldUnit(code: number): number {
  let c = code;
  if (c >= 0xff01 && c <= 0xff5e) c -= 0xfee0;
  else if (c === 0xffe5) c = 0xa5;
  else if (c === 0x3000 || c === 0x2005 || c === 0xa0) c = 0x20;
  if (c < 0x80) return c >= 0x41 && c <= 0x5a ? c + 32 : c;
  if (c >= 0x4e00 && c <= 0x9fff) {
    const simple = simplify(String.fromCharCode(c));
    return simple.length === 1 ? simple.charCodeAt(0) : c;
  }
  const lower = String.fromCharCode(c).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : c;
}

/** Room for folded units on their way to a string; a text that is longer than any message gets room of its own. */
const roomFor = (units: number) => {
  const bytes = Buffer.alloc(units * Uint16Array.BYTES_PER_ELEMENT);
  return { units, bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) };
};
const shared = roomFor(16_384);

/**
 * Text as it is matched: traditional and simplified, full and half width, any letter case alike.
 * Goes by UTF-16 unit, so offsets into the folded text are offsets into the text. (Characters: OpenCC.)
 */
export function fold(text: string): string {
  // most text stands folded already, and is given back as it is; strings are of many kinds, so length is read once
  const { length } = text;
  for (let i = 0; i < length; i++)
    if (foldedUnit(text.charCodeAt(i)) !== text.charCodeAt(i)) return foldAll(text);
  return text;
}

/** The folded form of one UTF-16 unit. */
function foldedUnit(code: number): number {
  if (table[code] === 0 && code !== 0) table[code] = foldUnit(code);
  return table[code]!;
}

/** By way of a buffer, which becomes a string at one go: `String.fromCharCode` would take every unit as an argument. */
function foldAll(text: string): string {
  const { length } = text;
  const { bytes, view } = length <= shared.units ? shared : roomFor(length);
  for (let i = 0; i < length; i++) view.setUint16(i * 2, foldedUnit(text.charCodeAt(i)), true);
  return bytes.toString('utf16le', 0, length * 2);
}

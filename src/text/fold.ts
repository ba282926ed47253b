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

/**
 * Text as it is matched: traditional and simplified, full and half width, any letter case alike.
 * Goes by UTF-16 unit, so offsets into the folded text are offsets into the text. (Characters: OpenCC.)
 */
export function fold(text: string): string {
  // most text stands folded already, and is given back as it is
  for (let i = 0; i < text.length; i++)
    if (foldedUnit(text.charCodeAt(i)) !== text.charCodeAt(i)) return foldFrom(text, i);
  return text;
}

function foldedUnit(code: number): number {
  if (table[code] === 0 && code !== 0) table[code] = foldUnit(code);
  return table[code]!;
}

function foldFrom(text: string, from: number): string {
  const units = new Uint16Array(text.length - from);
  for (let i = from; i < text.length; i++) units[i - from] = foldedUnit(text.charCodeAt(i));
  return text.slice(0, from) + decodeUnits(units);
}

function decodeUnits(units: Uint16Array): string {
  let text = '';
  for (let i = 0; i < units.length; i += 8192) text += String.fromCharCode(...units.subarray(i, i + 8192));
  return text;
}

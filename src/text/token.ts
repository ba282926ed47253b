import { type Hit, isLatin } from './automaton.js';
import { latinName, latinWord, numeral, strictAt, type TokenType } from './patterns.js';
import { isHan } from './word-ends.js';

/** A token (词), as UTF-16 offsets into the text of its message. */
export interface Token {
  start: number;
  end: number;
  type: TokenType;
  /** Index of the glossary entry whose form it is; -1 for every type but `term`. */
  entry: number;
}

/** A stretch of text that stays whole whatever stands in it: a mention. */
export interface Span {
  start: number;
  end: number;
}

/** A text that is segmented, with its folded form and where its words end (see {@link wordEnds}). */
export interface Segmented {
  text: string;
  folded: string;
  ends: Uint8Array;
}

const isSmallLetter = (code: number) => code >= 0x61 && code <= 0x7a;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

/**
 * The token that begins at a place. `hit` and `span` are the next glossary form and mention there or behind it; `limit` is
 * where the nearer of them begins.
 */
export function tokenAt(
  { text, folded, ends }: Segmented,
  at: number,
  limit: number,
  hit: Hit | undefined,
  span: Span | undefined,
): Token {
  if (span?.start === at) return { start: at, end: span.end, type: 'mention', entry: -1 };
  const whole = strictAt(text, folded, at);
  const here = hit?.start === at ? hit : undefined;
  if (whole && whole.end > (here?.end ?? at) && startsFresh(folded, at))
    return { start: at, end: whole.end, type: whole.type, entry: -1 };
  if (here) return { start: at, end: here.end, type: 'term', entry: here.value };
  const code = folded.charCodeAt(at);
  if (isHan(code)) {
    let end = at + 1;
    while (end < limit && !ends[end] && isHan(folded.charCodeAt(end))) end++;
    return { start: at, end, type: 'word', entry: -1 };
  }
  return freeToken(text, folded, at, limit, code);
}

/** A token of what is neither protected nor known nor Chinese. */
function freeToken(text: string, folded: string, at: number, limit: number, code: number): Token {
  if (isSmallLetter(code)) {
    const name = longest(latinName, text, at) || longest(latinWord, folded, at);
    return { start: at, end: endOfLatin(folded, at, name, limit), type: 'latin', entry: -1 };
  }
  if (isDigit(code)) return { start: at, end: longest(numeral, folded, at), type: 'number', entry: -1 };
  if (text.codePointAt(at)! > 0xffff) return { start: at, end: at + 2, type: 'emoji', entry: -1 };
  return { start: at, end: at + 1, type: 'mark', entry: -1 };
}

/** A pattern that begins in a letter or digit does not begin inside a longer run of them. */
const startsFresh = (folded: string, at: number): boolean =>
  at === 0 || !isLatin(folded.charCodeAt(at)) || !isLatin(folded.charCodeAt(at - 1));

/** Where a sticky pattern's match ends; 0 where it does not match. */
function longest(regex: RegExp, text: string, at: number): number {
  regex.lastIndex = at;
  return regex.test(text) ? regex.lastIndex : 0;
}

/** A Latin name ends where a glossary form begins, unless that form begins inside a word. */
function endOfLatin(folded: string, at: number, end: number, limit: number): number {
  if (limit <= at || limit >= end) return end;
  const cut = folded.slice(at, limit).trimEnd().length + at;
  return cut > at ? cut : end;
}

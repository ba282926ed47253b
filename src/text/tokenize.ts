import type { Hit } from './automaton.js';
import { fold } from './fold.js';
import type { Lexicon } from './lexicon.js';
import { latinName, latinWord, numeral, strictAt, type TokenType } from './patterns.js';
import type { Segmenter } from './segmenter.js';

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

const isHan = (code: number) =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;

/** Word ends of every run of Chinese characters, by offset: 1 where jieba ends a word. */
function wordEnds(folded: string, segmenter: Segmenter): Uint8Array {
  const ends = new Uint8Array(folded.length + 1);
  for (let at = 0; at < folded.length; ) {
    if (!isHan(folded.charCodeAt(at))) {
      ends[at + 1] = 1;
      at++;
      continue;
    }
    let end = at + 1;
    while (end < folded.length && isHan(folded.charCodeAt(end))) end++;
    for (const word of segmenter.cut(folded.slice(at, end))) {
      at += word.length;
      ends[at] = 1;
    }
  }
  ends[0] = 1;
  return ends;
}

const countWords = (run: string, segmenter: Segmenter) => (run ? segmenter.cut(run).length : 0);

/**
 * Whether a glossary form is a word at its place, or only the seam of two others: 分账 in 部分账户.
 * Where it cuts words of the segmenter, the reading with fewer words wins, and the glossary where they are equal.
 */
function holds(hit: Hit, folded: string, ends: Uint8Array, segmenter: Segmenter): boolean {
  let left = hit.start;
  let right = hit.end;
  while (!ends[left]) left--;
  while (!ends[right]) right++;
  if (left === hit.start && right === hit.end) return true;
  let plain = 0;
  for (let i = left + 1; i <= right; i++) plain += ends[i]!;
  const kept =
    countWords(folded.slice(left, hit.start), segmenter) +
    1 +
    countWords(folded.slice(hit.end, right), segmenter);
  return kept <= plain;
}

/**
 * Segments a message. Mentions, URLs, amounts, documents and the like stay whole, then glossary forms (the longest),
 * then Latin names; what is left goes by the segmenter's words. White space is in no token.
 */
export function tokenize(
  text: string,
  spans: readonly Span[],
  lexicon: Lexicon,
  segmenter: Segmenter,
): Token[] {
  const folded = fold(text);
  const ends = wordEnds(folded, segmenter);
  const tokens: Token[] = [];
  const hits = lexicon.match(folded, (hit) => holds(hit, folded, ends, segmenter));
  let nextHit = 0;
  let nextSpan = 0;
  for (let at = 0; at < text.length; ) {
    while (nextHit < hits.length && hits[nextHit]!.start < at) nextHit++;
    while (nextSpan < spans.length && spans[nextSpan]!.start < at) nextSpan++;
    const limit = Math.min(hits[nextHit]?.start ?? text.length, spans[nextSpan]?.start ?? text.length);
    const token = tokenAt(text, folded, at, ends, hits[nextHit], spans[nextSpan], limit);
    if (token.type !== 'mark' || text.slice(token.start, token.end).trim()) tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(
  text: string,
  folded: string,
  at: number,
  ends: Uint8Array,
  hit: Hit | undefined,
  span: Span | undefined,
  limit: number,
): Token {
  const token = (end: number, type: TokenType, entry = -1): Token => ({ start: at, end, type, entry });
  if (span?.start === at) return token(span.end, 'mention');
  const code = folded.charCodeAt(at);
  const whole = strictAt(text, folded, at);
  const here = hit?.start === at ? hit : undefined;
  if (whole && whole.end > (here?.end ?? at) && startsFresh(folded, at)) return token(whole.end, whole.type);
  if (here) return token(here.end, 'term', here.value);
  if (isHan(code)) {
    let end = at + 1;
    while (end < limit && !ends[end] && isHan(folded.charCodeAt(end))) end++;
    return token(end, 'word');
  }
  const name = longest(latinName, text, at) ?? longest(latinWord, folded, at);
  if (name) return token(endOfLatin(folded, at, name, limit), 'latin');
  const number = longest(numeral, folded, at);
  if (number) return token(number, 'number');
  const pair = text.codePointAt(at)! > 0xffff ? 2 : 1;
  return token(at + pair, pair === 2 ? 'emoji' : 'mark');
}

/** A pattern that begins in a letter or digit does not begin inside a longer run of them. */
function startsFresh(folded: string, at: number): boolean {
  return at === 0 || !/[a-z0-9]/.test(folded[at]!) || !/[a-z0-9]/.test(folded[at - 1]!);
}

function longest(regex: RegExp, text: string, at: number): number | null {
  regex.lastIndex = at;
  const found = regex.exec(text);
  return found ? at + found[0].length : null;
}

/** A Latin name ends where a glossary form begins, unless that form begins inside a word. */
function endOfLatin(folded: string, at: number, end: number, limit: number): number {
  if (limit <= at || limit >= end) return end;
  const cut = folded.slice(at, limit).trimEnd().length + at;
  return cut > at ? cut : end;
}

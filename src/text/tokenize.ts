import { longestRead } from '../read/index.js';
import type { Hit } from './automaton.js';
import { fold } from './fold.js';
import type { Lexicon } from './lexicon.js';
import type { Segmenter } from './segmenter.js';
import { type Span, type Token, tokenAt } from './token.js';
import { isHan, markWords, wordEnds } from './word-ends.js';

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

/** White space is in no token. */
const isBlank = (text: string, { type, start }: Token) => type === 'mark' && text[start]!.trim() === '';

/**
 * Segments the beginning of a text, and gives the rest of a very long one as one token.
 * @param cut segments what is not too long
 */
function cutBeginning(
  text: string,
  spans: readonly Span[],
  cut: (text: string, spans: readonly Span[]) => Token[],
): Token[] {
  if (text.length <= longestRead) return cut(text, spans);
  const tokens = cut(
    text.slice(0, longestRead),
    spans.filter(({ end }) => end <= longestRead),
  );
  return [...tokens, { start: longestRead, end: text.length, type: 'mark', entry: -1 }];
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
  return cutBeginning(text, spans, (head, own) => cutWhole(head, own, lexicon, segmenter));
}

/** Segments a text that is not too long, with the glossary. */
function cutWhole(text: string, spans: readonly Span[], lexicon: Lexicon, segmenter: Segmenter): Token[] {
  const folded = fold(text);
  const ends = wordEnds(folded, segmenter);
  const segmented = { text, folded, ends };
  const tokens: Token[] = [];
  const hits = lexicon.match(folded, (hit) => holds(hit, folded, ends, segmenter));
  let nextHit = 0;
  let nextSpan = 0;
  for (let at = 0; at < text.length; ) {
    while (nextHit < hits.length && hits[nextHit]!.start < at) nextHit++;
    while (nextSpan < spans.length && spans[nextSpan]!.start < at) nextSpan++;
    const hit = hits[nextHit];
    const span = spans[nextSpan];
    const limit = Math.min(hit ? hit.start : text.length, span ? span.start : text.length);
    const token = tokenAt(segmented, at, limit, hit, span);
    if (!isBlank(text, token)) tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** Whether a token is the same without a glossary: it is no term, and none behind it can have cut it short. */
function standsAlone(token: Token, next: Token | undefined): boolean {
  if (token.type === 'term' || token.type === 'latin') return false;
  return token.type !== 'word' || next === undefined || next.start > token.end || next.type === 'word';
}

/**
 * The tokens of a message as {@link tokenize} gives them without a glossary, from those that it gave with one: but for the
 * terms and what touches them they are the same.
 */
export function withoutTerms(
  text: string,
  spans: readonly Span[],
  tokens: readonly Token[],
  segmenter: Segmenter,
): Token[] {
  return cutBeginning(text, spans, (head, own) => cutPlain(head, own, tokens, segmenter));
}

/** Takes the terms out of the tokens of a text that is not too long. */
function cutPlain(
  text: string,
  spans: readonly Span[],
  tokens: readonly Token[],
  segmenter: Segmenter,
): Token[] {
  const folded = fold(text);
  const segmented = { text, folded, ends: new Uint8Array(folded.length + 1) };
  const plain: Token[] = [];
  /** So far the runs of Chinese characters are cut into words, where one is needed. */
  let markedTo = 0;
  let next = 0;
  let nextSpan = 0;
  for (let at = 0; at < text.length; ) {
    while (next < tokens.length && tokens[next]!.start < at) next++;
    while (nextSpan < spans.length && spans[nextSpan]!.start < at) nextSpan++;
    let token = tokens[next];
    if (token?.start !== at || !standsAlone(token, tokens[next + 1])) {
      if (at >= markedTo && isHan(folded.charCodeAt(at)))
        markedTo = markAround(segmented.ends, folded, at, segmenter);
      const span = spans[nextSpan];
      token = tokenAt(segmented, at, span ? span.start : text.length, undefined, span);
    }
    if (!isBlank(text, token)) plain.push(token);
    at = token.end;
  }
  return plain;
}

/** Marks the word ends of the run of Chinese characters around a place; gives where it ends. */
function markAround(ends: Uint8Array, folded: string, at: number, segmenter: Segmenter): number {
  let from = at;
  while (from > 0 && isHan(folded.charCodeAt(from - 1))) from--;
  return markWords(ends, folded, from, segmenter);
}

import type { Message } from '../read/index.js';
import type { Token } from '../text/index.js';
import { bestReading, type Span } from './decode.js';
import { covers, type Judged, type Reading } from './discover.js';

/** The chance that a glossary form is meant where it stands, and that a run of words that the trade uses is one term. */
const chanceOfKnown = 0.85;
const chanceOfTrade = 0.75;
/** Runs whose chance is below this are left in pieces; the same as log-odds. */
const leastChance = 0.01;
export const leastOdds = Math.log(leastChance / (1 - leastChance));

const chance = (odds: number) => 1 / (1 + Math.exp(-odds));
const cross = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end && !covers(a, b) && !covers(b, a);

type Piece = Span<Reading[number]['of']>;

/** Everything in each message that may be a term of its own, with the chance that it is. */
function piecesOf(
  known: readonly (readonly Token[])[],
  judged: readonly Judged[],
  trade: ReadonlySet<string>,
): Piece[][] {
  const pieces = known.map((row) =>
    row.map(
      (token): Piece => ({ start: token.start, end: token.end, score: chanceOfKnown, of: { known: token } }),
    ),
  );
  for (const { candidate, odds } of judged) {
    const score = trade.has(candidate.folded) ? Math.max(chanceOfTrade, chance(odds)) : chance(odds);
    if (score < leastChance) continue;
    for (const place of candidate.places) {
      const { start, end } = place;
      const row = known[place.message]!;
      if (row.some((k) => cross(k, place) || covers(k, place))) continue;
      pieces[place.message]!.push({ start, end, score, of: { candidate, place } });
    }
  }
  return pieces;
}

/** Pieces with the chance that each is meant while no longer one around it is. */
const unfolded = (row: readonly Piece[]): Piece[] =>
  row.map((piece) => {
    let { score } = piece;
    for (const longer of row)
      if (longer !== piece && covers(longer, piece) && !covers(piece, longer)) score *= 1 - longer.score;
    return { start: piece.start, end: piece.end, score, of: piece.of };
  });

/**
 * How each message is cut: so that of the terms that are meant in it as many as can be expected are one token. A term
 * inside a longer piece is meant only as far as the longer one is not.
 */
export function readWhole(
  messages: readonly Message[],
  known: readonly (readonly Token[])[],
  judged: readonly Judged[],
  trade: ReadonlySet<string>,
): Reading[] {
  const readings = piecesOf(known, judged, trade).map((row) =>
    bestReading(row.length > 1 ? unfolded(row) : row),
  );
  // a second copy reads as the first does
  return readings.map((reading, i) => {
    const first = messages[i]!.duplicateOf;
    return first !== null && messages[first - 1]!.text === messages[i]!.text ? readings[first - 1]! : reading;
  });
}

/** What parts the pieces of a card in a mention: 阿橙-海蓝支付-运营. */
const cardSeams = /([-–—|_～~/])/;

/** A mention as the pieces of its card, so that the firm in it is a word: `@阿橙`, `-`, `海蓝支付`. */
function cardPieces(text: string, mention: Token): Token[] {
  const pieces: Token[] = [];
  let start = mention.start;
  for (const piece of text.slice(mention.start, mention.end).split(cardSeams)) {
    const end = start + piece.length;
    if (piece.trim()) pieces.push({ ...mention, start, end });
    start = end;
  }
  return pieces;
}

const isCard = (text: string, { type, start, end }: Token) =>
  type === 'mention' && cardSeams.test(text.slice(start, end));

/** A message's tokens with every term of its reading kept whole, and cards in mentions cut where they are joined. */
export function keepWhole(text: string, tokens: readonly Token[], reading: Reading): Token[] {
  const kept: Token[] = [];
  let next = 0;
  let taken = 0;
  /** Keeps the terms that begin at an offset or before. */
  const keepTerms = (offset: number) => {
    for (; next < reading.length && reading[next]!.start <= offset; next++) {
      const { start, end, of } = reading[next]!;
      kept.push('known' in of ? of.known : { start, end, type: 'term', entry: -1 });
      taken = end;
    }
  };
  for (const token of tokens) {
    keepTerms(token.start);
    const isFree = taken <= token.start && (next === reading.length || reading[next]!.start >= token.end);
    if (!isFree) continue;
    if (isCard(text, token)) kept.push(...cardPieces(text, token));
    else kept.push(token);
  }
  keepTerms(text.length);
  return kept;
}

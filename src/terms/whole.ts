import type { Message } from '../read/index.js';
import type { Token } from '../text/index.js';
import { bestReading } from './decode.js';
import { copiesAsFirst, type Judged, type Reading } from './discover.js';
import type { PieceJudge } from './model.js';
import { describePieces, piecesOf } from './pieces.js';

/**
 * How each message is cut: so that of the terms that are meant in it as many as can be expected are one token. Without a
 * judge the known terms are.
 */
export function readWhole(
  messages: readonly Message[],
  known: readonly (readonly Token[])[],
  judged: readonly Judged[],
  judge: PieceJudge | null,
): Reading[] {
  const readings = piecesOf(known, judged).map((pieces) => {
    if (judge)
      describePieces(pieces, (piece, row) => {
        if (row) piece.score = judge.chance(row);
      });
    return bestReading(pieces);
  });
  return copiesAsFirst(messages, readings);
}

/** What parts the pieces of a card in a mention: 阿橙-海蓝支付-运营. */
const cardSeams = /([-–—|_～~/&])/;

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

import type { Token } from '../text/index.js';
import { covers, type Judged, type Reading } from './discover.js';

/** What may be one token of a message: a known term, or a candidate in one of its places. */
export interface Piece {
  start: number;
  end: number;
  /** Log-odds that it is a term, wherever it stands; {@link notJudged} for a known term that is no candidate. */
  odds: number;
  isKnown: boolean;
  /** Whether a list has it of runs of words that the trade uses. */
  isListed: boolean;
  of: Reading[number]['of'];
}

/** A candidate below these odds is no piece, unless it is listed: its chance is under one in a hundred. */
export const leastOdds = Math.log(0.01 / 0.99);
/** What a piece has for odds that nobody judged, and what stands where there is no such piece. */
const notJudged = -5;
const nothing = -9;

const crosses = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end && !covers(a, b) && !covers(b, a);

/**
 * Everything in each message that may be a token of its own, in the order in which it begins. A known term stays whole: no
 * candidate cuts it or stands inside it.
 */
export function piecesOf(known: readonly (readonly Token[])[], judged: readonly Judged[]): Piece[][] {
  const pieces = known.map((row) =>
    row.map(
      (token): Piece => ({
        start: token.start,
        end: token.end,
        odds: notJudged,
        isKnown: true,
        isListed: false,
        of: { known: token },
      }),
    ),
  );
  for (const { candidate, odds, isListed } of judged) {
    if (odds < leastOdds && !isListed) continue;
    for (const place of candidate.places) {
      const { start, end } = place;
      const of = { candidate, place };
      const beside = known[place.message]!;
      const same = beside.findIndex((k) => k.start === start && k.end === end);
      if (same >= 0) Object.assign(pieces[place.message]![same]!, { odds, isListed });
      else if (!beside.some((k) => crosses(k, place) || covers(k, place)))
        pieces[place.message]!.push({ start, end, odds, isKnown: false, isListed, of });
    }
  }
  for (const row of pieces) row.sort((a, b) => a.start - b.start || a.end - b.end);
  return pieces;
}

/** What a piece is judged by: what is known of it, and of what covers it, stands inside it and crosses its bounds. */
export const pieceFeatures = [
  'odds',
  'known',
  'listed',
  'length',
  'cover-odds',
  'cover-listed',
  'inner-odds',
  'inner-known',
  'inner-listed',
  'inner-listed-count',
  'crossing-odds',
  'crossing-listed',
] as const;

/**
 * Describes a message's pieces, in the order in which they begin. `tell` is given each with a row of numbers in the order
 * of {@link pieceFeatures} that holds until the next, or with null where it shares no character with another: such a piece
 * stays whole whatever it is. Odds are the best of their kind, lengths parts of the piece's own.
 */
export function describePieces(
  pieces: readonly Piece[],
  tell: (piece: Piece, row: Float64Array | null) => void,
): void {
  const row = new Float64Array(pieceFeatures.length);
  const longest = pieces.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  /** The first piece that may reach into the one at hand, and how far any before it reaches. */
  let first = 0;
  let reach = 0;
  pieces.forEach((piece, i) => {
    const next = pieces[i + 1];
    const isAlone = piece.start >= reach && (!next || next.start >= piece.end);
    reach = Math.max(reach, piece.end);
    while (pieces[first]!.start + longest <= piece.start) first++;
    if (!isAlone) describe(piece, pieces, first, row);
    tell(piece, isAlone ? null : row);
  });
}

/** `first`: the first piece that may reach into this one. */
function describe(piece: Piece, pieces: readonly Piece[], first: number, row: Float64Array): void {
  const { start, end } = piece;
  const length = end - start;
  let [coverOdds, coverListed] = [nothing, 0];
  let [innerOdds, innerKnown, innerListed, innerCount] = [nothing, 0, 0, 0];
  let [crossingOdds, crossingListed] = [nothing, 0];
  for (let k = first; k < pieces.length && pieces[k]!.start < end; k++) {
    const other = pieces[k]!;
    if (other === piece || other.end <= start) continue;
    const share = (other.end - other.start) / length;
    if (other.start <= start && other.end >= end) {
      if (other.odds > coverOdds) coverOdds = other.odds;
      if (other.isListed && share > coverListed) coverListed = share;
    } else if (other.start >= start && other.end <= end) {
      if (other.odds > innerOdds) innerOdds = other.odds;
      if (other.isKnown && share > innerKnown) innerKnown = share;
      if (other.isListed) {
        innerCount++;
        if (share > innerListed) innerListed = share;
      }
    } else {
      if (other.odds > crossingOdds) crossingOdds = other.odds;
      if (other.isListed) crossingListed = 1;
    }
  }
  row[0] = piece.odds;
  row[1] = Number(piece.isKnown);
  row[2] = Number(piece.isListed);
  row[3] = length;
  row[4] = coverOdds;
  row[5] = coverListed;
  row[6] = innerOdds;
  row[7] = innerKnown;
  row[8] = innerListed;
  row[9] = innerCount;
  row[10] = crossingOdds;
  row[11] = crossingListed;
}

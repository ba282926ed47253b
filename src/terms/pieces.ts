import type { Token } from '../text/index.js';
import type { ScoredSpan } from './decode.js';
import type { Judged, Reading } from './discover.js';

/** What may be one token of a message: a known term, or a candidate in one of its places; `score` once it is judged. */
export interface Piece extends ScoredSpan<Reading[number]['of']> {
  /** Log-odds that it is a term, wherever it stands; {@link notJudged} for a known term that is no candidate. */
  odds: number;
  isKnown: boolean;
  /** Whether a list has it of runs of words that the trade uses. */
  isListed: boolean;
}

/** A candidate below these odds is no piece, unless it is listed: its chance is under one in a hundred. */
export const leastOdds = Math.log(0.01 / 0.99);
/** What a piece has for odds that nobody judged, and what stands where there is no such piece. */
const notJudged = -5;
const nothing = -9;

/** Whether a stretch may stand beside the known terms of its message: it cuts none in two, and stands in none. */
function isFree(start: number, end: number, known: readonly Token[]): boolean {
  for (const k of known)
    if (start < k.end && k.start < end && !(start <= k.start && k.end <= end)) return false;
  return true;
}

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
        score: 1,
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
      const { message, start, end } = place;
      const row = pieces[message]!;
      const same = known[message]!.findIndex((k) => k.start === start && k.end === end);
      if (same >= 0) Object.assign(row[same]!, { odds, isListed });
      else if (isFree(start, end, known[message]!))
        row.push({ start, end, score: 1, odds, isKnown: false, isListed, of: { candidate, place } });
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

/** Where each stands in a row. */
const at = {
  odds: 0,
  known: 1,
  listed: 2,
  length: 3,
  coverOdds: 4,
  coverListed: 5,
  innerOdds: 6,
  innerKnown: 7,
  innerListed: 8,
  innerListedCount: 9,
  crossingOdds: 10,
  crossingListed: 11,
} as const;

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
  row[at.odds] = piece.odds;
  row[at.known] = piece.isKnown ? 1 : 0;
  row[at.listed] = piece.isListed ? 1 : 0;
  row[at.length] = length;
  row[at.coverOdds] = row[at.innerOdds] = row[at.crossingOdds] = nothing;
  row[at.coverListed] = row[at.innerKnown] = row[at.innerListed] = 0;
  row[at.innerListedCount] = row[at.crossingListed] = 0;
  for (let k = first; k < pieces.length && pieces[k]!.start < end; k++) {
    const other = pieces[k]!;
    if (other === piece || other.end <= start) continue;
    const share = (other.end - other.start) / length;
    if (other.start <= start && other.end >= end) {
      raise(row, at.coverOdds, other.odds);
      if (other.isListed) raise(row, at.coverListed, share);
    } else if (other.start >= start && other.end <= end) {
      raise(row, at.innerOdds, other.odds);
      if (other.isKnown) raise(row, at.innerKnown, share);
      if (other.isListed) {
        raise(row, at.innerListed, share);
        row[at.innerListedCount]!++;
      }
    } else {
      raise(row, at.crossingOdds, other.odds);
      if (other.isListed) row[at.crossingListed] = 1;
    }
  }
}

function raise(row: Float64Array, feature: number, value: number): void {
  if (value > row[feature]!) row[feature] = value;
}

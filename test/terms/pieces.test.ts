import { describe, expect, it } from 'vitest';
import { PieceJudge } from '../../src/terms/model.js';
import { describePieces, type Piece, pieceFeatures } from '../../src/terms/pieces.js';

const piece = (start: number, end: number, odds: number, traits: Partial<Piece> = {}): Piece => ({
  start,
  end,
  score: 1,
  odds,
  isKnown: false,
  isListed: false,
  of: { known: { start, end, type: 'term', entry: 0 } },
  ...traits,
});

/** The rows of pieces, by the names of their features; null for a piece beside which none is. */
const rowsOf = (pieces: Piece[]) => {
  const rows: (Record<string, number> | null)[] = [];
  describePieces(pieces, (_, row) => {
    rows.push(row && Object.fromEntries(pieceFeatures.map((name, k) => [name, row[k]!])));
  });
  return rows;
};

describe('describePieces', () => {
  it('tells of each piece what covers it, what stands inside it and what crosses its bounds', () => {
    const rows = rowsOf([
      piece(0, 2, -1, { isKnown: true }),
      piece(0, 4, 2),
      piece(2, 4, 1, { isListed: true }),
      piece(3, 6, 0.5, { isListed: true }),
    ]);
    expect(rows[0]).toMatchObject({ known: 1, 'cover-odds': 2, 'cover-listed': 0, 'crossing-odds': -9 });
    expect(rows[1]).toMatchObject({ length: 4, 'inner-odds': 1, 'inner-known': 0.5, 'inner-listed': 0.5 });
    expect(rows[1]).toMatchObject({ 'crossing-odds': 0.5, 'crossing-listed': 1, 'cover-odds': -9 });
    expect(rows[3]).toMatchObject({ listed: 1, 'crossing-odds': 2, 'inner-listed-count': 0 });
  });

  it('has nothing to weigh where a piece ends before the next begins', () => {
    expect(rowsOf([piece(0, 2, 3), piece(2, 4, 3), piece(4, 9, 3)])).toEqual([null, null, null]);
  });
});

describe('PieceJudge', () => {
  it('names the feature that a model asks for and this program has not', () => {
    expect(() => new PieceJudge({ features: ['odds', 'moon'], base: 0, trees: [] })).toThrow('moon');
  });
});

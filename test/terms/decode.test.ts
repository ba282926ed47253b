import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestReading, type ScoredSpan } from '../../src/terms/decode.js';

const spans = fc.array(
  fc
    .tuple(fc.nat(10), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 9 }))
    .map(([start, length, score]): ScoredSpan<null> => ({ start, end: start + length, score, of: null })),
  { maxLength: 8 },
);
const sum = (of: readonly ScoredSpan<null>[]) => of.reduce((total, span) => total + span.score, 0);
const apart = (of: readonly ScoredSpan<null>[]) =>
  of.every((a, i) => of.every((b, k) => i === k || a.end <= b.start || b.end <= a.start));

describe('bestReading', () => {
  it('keeps spans that do not overlap, in order, and no other choice adds up to more', () => {
    fc.assert(
      fc.property(spans, (given) => {
        const kept = bestReading(given);
        expect(apart(kept)).toBe(true);
        expect(kept).toEqual([...kept].sort((a, b) => a.start - b.start));
        const choices = Array.from({ length: 2 ** given.length }, (_, bits) =>
          given.filter((_, i) => bits & (1 << i)),
        );
        expect(sum(kept)).toBe(Math.max(...choices.filter(apart).map(sum)));
      }),
      { seed: 602, numRuns: 150 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostGained } from '../../src/threads/assignment.js';

/** The same by trying every column for the first row, and so on. */
function mostByTrying(gain: readonly (readonly number[])[], columns: readonly number[]): number {
  const [row, ...rest] = gain;
  if (!row) return 0;
  return Math.max(
    ...columns.map((c) => row[c]! + mostByTrying(rest, columns.toSpliced(columns.indexOf(c), 1))),
  );
}

const square = fc
  .integer({ min: 0, max: 5 })
  .chain((n) =>
    fc.array(fc.array(fc.nat(9), { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
  );

describe('mostGained(gain)', () => {
  it("gives up a row's best column where all together gain more", () => {
    expect(mostGained([Float64Array.of(5, 4), Float64Array.of(5, 0)])).toBe(9);
  });

  it('is what trying every assignment finds', () => {
    fc.assert(
      fc.property(square, (gain) => {
        const columns = gain.map((_, c) => c);
        expect(mostGained(gain.map((row) => Float64Array.from(row)))).toBe(mostByTrying(gain, columns));
      }),
      { seed: 311 },
    );
  });
});

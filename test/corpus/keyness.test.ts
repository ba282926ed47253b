import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf, logLikelihood } from '../../src/corpus/index.js';

const observed = fc
  .tuple(fc.nat(50), fc.integer({ min: 100, max: 5000 }))
  .map(([count, total]) => ({ count, total }));

describe('logLikelihood(a, b)', () => {
  it('is what the formula of Dunning (1993) gives', () => {
    // expected 10 and 20 of those that have it, 990 and 1980 of those that have it not
    const g =
      20 * Math.log(2) + 10 * Math.log(0.5) + 980 * Math.log(980 / 990) + 1990 * Math.log(1990 / 1980);
    expect(logLikelihood({ count: 20, total: 1000 }, { count: 10, total: 2000 })).toBeCloseTo(2 * g, 9);
  });

  it('is nothing where the shares are equal or there is nothing to compare', () => {
    expect(logLikelihood({ count: 5, total: 100 }, { count: 10, total: 200 })).toBeCloseTo(0, 9);
    expect(logLikelihood({ count: 0, total: 0 }, { count: 5, total: 10 })).toBe(0);
    expect(logLikelihood({ count: 0, total: 10 }, { count: 0, total: 10 })).toBe(0);
  });

  it('holds where all of one side have it', () => {
    expect(logLikelihood({ count: 10, total: 10 }, { count: 0, total: 10 })).toBeCloseTo(40 * Math.log(2), 9);
  });
});

describe('chanceOf(a, b)', () => {
  it('agrees with a table of χ²: shares of 20 and 40 in a thousand', () => {
    // G = 7.02 by hand
    expect(chanceOf({ count: 20, total: 1000 }, { count: 40, total: 1000 })).toBeCloseTo(0.0081, 3);
  });

  it('is a probability, 1 where the shares are the same', () => {
    fc.assert(
      fc.property(observed, observed, (a, b) => {
        expect(chanceOf(a, b)).toBeGreaterThanOrEqual(0);
        expect(chanceOf(a, b)).toBeLessThanOrEqual(1 + 1e-6);
        expect(chanceOf(a, a)).toBeCloseTo(1, 5);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { logLikelihood } from '../../src/corpus/index.js';

describe('logLikelihood(a, n, b, m)', () => {
  it('is what the formula of Rayson & Garside (2000) gives', () => {
    // E1 = 1000·30/3000 = 10, E2 = 20; 2·(20·ln 2 + 10·ln ½) = 20·ln 2
    expect(logLikelihood(20, 1000, 10, 2000)).toBeCloseTo(20 * Math.log(2), 9);
  });

  it('is nothing where the shares are equal or there is nothing to compare', () => {
    expect(logLikelihood(5, 100, 10, 200)).toBeCloseTo(0, 9);
    expect(logLikelihood(0, 0, 5, 10)).toBe(0);
    expect(logLikelihood(0, 10, 0, 10)).toBe(0);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoveries, logOdds } from '../../src/compare/index.js';

const observed = fc
  .tuple(fc.nat(50), fc.integer({ min: 100, max: 5000 }))
  .map(([count, total]) => ({ count, total }));

describe('logOdds', () => {
  it('agrees with the formula worked out by hand', () => {
    // prior 500 · 40 / 2000 = 10; logits ln(40 / 1460) and ln(20 / 1480); variances 1/40 and 1/20
    const { delta, z } = logOdds({ count: 30, total: 1000 }, { count: 10, total: 1000 });
    expect(delta).toBeCloseTo(Math.log(40 / 1460) - Math.log(20 / 1480), 10);
    expect(z).toBeCloseTo(delta / Math.sqrt(1 / 40 + 1 / 20), 10);
  });

  it('sides changed about change the sign and nothing else', () => {
    fc.assert(
      fc.property(observed, observed, (a, b) => {
        expect(logOdds(a, b).z).toBeCloseTo(-logOdds(b, a).z, 9);
      }),
    );
  });
});

describe('discoveries', () => {
  it('agrees with the example of Benjamini and Hochberg (1995)', () => {
    const chances = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    expect(discoveries(chances, 0.05).filter(Boolean)).toHaveLength(4);
  });

  it('answers in the order in which it was asked', () => {
    expect(discoveries([0.9, 0.001, 0.8], 0.05)).toEqual([false, true, false]);
    expect(discoveries([], 0.05)).toEqual([]);
  });
});

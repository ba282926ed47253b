import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PhraseFigures, PhraseStatistics, phraseFigures } from '../../src/terms/statistics.js';

const figures = fc.record(
  Object.fromEntries(phraseFigures.map((name) => [name, fc.integer({ min: 0, max: 15 })])),
) as unknown as fc.Arbitrary<PhraseFigures>;

describe('PhraseStatistics', () => {
  it('gives back the figures of every phrase that was written, and of no other', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), figures), (phrases) => {
        const read = PhraseStatistics.read(PhraseStatistics.write(Object.entries(phrases)));
        for (const [phrase, expected] of Object.entries(phrases)) expect(read.of(phrase)).toEqual(expected);
        expect(read.of('一句没有说过的话，谁也没有')).toBeNull();
      }),
      { seed: 601, numRuns: 100 },
    );
  });

  it('keeps no words: the same phrases in another order are the same bytes, and none stands in them', () => {
    const one: PhraseFigures = {
      days: 1,
      speakers: 2,
      freedom: 3,
      nesting: 4,
      company: 5,
      oddity: 6,
      burst: 7,
    };
    const written = PhraseStatistics.write([
      ['灯油卡', one],
      ['夜航费', one],
    ]);
    expect(
      PhraseStatistics.write([
        ['夜航费', one],
        ['灯油卡', one],
      ]),
    ).toBe(written);
    expect(Buffer.from(written, 'base64')).toHaveLength(16);
  });
});

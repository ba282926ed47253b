import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTerms, type DayTerms } from '../../src/corpus/index.js';

const day = fc.record({
  group: fc.constantFrom('灯塔', '码头'),
  date: fc.constantFrom('2021-03-04', '2021-03-05', '2021-04-01'),
  terms: fc.uniqueArray(
    fc.record({
      term: fc.constantFrom('NFC', '手续费', '清算', '一卡通', '龥'),
      known: fc.boolean(),
      messages: fc.nat(9),
    }),
    { selector: (t) => t.term },
  ),
});
const whole = { from: null, to: null };

describe('countTerms', () => {
  it('countTerms counts days and messages, and says where a term was used and when', () => {
    const days: DayTerms[] = [
      { group: '码头', date: '2021-03-05', terms: [{ term: '清算', known: false, messages: 2 }] },
      { group: '灯塔', date: '2021-03-04', terms: [{ term: '清算', known: true, messages: 1 }] },
    ];
    expect(countTerms(days, whole)).toEqual([
      {
        ...{ term: '清算', known: true, days: 2, messages: 3 },
        ...{ groups: ['灯塔', '码头'].sort(), first: '2021-03-04', last: '2021-03-05' },
      },
    ]);
  });

  it('countTerms gives the same for days in any order, and for ranges one after another', () => {
    fc.assert(
      fc.property(fc.array(day), fc.constantFrom('A', '手', '清算', '龥'), (days, cut) => {
        const counts = countTerms(days, whole);
        expect(countTerms(days.toReversed(), whole)).toEqual(counts);
        const halves = [
          { from: null, to: cut },
          { from: cut, to: null },
        ];
        expect(halves.flatMap((range) => countTerms(days, range))).toEqual(counts);
      }),
      { seed: 77 },
    );
  });
});

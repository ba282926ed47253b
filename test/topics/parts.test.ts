import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regroup } from '../../src/topics/edits.js';
import { layoutOf } from '../../src/topics/layout.js';
import { changeOf, periodOf, stepOf } from '../../src/topics/movement.js';
import { nameOf } from '../../src/topics/name.js';
import { foldIn, nmf, startsOf } from '../../src/topics/nmf.js';
import { familiesOf } from '../../src/topics/parents.js';
import { sparseOf } from '../../src/topics/sparse.js';
import { svd } from '../../src/topics/svd.js';
import { npmi } from '../../src/topics/terms.js';

const blocks = sparseOf(
  [
    [
      [0, 2],
      [1, 2],
    ],
    [
      [0, 1],
      [1, 1],
    ],
    [
      [2, 3],
      [3, 3],
    ],
    [
      [2, 1],
      [3, 1],
    ],
  ],
  4,
);

describe('svd(matrix, count)', () => {
  it('gives the singular values of a matrix, falling', () => {
    const { values } = svd(blocks, 2);
    expect(values[0]).toBeCloseTo(Math.sqrt(20), 5);
    expect(values[1]).toBeCloseTo(Math.sqrt(10), 5);
  });
});

describe('nmf(matrix, start)', () => {
  const { words } = nmf(blocks, startsOf(blocks, 2)(2));
  const column = (c: number) => [0, 1, 2, 3].map((w) => words.values[w * 2 + c]! > 0.01);

  it('takes apart what does not belong together', () => {
    expect([column(0), column(1)]).toEqual([
      [false, false, true, true],
      [true, true, false, false],
    ]);
  });

  it('weighs a document that it never saw by the words given', () => {
    const weights = foldIn(sparseOf([[[3, 1]], []], 4), words).values;
    expect(weights[0]!).toBeGreaterThan(0);
    expect([...weights.slice(1)]).toEqual([0, 0, 0]);
  });
});

describe('nameOf(words)', () => {
  const word = (form: string, weight: number, term = true) => ({ form, weight, term, share: 1 });

  it('joins two terms that say different things', () => {
    expect(nameOf([word('资金存管', 2), word('借款人', 1)], '与')).toBe('资金存管与借款人');
  });

  it('does not say the same twice', () => {
    expect(nameOf([word('会计', 3), word('会计科目', 2), word('记账', 1)], '与')).toBe('会计与记账');
  });

  it('prefers a term to a plain word, and a single word to a weak second', () => {
    expect(nameOf([word('慢', 2, false), word('对账', 1)], '与')).toBe('对账与慢');
    expect(nameOf([word('对账', 9), word('差错', 1)], '与')).toBe('对账');
  });

  it('says what is talked of before places and trades, which people have in their names', () => {
    const place = { ...word('岛城', 3, false), card: true };
    expect(nameOf([place, word('聚会', 1, false)], '与')).toBe('聚会与岛城');
  });
});

describe('regroup(topics, edits)', () => {
  it('a chain of merges ends in its last topic, a ring in one of its own', () => {
    const chain = regroup(
      ['a', 'b', 'c'],
      [
        { topic: 'a', into: 'b' },
        { topic: 'b', into: 'c' },
      ],
    );
    expect(chain).toMatchObject({ ids: ['c'], columns: [0, 0, 0] });
    const ring = regroup(
      ['a', 'b'],
      [
        { topic: 'a', into: 'b' },
        { topic: 'b', into: 'a' },
      ],
    );
    expect(ring).toMatchObject({ ids: ['b'], columns: [0, 0] });
  });

  it('every topic has a place, whatever is merged into whatever', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const merge = fc.record({ topic: fc.constantFrom(...ids), into: fc.constantFrom(...ids) });
    fc.assert(
      fc.property(fc.array(merge, { maxLength: 6 }), (edits) => {
        const { ids: left, columns } = regroup(ids, edits);
        expect(columns.every((c) => c >= 0 && c < left.length)).toBe(true);
      }),
    );
  });
});

describe('movement', () => {
  it('a week goes by its Monday, a month by its name, a log without a date by its own', () => {
    expect(periodOf('2024-03-03', 'week')).toBe('2024-02-26');
    expect(periodOf('2024-03-03', 'month')).toBe('2024-03');
    expect(periodOf('灯塔', 'month')).toBe('灯塔');
  });

  it('days are told one by one, months by weeks, years by months', () => {
    expect(stepOf(['2024-03-01', '2024-03-09'])).toBe('day');
    expect(stepOf(['2024-03-01', '2024-05-09'])).toBe('week');
    expect(stepOf(['2024-03-01', '2025-05-09'])).toBe('month');
  });

  it('only a change that chance hardly makes is one', () => {
    expect(changeOf(20, 100, 5, 100).trend).toBe('grown');
    expect(changeOf(5, 100, 20, 100).trend).toBe('shrunk');
    expect(changeOf(6, 100, 5, 100).trend).toBe('steady');
    expect(changeOf(12, 100, 0, 100).trend).toBe('new');
    expect(changeOf(0, 100, 12, 100).trend).toBe('gone');
    expect(changeOf(9, 10, 0, 0).trend).toBe('steady');
  });
});

describe('what lies together', () => {
  const likeness = [
    [1, 0.9, 0, 0],
    [0.9, 1, 0, 0.1],
    [0, 0, 1, 0.8],
    [0, 0.1, 0.8, 1],
  ];

  it('like topics are of one family and near each other on the map', () => {
    expect(familiesOf(likeness)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    const places = layoutOf(likeness);
    const distance = (i: number, j: number) =>
      Math.hypot(places[i]!.x - places[j]!.x, places[i]!.y - places[j]!.y);
    expect(distance(0, 1)).toBeLessThan(distance(0, 2));
  });

  it('a single topic stands in the middle, none nowhere', () => {
    expect(layoutOf([[1]])).toEqual([{ x: 0, y: 0 }]);
    expect(layoutOf([])).toEqual([]);
  });

  it('npmi is 1 for words that only meet, -1 for words that never do, 0 for chance', () => {
    expect(npmi([0, 1], [0, 1], 8)).toBeCloseTo(1);
    expect(npmi([0, 1], [2, 3], 8)).toBe(-1);
    expect(npmi([0, 1], [0, 2], 4)).toBeCloseTo(0);
  });
});

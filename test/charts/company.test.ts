import { describe, expect, it } from 'vitest';
import { besideEachOther, companyOf } from '../../src/charts/cooccurrence.js';
import { company, renderSvg } from '../../src/charts/index.js';
import { mostUsed } from '../../src/charts/used-terms.js';
import { dayOf, phone, type SaidTerm, textsIn, withCopy } from './day.js';

const minutes = (count: number) =>
  Array.from({ length: count }, (_, i) => `09:${String(i).padStart(2, '0')}`);
const matrixOf = (day: ReturnType<typeof dayOf>) => companyOf(mostUsed(day), day);

describe('companyOf(terms, analysis)', () => {
  const between = (a: number[], b: number[], threads = [{ at: minutes(12) }]) =>
    matrixOf(
      dayOf(threads, [
        ['清算', a],
        ['网联', b],
      ]),
    )[0]![1];

  it('counts a message that has both terms', () => {
    expect(between([1], [1])).toBe(1);
  });

  it('counts messages with one term near one with the other', () => {
    expect(between([1, 2], [4])).toBe(3);
    expect(between([1], [4])).toBe(2);
    expect(between([1], [5])).toBe(0);
  });

  it('counts nothing across threads', () => {
    expect(between([2], [3], [{ at: minutes(2) }, { at: minutes(2) }])).toBe(0);
  });

  it('measures nearness without second copies and does not count them', () => {
    const terms: SaidTerm[] = [
      ['清算', [1]],
      ['网联', [5]],
    ];
    const day = dayOf([{ at: minutes(6) }], terms);
    expect(matrixOf(day)[0]![1]).toBe(0);
    expect(matrixOf(withCopy(day, 2, 1))[0]![1]).toBe(2);
    expect(
      matrixOf(
        dayOf(
          [{ at: minutes(6) }],
          [
            ['清算', [1, 2]],
            ['网联', [3]],
          ],
        ),
      )[0]![1],
    ).toBe(3);
    expect(
      matrixOf(
        withCopy(
          dayOf(
            [{ at: minutes(6) }],
            [
              ['清算', [1, 2]],
              ['网联', [3]],
            ],
          ),
          2,
          1,
        ),
      )[0]![1],
    ).toBe(2);
  });

  it('is symmetric, with zeroes on the diagonal', () => {
    const day = dayOf(
      [{ at: minutes(9) }],
      [
        ['清算', [1, 2, 5]],
        ['网联', [2, 3]],
        ['备付金', [5, 9]],
      ],
    );
    const matrix = matrixOf(day);
    expect(matrix.map((_, i) => matrix.map((row) => row[i]))).toEqual(matrix);
    expect(matrix.map((row, i) => row[i])).toEqual([0, 0, 0]);
  });
});

describe('besideEachOther(matrix)', () => {
  it('puts companions side by side', () => {
    const matrix = [
      [0, 0, 9, 0],
      [0, 0, 1, 9],
      [9, 1, 0, 0],
      [0, 9, 0, 0],
    ];
    expect([
      [0, 2, 1, 3],
      [3, 1, 2, 0],
    ]).toContainEqual(besideEachOther(matrix));
  });

  it('lets a companion join at whichever end it is closer to', () => {
    const matrix = [
      [0, 9, 8],
      [9, 0, 0],
      [8, 0, 0],
    ];
    expect(besideEachOther(matrix)).toEqual([2, 0, 1]);
  });

  it('gives every place once, also of terms without company', () => {
    expect(
      besideEachOther([
        [0, 0],
        [0, 0],
      ]).sort(),
    ).toEqual([0, 1]);
    expect(besideEachOther([])).toEqual([]);
  });
});

describe('company(analysis, options)', () => {
  const terms: SaidTerm[] = [
    ['清算', [1, 2, 3]],
    ['网联', [2, 3]],
    ['备付金', [6]],
    ['独行', [12]],
  ];
  const day = dayOf([{ at: minutes(12) }], terms);

  it('draws nothing where fewer than three terms keep company', () => {
    expect(company(dayOf([{ at: minutes(12) }], [terms[0]!, terms[1]!, terms[3]!]), phone)).toBeNull();
    expect(company(dayOf([]), phone)).toBeNull();
  });

  it('names every term that keeps company once, and none that does not', async () => {
    const texts = textsIn(await renderSvg(company(day, phone)!));
    for (const term of ['清算', '网联', '备付金'])
      expect(texts.filter((text) => text === term)).toHaveLength(1);
    expect(texts).not.toContain('独行');
  });

  it('says which terms are closest', () => {
    expect(company(day, phone)!.summary).toMatch(/最常一起：(?:清算与网联|网联与清算) 3；/);
    expect(company(day, { ...phone, lang: 'en' })!.summary).toContain(' 3; ');
  });
});

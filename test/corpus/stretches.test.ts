import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../src/corpus/index.js';

const days = (...dates: string[]) => new Map(dates.map((date) => [date, { uses: 1, all: 2 }]));

describe('stretchesOf(days)', () => {
  it('a few days stand day by day, those without a log too, and groups add up', () => {
    const { unit, stretches } = stretchesOf(days('灯塔/2021-03-04', '港口/2021-03-04', '灯塔/2021-03-06'));
    expect(unit).toBe('day');
    expect(stretches).toEqual([
      { name: '2021-03-04', uses: 2, all: 4, logged: true },
      { name: '2021-03-05', uses: 0, all: 0, logged: false },
      { name: '2021-03-06', uses: 1, all: 2, logged: true },
    ]);
  });

  it('a log in which nothing was said is told from no log', () => {
    const silent = new Map([
      ...days('灯塔/2021-03-04', '灯塔/2021-03-06'),
      ['灯塔/2021-03-05', { uses: 0, all: 0 }],
    ]);
    expect(stretchesOf(silent).stretches.map((s) => s.logged)).toEqual([true, true, true]);
  });

  it('some months stand by weeks from Monday, a year by months', () => {
    const weeks = stretchesOf(days('灯塔/2021-03-04', '灯塔/2021-05-03'));
    expect([weeks.unit, weeks.stretches[0]!.name, weeks.stretches.at(-1)!.name]).toEqual([
      'week',
      '2021-03-01',
      '2021-05-03',
    ]);
    const months = stretchesOf(days('灯塔/2020-12-31', '灯塔/2021-12-01'));
    expect([months.unit, months.stretches.length]).toEqual(['month', 13]);
  });

  it('a second log of a day belongs to it, and one without a date to none', () => {
    expect(stretchesOf(days('灯塔/2021-03-04_2', '灯塔/2021-03-04')).stretches).toHaveLength(1);
    expect(stretchesOf(days('灯塔/草稿')).stretches).toEqual([]);
  });
});

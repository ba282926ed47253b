import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isOn, isSpan, missingDays, readSide, usualOf } from '../../src/compare/index.js';

describe('readSide', () => {
  it.each([
    ['2018-07-11', '2018-07-11', '2018-07-11'],
    ['2018-W27', '2018-07-02', '2018-07-08'],
    ['2020-W53', '2020-12-28', '2021-01-03'],
    ['2018-02', '2018-02-01', '2018-02-28'],
    ['2018-Q3', '2018-07-01', '2018-09-30'],
    ['2018', '2018-01-01', '2018-12-31'],
    ['2018-01..2018-03', '2018-01-01', '2018-03-31'],
    ['..2018-03-14', '', '2018-03-14'],
    ['2018-03-15..', '2018-03-15', '9999-12-31'],
  ])('%s is from %s to %s, of all groups', (text, from, to) => {
    expect(readSide(text)).toEqual({ label: text, group: null, from, to });
  });

  it("a group, or a group's week", () => {
    expect(readSide('灯塔')).toMatchObject({ group: '灯塔', from: '', to: '9999-12-31' });
    expect(readSide('灯塔/2018-W27')).toMatchObject({ group: '灯塔', from: '2018-07-02' });
  });

  it('what is no date that there is, is no span', () => {
    for (const text of ['2018-02-30', '2018-W54', '2018-13', '..', 'logs', '2019-W53', '2018-03..2018-01'])
      expect(isSpan(text)).toBe(false);
  });

  it('every date is read, and lies on its own side', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (day) => {
          const date = day.toISOString().slice(0, 10);
          expect(isOn(readSide(date), { group: '灯塔', date })).toBe(true);
          expect(isOn(readSide(date), { group: '灯塔', date: addDays(date, 1) })).toBe(false);
        },
      ),
    );
  });
});

describe('missingDays', () => {
  const days = ['2021-03-01', '2021-03-02', '2021-03-05'].map((date) => ({ group: '灯塔', date }));

  it('days of a span without a log are told', () => {
    expect(missingDays(readSide('2021-03-01..2021-03-05'), days)).toEqual([
      { group: '灯塔', dates: ['2021-03-03', '2021-03-04'] },
    ]);
  });

  it('an open side is asked only between its first and its last log', () => {
    expect(missingDays(readSide('2021-03-02..'), days)).toEqual([
      { group: '灯塔', dates: ['2021-03-03', '2021-03-04'] },
    ]);
  });
});

it('the usual of a day is the weeks before it', () => {
  expect(usualOf(readSide('灯塔/2021-03-29'), 2, '平时')).toEqual({
    label: '平时',
    group: '灯塔',
    from: '2021-03-15',
    to: '2021-03-28',
  });
});

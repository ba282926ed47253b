import { describe, expect, it } from 'vitest';
import { byDate, endsOf, everyDay, hasDate, isWithin, Query } from '../../src/corpus/index.js';

describe('endsOf', () => {
  it('endsOf is of what are dates; names of files sort before and behind them, and count for none', () => {
    const dates = ['0-灯塔', '2024-05-14', '2024-05-16_2', '2024-05-15', '2024-13-01', 'notes'];
    expect(endsOf(dates)).toEqual({ first: '2024-05-14', last: '2024-05-16' });
    expect(endsOf(['notes'])).toEqual({ first: '', last: '' });
    expect(endsOf([])).toEqual({ first: '', last: '' });
  });
});

describe('isWithin', () => {
  it('isWithin: a second log of a day lies where its day does, one without a date in all days alone', () => {
    const may = { from: '2024-05-16', to: '2024-05-16' };
    expect(['2024-05-15', '2024-05-16', '2024-05-16_2', 'notes'].map((d) => isWithin(d, may))).toEqual([
      ...[false, true, true, false],
    ]);
    expect([everyDay, { ...everyDay, from: '2024-05-01' }].map((s) => isWithin('notes', s))).toEqual([
      ...[true, false],
    ]);
    expect([everyDay, { ...everyDay, to: '2024-05-31' }].map((s) => isWithin('0-灯塔', s))).toEqual([
      ...[true, false],
    ]);
  });
});

describe('byDate', () => {
  it('byDate has what is no date before all that are', () => {
    const dates = ['notes', '2024-05-16_2', '2024-05-16', '0-灯塔', '2024-05-15'];
    expect([...dates].sort(byDate)).toEqual([
      ...['0-灯塔', 'notes', '2024-05-15', '2024-05-16', '2024-05-16_2'],
    ]);
    expect(dates.filter(hasDate)).toHaveLength(3);
  });
});

describe('Query', () => {
  const days = ['2024-05-15', '2024-05-16_2', 'notes'].map((date) => ({ group: '灯塔', date }));
  const query = new Query<never>({ days: [...days, { group: '码头', date: 'notes' }] });

  it("Query.lastDays is each group's last date, of a group without dates none", () => {
    expect([...query.lastDays()]).toEqual([
      ['灯塔', '2024-05-16'],
      ['码头', ''],
    ]);
  });

  it('Query.ends is of dates, and of those of the span', () => {
    expect(query.ends()).toEqual({ first: '2024-05-15', last: '2024-05-16' });
    expect(query.ends({ ...everyDay, from: '2024-05-16' }).first).toBe('2024-05-16');
  });
});

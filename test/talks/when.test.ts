import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysIn, isDate, timeIn } from '../../src/talks/when.js';

/** A Thursday. */
const thursday = '2021-03-04';
const dates = (text: string, said = thursday) => daysIn(text, said).map((day) => day.date);

describe('daysIn', () => {
  it.each([
    ['2021/3/14', '2021-03-14'],
    ['2021年3月14日', '2021-03-14'],
    ['3月14日', '2021-03-14'],
    ['3月14号晚', '2021-03-14'],
    ['3.14 周日 @阿橙', '2021-03-14'],
    ['4.10 【无安排】', '2021-04-10'],
    ['今晚', '2021-03-04'],
    ['明天', '2021-03-05'],
    ['明晚8点', '2021-03-05'],
    ['后天', '2021-03-06'],
    ['大后天', '2021-03-07'],
    ['周四', '2021-03-04'],
    ['周六晚', '2021-03-06'],
    ['周三', '2021-03-10'],
    ['本周一', '2021-03-01'],
    ['下周三', '2021-03-10'],
    ['下个星期天', '2021-03-14'],
    ['下下周一', '2021-03-15'],
  ])('daysIn takes %j on a Thursday for %s', (text, date) => {
    expect(dates(text)).toEqual([date]);
  });

  it('daysIn takes a day without a year for the nearest to come, in the year before or after too', () => {
    expect(dates('1月3日', '2020-12-20')).toEqual(['2021-01-03']);
    expect(dates('12月30日', '2021-01-04')).toEqual(['2020-12-30']);
    expect(dates('12月30日', '2021-06-04')).toEqual(['2021-12-30']);
  });

  it('daysIn counts a weekday that stands with its date once', () => {
    expect(dates('2021/3/6 周六 2021/3/7（周日）')).toEqual(['2021-03-06', '2021-03-07']);
    expect(dates('本周六(3月6日)')).toEqual(['2021-03-06']);
  });

  it.each(['3.14 版', '1.2.3 周报', '2021-02-30', '元旦后第一周周三', '13月1日', '上周三', '周末', '大家'])(
    'daysIn sees no day in %j',
    (text) => {
      expect(dates(text)).toEqual([]);
    },
  );

  it('daysIn without a date of its own reads nothing but dates with a year', () => {
    expect(dates('明晚 3月5日 2021-03-06', '没有日期')).toEqual(['2021-03-06']);
  });

  it('daysIn gives days that exist, in the order of the text, each where it says', () => {
    const part = fc.oneof(
      fc.constantFrom('明晚', '下周三', '周日', '3月', '5日', '2021/', '3/', '.', ' ', '9999', '(', '十'),
      fc.integer({ min: 0, max: 99 }).map(String),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), fc.string(), (parts, noise) => {
        const text = parts.join('') + noise;
        const found = daysIn(text, thursday);
        found.forEach((day, i) => {
          expect(isDate(day.date)).toBe(true);
          expect(day.start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
          expect(day.end).toBeLessThanOrEqual(text.length);
        });
      }),
      { seed: 431, numRuns: 500 },
    );
  });
});

describe('timeIn', () => {
  it.each([
    ['今晚20:30', '20:30'],
    ['开始时间为【19:30】', '19:30'],
    ['明晚8点', '20:00'],
    ['晚上8点半', '20:30'],
    ['晚上八点', '20:00'],
    ['下午3点', '15:00'],
    ['大概8:30开始', '20:30'],
    ['上午9点', '09:00'],
    ['上午10:15', '10:15'],
    ['中午12点', '12:00'],
    ['晚上7点一刻', '19:15'],
    ['晚上8点30 请准备', '20:30'],
    ['提前到17:30分', '17:30'],
    ['十点见', '10:00'],
    ['晚上十一点', '23:00'],
  ])('timeIn reads %j as %s', (text, time) => {
    expect(timeIn(text)).toBe(time);
  });

  it.each(['有点晚', '快一点', '晚一点', '两点看法', '99:99', '费率0.38', '晚上见', '一点钱'])(
    'timeIn sees none in %j',
    (text) => {
      expect(timeIn(text)).toBeNull();
    },
  );

  it('timeIn gives a time of the clock or none, whatever it reads', () => {
    const part = fc.oneof(
      fc.constantFrom('晚上', '点', '半', '十', '二', ':', '：', '分', '下午'),
      fc.nat(99).map(String),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        expect(timeIn(parts.join('')) ?? '00:00').toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
      }),
      { seed: 432, numRuns: 500 },
    );
  });
});

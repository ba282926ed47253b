import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeople } from '../../src/people/index.js';
import type { Day } from '../../src/read/index.js';
import { findAnnouncements, findSchedule } from '../../src/talks/index.js';
import { chats } from '../threads/arbitrary.js';
import { chat } from '../threads/chat.js';

const scheduleOf = (day: Day, from = '2021-03-04') =>
  findSchedule(findAnnouncements(day.messages, findPeople(day).mentions, [], from));

/** The slots that one message announces: day, guest, topic. */
const slots = (text: string, from?: string) =>
  scheduleOf(chat(`09:00 群主 ${text}`), from)?.slots.map(
    ({ date, guest, topic }) => `${date} ${guest ?? '-'}${topic ? ` ${topic}` : ''}`,
  );

describe('findSchedule', () => {
  it('findSchedule reads days and guests', () => {
    expect(slots('分享安排⏎2021-03-05 @阿橙⏎2021-03-06 @半帆-码头')).toEqual([
      '2021-03-05 阿橙',
      '2021-03-06 半帆-码头',
    ]);
  });

  it('findSchedule fills the days between that nobody has taken', () => {
    expect(slots('分享安排⏎2021-03-05 @阿橙⏎2021-03-08 @小舵')).toEqual([
      '2021-03-05 阿橙',
      '2021-03-06 -',
      '2021-03-07 -',
      '2021-03-08 小舵',
    ]);
  });

  it('findSchedule begins with the day after the log, which nobody may have taken', () => {
    expect(slots('分享安排⏎2021-03-06 @阿橙⏎2021-03-07 @小舵')).toEqual([
      '2021-03-05 -',
      '2021-03-06 阿橙',
      '2021-03-07 小舵',
    ]);
  });

  it('findSchedule of a log without a date begins with the first day announced', () => {
    expect(slots('分享安排⏎2021-03-06 @阿橙⏎2021-03-07 @小舵', '没有日期')?.[0]).toBe('2021-03-06 阿橙');
  });

  it('findSchedule goes across the end of a month and of a year', () => {
    expect(slots('分享排期 2020-12-30 @阿橙 2021-01-02 @小舵', '2020-12-29')).toEqual([
      '2020-12-30 阿橙',
      '2020-12-31 -',
      '2021-01-01 -',
      '2021-01-02 小舵',
    ]);
  });

  it('findSchedule puts days in order and reads dates however they are written', () => {
    expect(slots('分享计划 2021年3月6日 @小舵\u20052021/3/5 @阿橙')).toEqual([
      '2021-03-05 阿橙',
      '2021-03-06 小舵',
    ]);
  });

  it("findSchedule reads a guest's name to its end, spaces and dashes and all", () => {
    expect(slots('分享安排⏎2021-03-05 @Li Lei - 码头\u2005⏎2021-03-06 @半帆')).toEqual([
      '2021-03-05 Li Lei - 码头',
      '2021-03-06 半帆',
    ]);
  });

  it('findSchedule reads what a guest will talk about, on his line or below it', () => {
    expect(slots('分享安排⏎2021-03-05 @阿橙 《灯油怎么记账》⏎2021-03-06 @半帆⏎码头的夜班')).toEqual([
      '2021-03-05 阿橙 灯油怎么记账',
      '2021-03-06 半帆 码头的夜班',
    ]);
  });

  it.each(['请大家准时来', '快来', `${'长'.repeat(31)}`, '@小舵 主持今晚的'])(
    'findSchedule does not take %j for a topic',
    (text) => {
      expect(slots(`分享安排⏎2021-03-05 @阿橙 ${text}⏎2021-03-06 @半帆`)?.[0]).toBe('2021-03-05 阿橙');
    },
  );

  it('findSchedule knows a day without a talk by intent', () => {
    expect(slots('分享安排⏎2021-03-05 @阿橙⏎2021-03-06 休息⏎2021-03-07 @半帆')?.[1]).toBe(
      '2021-03-06 - 休息',
    );
  });

  it('findSchedule does not take everyone for a guest', () => {
    expect(slots('分享安排⏎2021-03-05 @所有人⏎2021-03-06 @半帆')?.[0]).toBe('2021-03-05 -');
  });

  it('findSchedule knows a day that is announced without a guest', () => {
    expect(slots('分享安排 2021-03-05 待定 2021-03-06 @小舵')?.[0]).toBe('2021-03-05 -');
  });

  it('findSchedule leaves days out that do not exist', () => {
    expect(slots('分享安排 2021-02-30 @阿橙 2021-03-05 @半帆 2021-03-06 @小舵')).toEqual([
      '2021-03-05 半帆',
      '2021-03-06 小舵',
    ]);
    expect(slots('分享安排 2021-13-05 @阿橙 2021-03-06 @小舵')).toBeUndefined();
  });

  it('findSchedule does not fill months', () => {
    expect(slots('分享安排 2021-03-05 @阿橙 2021-12-05 @小舵')).toHaveLength(16);
  });

  it('findSchedule takes the latest message that announces one', () => {
    const day = chat(`
      09:00 群主 分享安排 2021-03-05 @阿橙 2021-03-06 @小舵
      10:00 群主 分享安排改了 2021-03-05 @半帆 2021-03-06 @小舵
      11:00 群主 分享安排大家都看到了吗`);
    expect(scheduleOf(day)).toMatchObject({ n: 2, slots: [{ guest: '半帆' }, {}] });
  });

  it.each(['2021-03-05 @阿橙 2021-03-06 见', '分享安排 2021-03-05 @阿橙', '分享安排 明天 后天 @所有人'])(
    'findSchedule finds none in %j',
    (text) => {
      expect(slots(text)).toBeUndefined();
    },
  );

  it('findSchedule gives days that exist, in order, without a gap of days', () => {
    const part = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
        .map(([m, d]) => `2021-${m}-${d}`),
      fc.constantFrom('@阿橙', '@半帆\u2005', '⏎', ' ', '主题', '9999-99-99', '9999-12-31'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const found = scheduleOf(chat(`09:00 群主 分享安排${parts.join('')}`));
        const dates = (found?.slots ?? []).map((slot) => slot.date);
        expect(dates).toEqual([...dates].sort());
        for (const date of dates) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
      }),
      { seed: 421, numRuns: 300 },
    );
  });

  it('findSchedule knows the last day that a header can name', () => {
    expect(slots('分享安排 9999-12-30 @阿橙 9999-12-31 @小舵', '9999-12-31')).toHaveLength(2);
    expect(slots('分享安排 2021-03-05 @阿橙 2021-03-06 @小舵', '9999-12-31')).toHaveLength(2);
  });

  it('findSchedule never throws, whatever a day holds', () => {
    fc.assert(
      fc.property(chats, fc.string(), (day, from) => {
        const found = scheduleOf(day, from);
        if (found) expect(found.slots.some((slot) => slot.guest !== null)).toBe(true);
      }),
      { seed: 422, numRuns: 200 },
    );
  });
});

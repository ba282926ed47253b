import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeople } from '../../src/people/index.js';
import { findAnnouncements, isDate } from '../../src/talks/index.js';
import type { MessageKind } from '../../src/threads/index.js';
import { chats } from '../threads/arbitrary.js';
import { chat } from '../threads/chat.js';

/** What a script's messages announce, each as `date time guest topic state`; the day is a Thursday. */
const announced = (script: string, kinds: MessageKind[] = []) => {
  const day = chat(script);
  return findAnnouncements(day.messages, findPeople(day).mentions, kinds, '2021-03-04').map((a) =>
    [a.date.slice(5), a.time ?? '', a.guest ?? '-', a.topic ?? '', a.state, a.movedFrom ?? '']
      .filter(Boolean)
      .join(' '),
  );
};

/** What one notice announces. */
const notice = (text: string) => announced(`12:00 群主 ${text}`, ['notice']);

describe('findAnnouncements', () => {
  it('findAnnouncements reads a talk of today with guest, topic and time', () => {
    expect(
      notice('今天请到一位朋友，@阿橙-码头 给大家做分享，主题是“灯油怎么记账”开始时间为【19:30】；欢迎欢迎'),
    ).toEqual(['03-04 19:30 阿橙-码头 灯油怎么记账 planned']);
  });

  it.each([
    ['明晚8点 有请 @阿橙 来分享《灯油怎么记账》', '03-05 20:00 阿橙 灯油怎么记账 planned'],
    ['下周三晚上请到 @半帆 给大家做分享', '03-10 半帆 planned'],
    ['3月14日嘉宾 @半帆 分享', '03-14 半帆 planned'],
    ['大家好，晚上邀请 @半帆 给大家做分享', '03-04 半帆 planned'],
    ['今日分享预告 主讲嘉宾：@小舵 主题：潮汐表', '03-04 小舵 潮汐表 planned'],
  ])('findAnnouncements reads %j', (text, found) => {
    expect(notice(text)).toEqual([found]);
  });

  it('findAnnouncements takes a member who says that he will talk for the guest', () => {
    expect(announced('12:00 小舵 周六晚上我会在群里分享一下潮汐表')).toEqual(['03-06 小舵 planned']);
    expect(announced('12:00 小舵 @群主 今晚我来分享一下潮汐表吧')).toEqual(['03-04 小舵 planned']);
  });

  it('findAnnouncements reads a list of weekdays without a heading, where most days stand with a name', () => {
    expect(announced('12:00 群主 周五 @阿橙⏎灯油怎么记账⏎周六 20:30 @半帆⏎下周一 @小舵')).toEqual([
      '03-05 阿橙 灯油怎么记账 planned',
      '03-06 20:30 半帆 planned',
      '03-07 - gap',
      '03-08 小舵 planned',
    ]);
  });

  it('findAnnouncements reads a list whose names stand before their days, and weekdays that go on', () => {
    expect(announced('12:00 群主 @阿橙⏎灯油怎么记账 3月6日 20:30⏎@半帆⏎3月7日')).toEqual([
      '03-05 - gap',
      '03-06 20:30 阿橙 灯油怎么记账 planned',
      '03-07 半帆 planned',
    ]);
    expect(announced('12:00 群主 周六 @阿橙⏎周日 @半帆⏎周四 @小舵')).toEqual([
      '03-05 - gap',
      '03-06 阿橙 planned',
      '03-07 半帆 planned',
      '03-08 - gap',
      '03-09 - gap',
      '03-10 - gap',
      '03-11 小舵 planned',
    ]);
  });

  it('findAnnouncements reads a name to its end, where somebody bears a shorter one', () => {
    expect(announced('12:00 阿橙 早\n12:01 群主 周五 @阿橙-码头-灯塔⏎周六 @半帆')).toEqual([
      '03-05 阿橙-码头-灯塔 planned',
      '03-06 半帆 planned',
    ]);
  });

  it('findAnnouncements does not take a list of duties for one of talks', () => {
    expect(announced('12:00 群主 每天分享的负责人：周五 @阿橙 周六 @半帆')).toEqual([]);
  });

  it('findAnnouncements reads a list that the message before it heads', () => {
    const list = '2021/3/8 周一 2021/3/9 周二 @半帆';
    expect(announced(`12:00 群主 近期分享安排：\n12:01 群主 ${list}`)).toEqual([
      '03-05 - gap',
      '03-06 - gap',
      '03-07 - gap',
      '03-08 - open',
      '03-09 半帆 planned',
    ]);
    expect(announced(`12:00 群主 早\n12:01 群主 ${list}`)).toEqual([]);
  });

  it.each([
    ['今晚分享取消', ['03-04 - off']],
    ['主讲人出差，今晚的分享取消，明晚也取消', ['03-04 - off', '03-05 - off']],
    ['今晚的分享已调整至下周三', ['03-04 - off', '03-10 - planned 2021-03-04']],
    ['今晚主讲的嘉宾有事，分享调整到下周', ['03-04 - off']],
    ['今晚的分享提前到17:30', ['03-04 17:30 - planned']],
    ['明天和周六的分享对调', ['03-05 - planned 2021-03-06', '03-06 - planned 2021-03-05']],
  ])('findAnnouncements reads a change: %s', (text, found) => {
    expect(notice(text)).toEqual(found);
  });

  it.each([
    '感谢 @阿橙 今晚的分享',
    '期待今晚的分享',
    '3月1日 @阿橙 给大家做过分享',
    '明天谁来分享？',
    '「群主：今晚请到 @阿橙 给大家做分享」 - - - - 好的',
    '今晚吃什么 @阿橙',
    '昨天 @阿橙 分享的很好，今晚再看',
  ])('findAnnouncements finds none in %j', (text) => {
    expect(announced(`12:00 小舵 ${text}`)).toEqual([]);
  });

  it('findAnnouncements does not take a talk itself, or a second copy, for an announcement', () => {
    expect(announced('20:00 小舵 明天我再分享第二部分', ['talk'])).toEqual([]);
    const day = chat('12:00 群主 明晚请到 @半帆 来分享潮汐表');
    const copy = { ...day.messages[0]!, n: 2, duplicateOf: 1 };
    const { mentions } = findPeople({ ...day, messages: [...day.messages, copy] });
    expect(findAnnouncements([...day.messages, copy], mentions, [], '2021-03-04')).toHaveLength(1);
  });

  it('findAnnouncements gives days that exist, in the order of their messages, whatever a day holds', () => {
    fc.assert(
      fc.property(chats, fc.constantFrom('2021-03-04', '没有日期', '9999-12-31'), (day, date) => {
        const found = findAnnouncements(day.messages, findPeople(day).mentions, [], date);
        found.forEach((a, i) => {
          expect(isDate(a.date)).toBe(true);
          expect(a.n).toBeGreaterThanOrEqual(found[i - 1]?.n ?? 1);
        });
      }),
      { seed: 433, numRuns: 200 },
    );
  });
});

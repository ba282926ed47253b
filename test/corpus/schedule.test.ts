import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activitiesOf,
  asOf,
  emptyProgramme,
  mergeProgrammes,
  noticesOf,
  programmeOf,
  scheduleOf,
} from '../../src/corpus/index.js';
import type { Announcement } from '../../src/talks/index.js';
import { dayOf, sumsOf, told } from './life.js';

const line = { speaker: '群主', text: '预告' };

/** The programme of days that announce, each `said` day with its announcements. */
const programme = (days: Record<string, Announcement[]>) =>
  Object.entries(days)
    .map(([said, announced]) => programmeOf(dayOf(said, [line, line, line], { announced })))
    .reduce(mergeProgrammes, emptyProgramme);

const schedule = (days: Record<string, Announcement[]>) =>
  scheduleOf(programme(days)).map((day) =>
    [
      day.date.slice(5),
      day.time,
      day.guest,
      day.topic,
      day.state,
      ...day.replaced.map((r) => `(${[r.guest, r.time, r.state].filter(Boolean).join(' ')})`),
    ]
      .filter(Boolean)
      .join(' '),
  );

describe('asOf', () => {
  const day = (date: string, state: 'planned' | 'held') => ({
    group: '灯塔',
    date,
    state,
    ...{ time: null, guest: '海葵', topic: null, address: null, replaced: [], held: [] },
  });

  it('asOf does not call a talk planned whose day is past and shows none', () => {
    const days = [day('2021-03-01', 'planned'), day('2021-03-02', 'held'), day('2021-03-04', 'planned')];
    const states = asOf(days, new Map([['灯塔', '2021-03-04']])).map(({ state }) => state);
    expect(states).toEqual(['unseen', 'held', 'planned']);
    expect(asOf(days, new Map([['别群', '2021-03-09']])).map(({ state }) => state)).toContain('planned');
  });
});

describe('scheduleOf', () => {
  it('scheduleOf joins what several announcements say of one talk', () => {
    expect(
      schedule({
        '2021-03-01': [told('2021-03-05', { guest: '阿橙-码头' })],
        '2021-03-05': [told('2021-03-05', { guest: '阿橙-码头', topic: '灯油', time: '19:30' })],
      }),
    ).toEqual(['03-05 19:30 阿橙-码头 灯油 planned']);
  });

  it('scheduleOf lets a later announcement win, and says what it replaces', () => {
    expect(
      schedule({
        '2021-03-01': [told('2021-03-05', { guest: '阿橙', time: '19:30' })],
        '2021-03-03': [told('2021-03-05', { guest: '半帆' })],
      }),
    ).toEqual(['03-05 半帆 planned (阿橙 19:30 planned)']);
  });

  it('scheduleOf keeps whose talk was called off', () => {
    expect(
      schedule({
        '2021-03-01': [told('2021-03-05', { guest: '阿橙' })],
        '2021-03-05': [told('2021-03-05', { state: 'off' })],
      }),
    ).toEqual(['03-05 阿橙 off (阿橙 planned)']);
  });

  it('scheduleOf moves a talk with its guest, and frees the day that it leaves', () => {
    expect(
      schedule({
        '2021-03-01': [told('2021-03-05', { guest: '阿橙', topic: '灯油' })],
        '2021-03-04': [told('2021-03-05', { state: 'off' }), told('2021-03-09', { movedFrom: '2021-03-05' })],
      }),
    ).toEqual(['03-05 阿橙 灯油 off (阿橙 planned)', '03-09 阿橙 灯油 planned']);
  });

  it('scheduleOf swaps two talks', () => {
    const swap = [
      told('2021-03-05', { movedFrom: '2021-03-06' }),
      told('2021-03-06', { movedFrom: '2021-03-05' }),
    ];
    const first = [told('2021-03-05', { guest: '阿橙' }), told('2021-03-06', { guest: '半帆' })];
    expect(schedule({ '2021-03-01': first, '2021-03-03': swap })).toEqual([
      '03-05 半帆 planned (阿橙 planned)',
      '03-06 阿橙 planned (半帆 planned)',
    ]);
  });

  it('scheduleOf points gaps out, but a list that leaves a day out takes no talk off it', () => {
    expect(
      schedule({
        '2021-03-01': [told('2021-03-06', { guest: '阿橙' })],
        '2021-03-02': [told('2021-03-05', { state: 'gap' }), told('2021-03-06', { state: 'gap' })],
      }),
    ).toEqual(['03-05 gap', '03-06 阿橙 planned']);
  });

  it('scheduleOf knows which talks were given, announced or not, and who signed in by typing', () => {
    const talk = {
      kind: 'talk' as const,
      speaker: '阿橙',
      title: '灯油',
      host: null,
      announcements: [],
      outline: [],
      images: [],
      links: [],
      qa: [],
      discussion: [],
    };
    const day = dayOf(
      '2021-03-05',
      [
        { speaker: '半帆', text: '签到' },
        { speaker: '半帆', text: '签到' },
        { speaker: '阿橙', text: '开讲' },
      ],
      { talks: [{ ...talk, signins: [1, 2], passages: [3] }] },
    );
    const discussed = { ...day, talks: [{ ...day.talks[0]!, kind: 'discussion' as const, passages: [] }] };
    expect(programmeOf(discussed).held).toEqual([]);
    const [given] = scheduleOf(programmeOf(day));
    expect(given).toMatchObject({ state: 'held', guest: '阿橙', address: null });
    expect(given!.held[0]!.signins).toEqual(['半帆']);
  });

  it('mergeProgrammes gives one answer for any order of days', () => {
    const announced = fc.record({
      n: fc.integer({ min: 1, max: 3 }),
      date: fc.constantFrom('2021-03-05', '2021-03-06'),
      guest: fc.constantFrom('阿橙', '半帆', null),
      state: fc.constantFrom('planned' as const, 'off' as const, 'gap' as const, 'open' as const),
      movedFrom: fc.constantFrom(null, '2021-03-05'),
    });
    const day = fc
      .tuple(fc.constantFrom('2021-03-01', '2021-03-02'), fc.array(announced, { maxLength: 4 }))
      .map(([date, list]) =>
        programmeOf(dayOf(date, [line, line, line], { announced: list.map((a) => told(a.date, a)) })),
      );
    fc.assert(
      fc.property(fc.tuple(day, day, day), (days) => {
        const [first, ...others] = sumsOf(mergeProgrammes, emptyProgramme, days);
        for (const other of others) {
          expect(other).toEqual(first);
          expect(scheduleOf(other)).toEqual(scheduleOf(first!));
        }
      }),
      { seed: 443, numRuns: 200 },
    );
  });
});

describe('talks of a public edition', () => {
  it('are told of without their titles where they stay inside', () => {
    const talk = {
      ...{ kind: 'talk' as const, title: '灯油怎么记账', host: null, announcements: [], signins: [2] },
      ...{ passages: [1], outline: [], images: [], links: [], qa: [], discussion: [] },
    };
    const lines = (guest: string, other: string) => [
      { speaker: guest, text: '一、灯油' },
      { speaker: other, text: '签到', kind: 'signin' as const },
    ];
    const inner = dayOf('2021-03-05', lines('阿橙', '半帆'), { talks: [{ ...talk, speaker: '阿橙' }] });
    const outer = dayOf('2021-03-05', lines('群友1', '群友2'), {
      published: { names: 0, numbers: 0, statements: 0 },
    });
    const held = { speaker: '群友1', title: null, signins: ['群友2'], n: 1 };
    expect(programmeOf(outer, inner).held).toMatchObject([held]);
    expect([...activitiesOf(outer, inner).get('群友1')!.talks]).toEqual([['灯塔支付/2021-03-05#1', null]]);
    expect(scheduleOf(programmeOf(outer, inner))).toMatchObject([{ state: 'held', topic: null }]);
  });
});

describe('noticesOf', () => {
  it('leaves out the standing rules of the group, posted to whoever joins', () => {
    const text = '本群建设目标是为守灯人提供交流平台。拒绝分享的同学将被移出本群';
    const day = dayOf('2021-03-05', [{ speaker: '群主', text, kind: 'notice' }]);
    expect(noticesOf(day)).toEqual([]);
  });

  it('what is asked of the group stays in the group', () => {
    const day = dayOf('2021-03-05', [{ speaker: '群主', text: '请各位修改名片', kind: 'notice' }]);
    expect(noticesOf(day)).toHaveLength(1);
    expect(noticesOf({ ...day, published: { names: 0, numbers: 0, statements: 0 } })).toEqual([]);
  });
});

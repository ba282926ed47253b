import { describe, expect, it } from 'vitest';
import type { DayAnalysis } from '../../src/analysis/index.js';
import {
  activitiesOf,
  type ListedMember,
  membersOf,
  mergeActivities,
  noActivities,
  programmeOf,
  scheduleOf,
} from '../../src/corpus/index.js';
import type { Resolution } from '../../src/people/index.js';
import { dayOf, sumsOf, told } from './life.js';

const first = dayOf(
  '2021-03-04',
  [
    { speaker: '阿橙', text: '签到', kind: 'signin' },
    { speaker: '半帆', text: '灯油怎么记账？' },
    {
      speaker: '阿橙',
      text: '按月记',
      mentions: [{ start: 0, end: 0, name: '半帆-灯塔-产品-北岸', speaker: '半帆' }],
    },
    { speaker: '阿橙', text: '按月记', duplicateOf: 3 },
  ],
  {
    qa: [{ question: [2], answers: [3], follows: null, kind: 'question' }],
    terms: [{ term: '灯油', surface: ['灯油'], class: 'concept', known: true, messages: [2] }],
    announced: [told('2021-03-09', { guest: '半帆' })],
  },
);
const second = dayOf('2021-03-06', [
  { speaker: '小舵', text: '早' },
  { speaker: '阿橙', text: '早' },
]);

const listed = (name: string, rest: Partial<ListedMember> = {}): ListedMember => ({
  name,
  aliases: [],
  exempt: null,
  note: '',
  line: 2,
  ...rest,
});

const means = (name: string, speaker: string, confidence: number): Resolution => ({
  name,
  messages: 0,
  speaker,
  confidence,
  resolved: true,
  confirmed: false,
  evidence: { answers: 0, callbacks: 0, answerDays: 0, doubled: 0, together: 0, calls: 0, parts: 0 },
});

const members = (days: DayAnalysis[], list: ListedMember[] = [], resolutions: Resolution[] = []) =>
  membersOf({
    activities: days.map((day) => activitiesOf(day)).reduce(mergeActivities, noActivities),
    resolutions,
    list,
    schedule: scheduleOf(programmeOf(first)),
  });
const named = (name: string, ...rest: Parameters<typeof members>) =>
  members(...rest).find((m) => m.name === name)!;

describe('membersOf', () => {
  it('membersOf gives the last word, messages, days, sign-ins and answers of everybody who spoke', () => {
    const member = named('阿橙', [first, second]);
    expect(member.activity).toMatchObject({
      messages: 3,
      last: { date: '2021-03-06', n: 2 },
      help: { questions: 1, terms: new Map([['灯油', 1]]) },
    });
    expect(member.activity!.days.size).toBe(2);
    expect([...member.activity!.signins]).toEqual(['灯塔支付/2021-03-04']);
  });

  it('membersOf knows talks to come, and the form of the name under which somebody is called', () => {
    const member = named('半帆', [first]);
    expect(member.coming).toEqual(['灯塔支付/2021-03-09']);
    expect([member.card, member.inForm]).toEqual(['半帆-灯塔-产品-北岸', true]);
    expect(named('阿橙', [first]).inForm).toBe(false);
  });

  it('membersOf counts a talk for its guest, and none for who leads a discussion', () => {
    const given = (kind: 'talk' | 'discussion', passages: number[]) => ({
      ...first,
      talks: [
        {
          kind,
          speaker: '阿橙',
          title: '灯油',
          host: null,
          announcements: [],
          signins: [],
          passages,
          outline: [],
          images: [],
          links: [],
          qa: [],
          discussion: [2, 3],
        },
      ],
    });
    const talks = (day: typeof first) => [...named('阿橙', [day]).activity!.talks];
    expect(talks(given('talk', [3]))).toEqual([['灯塔支付/2021-03-04#3', '灯油']]);
    expect(talks(given('discussion', []))).toEqual([]);
  });

  it('membersOf takes two names of one person together, no surer than that is known', () => {
    const member = named('阿橙', [first, second], [], [means('小舵', '阿橙', 0.75)]);
    expect(member.names).toEqual(['小舵', '阿橙']);
    expect(member.activity!.messages).toBe(4);
    expect(member.certainty).toBe(0.75);
  });

  it('membersOf reads who is exempt from the list, by another name too', () => {
    const list = [listed('橙子', { aliases: ['阿橙'], exempt: true, note: '元老' })];
    const member = named('橙子', [first], list);
    expect(member.listed).toMatchObject({ exempt: true, note: '元老' });
    expect(member.activity!.messages).toBe(2);
    expect(member.certainty).toBe(1);
  });

  it('membersOf lists those of the list who did not speak, first of all', () => {
    const [silent] = members([first], [listed('老贾')]);
    expect(silent).toMatchObject({ name: '老贾', activity: null, certainty: 1 });
  });

  it('membersOf puts a line of the list to nobody where it could mean two', () => {
    const days = [
      dayOf('2021-03-04', [
        { speaker: '小舵-码头', text: '早' },
        { speaker: '小舵-灯塔', text: '早' },
      ]),
    ];
    const member = named('小舵', days, [listed('小舵')]);
    expect(member.activity).toBeNull();
    expect(member.rivals).toEqual(['小舵-灯塔', '小舵-码头']);
    expect(member.certainty).toBeLessThan(0.5);
  });

  it('membersOf does not run in circles where names mean each other', () => {
    const circle = [means('小舵', '阿橙', 0.9), means('阿橙', '小舵', 0.9)];
    expect(
      members([second], [], circle)
        .flatMap((m) => m.names)
        .sort(),
    ).toEqual(['小舵', '阿橙']);
  });

  it('mergeActivities gives one answer for any order of days', () => {
    const days = [first, second, { ...first, date: '2021-03-05' }].map((day) => activitiesOf(day));
    const [sum, ...others] = sumsOf(mergeActivities, noActivities, [days[0]!, days[1]!, days[2]!]);
    for (const other of others) expect([...other]).toEqual([...sum!]);
  });
});

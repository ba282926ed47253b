import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDay } from '../threads/arbitrary.js';
import { chat } from '../threads/chat.js';
import { evening, passage } from '../threads/talk.js';
import { study } from './study.js';

const talksOf = (script: string) => study(chat(script)).talks;
const without = (script: string, pattern: RegExp) =>
  script
    .split('\n')
    .filter((line) => !pattern.test(line))
    .join('\n');

describe('findTalks of an evening with a talk', () => {
  const [talk] = talksOf(evening);

  it('findTalks names the guest and the announced title', () => {
    expect([talk!.speaker, talk!.title]).toEqual(['阿橙', '渡口的夜间对账']);
  });

  it('findTalks gathers announcements, sign-ins and passages', () => {
    expect(talk!.announcements).toEqual([1]);
    expect(talk!.signins).toEqual([2, 3, 4]);
    expect(talk!.passages).toEqual([5, 6, 7, 9, 10, 12, 13]);
  });

  it('findTalks gathers the questions that the guest answers', () => {
    expect(talk!.qa).toContainEqual(expect.objectContaining({ question: [14], answers: [15] }));
  });

  it('findTalks keeps what else is worth reading, and no chatter', () => {
    expect(talk!.discussion).toContain(16);
    expect(talk!.discussion).not.toContain(11);
  });

  it('findTalks puts no message into two of its lists', () => {
    const all = [
      ...talk!.passages,
      ...talk!.discussion,
      ...talk!.signins,
      ...talk!.qa.flatMap((q) => [...q.question, ...q.answers]),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('findTalks', () => {
  it('findTalks finds none on an ordinary busy day', () => {
    const names = ['阿橙', '半帆', '小舵', '老锚', '海灯'];
    const words = [
      '分账的比例怎么定？',
      '按合同来，先走船后付钱',
      '去年的手续费是千三',
      '清算今天晚了半个钟头',
    ];
    const busy = Array.from({ length: 120 }, (_, i) => {
      const minute = String(i % 60).padStart(2, '0');
      return `${10 + Math.floor(i / 60)}:${minute} ${names[(i * 3 + (i % 7)) % 5]} ${words[i % 4]}，第${i}回了`;
    });
    expect(talksOf(busy.join('\n'))).toEqual([]);
  });

  it('findTalks takes the title from the opening words where no notice has one', () => {
    const script = without(evening, /19:50/).replace(
      '今天分享渡口的夜间对账',
      '今天分享的主题是《灯油怎么记账》',
    );
    expect(talksOf(script)[0]!.title).toBe('灯油怎么记账');
  });

  it('findTalks takes the title from what the guest says that he speaks of', () => {
    const script = without(evening, /19:50/).replace(
      '今天分享渡口的夜间对账',
      '今天跟大家聊聊灯油的进货和记账',
    );
    expect(talksOf(script)[0]!.title).toBe('灯油的进货和记账');
  });

  it.each([
    ['今天由我跟大家分享《灯油的三本账》，请指教', '灯油的三本账'],
    ['大家好，今天的分享主要围绕灯油的登记和流转来进行', '灯油的登记和流转'],
    ['不好意思，我就简单谈一下灯油吧，经验不多', '灯油'],
    ['今天主要分享灯油的进货和记账方面的。', '灯油的进货和记账'],
    ['这次分享的主题主要是灯油记账相关的，请多指正', '灯油记账'],
    ['今天我跟大家分享一下渡口的三本账', '渡口的三本账'],
    ['我先给大家介绍一下灯油，今天分享渡口的三本账', '渡口的三本账'],
  ])('findTalks cuts a title out of the sentence that leads to it: %s', (said, title) => {
    const script = without(evening, /19:50/).replace('今天分享渡口的夜间对账', said);
    expect(talksOf(script)[0]!.title).toBe(title);
  });

  it('findTalks leaves out what an announcement says to its readers behind the title', () => {
    const announced = evening.replace(
      /19:50 .*/,
      '19:50 群主 各位同学 今天请到@阿橙 给大家做分享. 主题内容是 灯油的三本账 大家鼓掌 听完再提问',
    );
    expect(talksOf(announced)[0]!.title).toBe('灯油的三本账');
  });

  it('findTalks takes a title without its brackets where an announcement quotes it twice', () => {
    const announced = evening.replace(
      /19:50 .*/,
      '19:50 群主 今天请到@阿橙 给大家做分享，主题是 “《灯油的三本账》”开始时间为【20:00】',
    );
    expect(talksOf(announced)[0]!.title).toBe('灯油的三本账');
  });

  it.each(['有请@阿橙 开始分享 听的时候请大家先别说话，掌声留到最后', '今晚由谁分享、主题是哪一个还没定'])(
    'findTalks takes neither a rule of the house nor a topic that is still open for a title: %s',
    (said) => {
      const script = `
      10:00 群主 今晚由@阿橙 做分享，主题是灯油的三本账
      ${evening.replace(/19:50 .*/, `19:50 群主 ${said}`).trim()}`;
      expect(talksOf(script)[0]!.title).toBe('灯油的三本账');
    },
  );

  it.each(['今晚轮到@灯塔某人 做分享，主题是灯油的三本账', '今晚灯塔老师来分享，主题是灯油的三本账'])(
    'findTalks takes the topic that is announced of a guest under another name: %s',
    (said) => {
      const [talk] = talksOf(evening.replace(/19:50 .*/, `19:50 群主 ${said}`));
      expect([talk!.title, talk!.host]).toEqual(['灯油的三本账', '群主']);
    },
  );

  it('findTalks never takes the opening of a sentence for a title', () => {
    const script = without(evening, /19:50/).replace('今天分享渡口的夜间对账', '今晚就算我来分享了吧');
    expect(talksOf(script)[0]!.title).toBe('渡口的船怎么排队');
  });

  it('findTalks calls a talk of which nobody says what it is about a talk: a name is no title', () => {
    const script = Array.from(
      { length: 14 },
      (_, i) => `20:${10 + i} 阿橙 ${passage(i).replaceAll('讲', '写')}`,
    );
    expect(talksOf(script.join('\n'))[0]!.title).toBe('一场分享');
  });

  it('findTalks takes the title from a short first line of a passage before that', () => {
    const script = Array.from(
      { length: 14 },
      (_, i) => `20:${10 + i} 阿橙 ${passage(i).replaceAll('讲', '写')}`,
    );
    const titleWith = (said: string) => talksOf(script.with(3, `20:13 阿橙 ${said}`).join('\n'))[0]!.title;
    expect(titleWith('灯油的三本账')).toBe('灯油的三本账');
    expect(titleWith('一、先说下灯油的三本账')).toBe('灯油的三本账');
    expect(titleWith('行，回头见。另外介绍一下灯油')).toBe('一场分享');
  });

  it('findTalks takes the title that the schedule has for the day', () => {
    const scheduled = evening.replace(
      /19:50 .*/,
      '19:50 群主 分享安排⏎2021-03-04 @阿橙 灯油的三本账⏎2021-03-05 @小舵',
    );
    expect(talksOf(scheduled)[0]!.title).toBe('灯油的三本账');
  });

  it('findTalks does not call a talk on a day of rest after the rest', () => {
    const scheduled = evening.replace(/19:50 .*/, '19:50 群主 分享安排⏎2021-03-04 休息⏎2021-03-05 @小舵');
    expect(talksOf(scheduled)[0]!.title).toBe('渡口的夜间对账');
  });

  it('findTalks takes a message in which somebody presents the guest for an announcement', () => {
    const script = evening.replace('20:00 阿橙', '19:58 半帆 今晚有请 @阿橙 来讲灯油\n  20:00 阿橙');
    expect(talksOf(script)[0]!.announcements).toEqual([1, 5]);
  });

  it('findTalks does not take a notice of the group for an announcement of the talk', () => {
    const script = evening.replace('  19:51', '  19:50 群主 @所有人 明天码头停电，大家早点走\n  19:51');
    expect(talksOf(script)[0]!.announcements).toEqual([1]);
  });

  it('findTalks does not take what others answer each other for questions to the guest', () => {
    const script = `${evening}
      20:18 半帆 请问小舵，你们夜里几个人补账？
      20:19 小舵 @半帆 夜里补账一般是两个人`;
    const { talks, questions } = study(chat(script));
    expect(questions).toContainEqual(expect.objectContaining({ question: [17], answers: [18] }));
    expect(talks[0]!.qa.flatMap((q) => q.question)).not.toContain(17);
  });

  it('findTalks does not reach for what is said the next morning', () => {
    const script = `${evening}
      23:30 半帆 今天码头的船排到了第二个渡口那边去了`;
    expect(talksOf(script)[0]!.discussion).not.toContain(17);
  });

  it('findTalks keeps two talks of an evening apart', () => {
    const second = evening
      .replace(/^ +(19|20):/gm, (_, hour) => `  ${Number(hour) + 2}:`)
      .replaceAll('阿橙', '海灯');
    const talks = talksOf(evening + second);
    expect(talks.map((t) => t.speaker)).toEqual(['阿橙', '海灯']);
    expect(talks[0]!.passages.filter((n) => talks[1]!.passages.includes(n))).toEqual([]);
    expect(talks[0]!.discussion.every((n) => n < talks[1]!.passages[0]!)).toBe(true);
  });

  it('the lists of a talk are numbers of messages of the day, rising; no second copy is among them', () => {
    const withTalk = anyDay.map((day) => ({
      ...day,
      messages: [
        ...chat(evening).messages,
        ...day.messages.map((m) => ({
          ...m,
          n: m.n + 16,
          second: m.second + 50_000,
          duplicateOf: m.duplicateOf && m.duplicateOf + 16,
        })),
      ],
    }));
    fc.assert(
      fc.property(
        withTalk.filter((day) => day.language === 'zh'),
        (day) => {
          const { talks } = study(day);
          expect(talks.length).toBeGreaterThan(0);
          for (const talk of talks) {
            for (const list of [talk.announcements, talk.signins, talk.passages, talk.discussion]) {
              expect(list).toEqual([...new Set(list)].sort((a, b) => a - b));
              for (const n of list) expect(day.messages[n - 1]!.duplicateOf).toBeNull();
            }
            for (const n of talk.passages) expect(day.messages[n - 1]!.speaker).toBe(talk.speaker);
            expect(talk.title).toMatch(/\S/);
          }
        },
      ),
      { seed: 431, numRuns: 100 },
    );
  });
});

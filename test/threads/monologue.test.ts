import { describe, expect, it } from 'vitest';
import { chat, follow } from './chat.js';
import { evening, passage } from './talk.js';

const talksOf = (script: string) => follow(chat(script)).links.talks;
const withoutLines = (script: string, pattern: RegExp) =>
  script
    .split('\n')
    .filter((line) => !pattern.test(line))
    .join('\n');

describe('findMonologues', () => {
  it('findMonologues finds a talk from its opening to its closing words', () => {
    expect(talksOf(evening)).toEqual([{ speaker: '阿橙', passages: [5, 6, 7, 9, 10, 12, 13] }]);
  });

  it('findMonologues leaves out what the guest says to somebody in between', () => {
    const script = evening.replace('20:09 小舵 谢谢分享', '20:09 阿橙 @半帆 这个等下讲');
    expect(talksOf(script)).toEqual([{ speaker: '阿橙', passages: [5, 6, 7, 9, 10, 12, 13] }]);
  });

  it("findMonologues leaves out the guest's greetings before he opens", () => {
    const script = evening.replace('19:53 老锚 签到[玫瑰]', '19:53 阿橙 我在路上，信号不太好，稍等');
    expect(talksOf(script)[0]!.passages[0]).toBe(5);
  });

  it('findMonologues needs no closing words', () => {
    const script = withoutLines(evening, /20:12/);
    expect(talksOf(script).map((t) => t.passages)).toEqual([[5, 6, 7, 9, 10, 12]]);
  });

  it('findMonologues finds a long talk that nobody announced', () => {
    const script = Array.from({ length: 14 }, (_, i) => `20:${10 + i} 阿橙 ${passage(i)}`).join('\n');
    expect(talksOf(script)[0]!.passages).toHaveLength(14);
  });

  it('findMonologues makes one talk of a talk that a long pause broke', () => {
    const second = Array.from({ length: 6 }, (_, i) => `21:${10 + 2 * i} 阿橙 ${passage(10 + i)}`);
    const opened = [
      '21:08 阿橙 我们开始吧，接着分享夜里的账',
      ...second,
      '21:30 阿橙 分享到此结束，谢谢大家',
    ];
    const talks = talksOf([evening, ...opened].join('\n'));
    expect(talks.map((t) => t.speaker)).toEqual(['阿橙']);
    expect(talks[0]!.passages.length).toBeGreaterThan(10);
  });

  it('findMonologues finds two talks of two guests in order', () => {
    const second = evening
      .replace(/^ +(19|20):/gm, (_, hour) => `  ${Number(hour) + 2}:`)
      .replaceAll('阿橙', '海灯');
    expect(talksOf(evening + second).map((t) => t.speaker)).toEqual(['阿橙', '海灯']);
  });

  it('findMonologues finds none in an ordinary busy hour', () => {
    const names = ['阿橙', '半帆', '小舵', '老锚'];
    const busy = Array.from(
      { length: 50 },
      (_, i) =>
        `10:${String(10 + i).slice(-2)}:00 ${names[(i * i) % 4]} 第${i}条船的手续费按上个月的走，别的没有变`,
    );
    expect(talksOf(busy.join('\n'))).toEqual([]);
  });

  it('findMonologues finds none in a handful of long messages', () => {
    const script = [1, 2, 3, 4].map((i) => `10:0${i} 阿橙 ${passage(i).repeat(3)}`).join('\n');
    expect(talksOf(script)).toEqual([]);
  });

  it('findMonologues finds none where others say as much meanwhile, announced or not', () => {
    const script = evening.replace(/^ +(20:\d\d) 阿橙 第(\d)段.*$/gm, (line, time, i) =>
      [line, `  ${time}:30 半帆 ${passage(Number(i) + 10)}`].join('\n'),
    );
    expect(script.match(/半帆 第/g)).toHaveLength(5);
    expect(talksOf(script)).toEqual([]);
  });

  it('findMonologues ends a talk with its closing words, though the guest stays', () => {
    const script = `${evening}
      20:17 阿橙 我先去码头看一眼船，你们接着聊，晚点我再回来
      20:18 阿橙 今晚的灯油也还没有记账，记完了再睡`;
    expect(talksOf(script)[0]!.passages.at(-1)).toBe(13);
  });

  it('findMonologues leaves out what can have been typed in answer to a question between the passages, and no more', () => {
    const asked = (answer: string) =>
      evening.replace('20:06 阿橙', `20:05:30 阿橙 ${answer}\n  20:05:50 阿橙`);
    const among = [5, 6, 7, 9, 10, 11, 13, 14];
    expect(talksOf(asked('当班的船家来补'))[0]!.passages).toEqual(among.filter((n) => n !== 9));
    for (const lecture of [passage(9), '二、渡口的账', `第二天补，${'账上写明是哪一天的，'.repeat(5)}`])
      expect(talksOf(asked(lecture))[0]!.passages).toEqual(among);
  });

  it('findMonologues takes no discussion hours after the closing words for the talk', () => {
    const discussed = Array.from({ length: 12 }, (_, i) => [
      `22:${10 + 4 * i} 阿橙 ${passage(10 + i)}`,
      `22:${12 + 4 * i} 半帆 我们那边第${i}个渡口也记在第${i}页，和你们一样，天亮才睡下`,
    ]);
    const script = [evening, '22:08 半帆 大家说说夜里的账', ...discussed.flat()].join('\n');
    expect(talksOf(script)[0]!.passages.at(-1)).toBe(13);
    expect(talksOf(withoutLines(script, /20:12/))[0]!.passages.length).toBeGreaterThan(12);
  });

  it('findMonologues finds none where one person only shares pictures', () => {
    const script = Array.from({ length: 20 }, (_, i) => `20:${10 + i} 阿橙 ![20:${10 + i}](tide-${i}.jpg)`);
    expect(talksOf(script.join('\n'))).toEqual([]);
  });

  it('findMonologues finds a short talk of a guest whom somebody announced by name', () => {
    const script = `
      19:50 群主 今天请到一位朋友 @阿橙 给大家做分享，主题是“渡口的灯油”，大家欢迎
      20:00 阿橙 各位晚上好，在路上，我慢慢写
      20:10 阿橙 ${passage(1)}
      20:25 阿橙 ${passage(2)}
      20:40 半帆 灯油涨价了谁来出呢？
      20:41 阿橙 @半帆 船家出一半`;
    expect(talksOf(script)).toEqual([{ speaker: '阿橙', passages: [2, 3, 4] }]);
  });

  it('findMonologues finds none where the talk was called off', () => {
    const script = `
      18:00 群主 今天请到一位朋友 @阿橙 给大家做分享，主题是“渡口的灯油”，大家欢迎
      18:30 群主 插播一下，作者临时有事，今晚分享取消
      20:00 阿橙 实在抱歉，码头停电了，回不来
      20:02 阿橙 ${passage(1)}
      20:04 阿橙 灯油的事改天再说吧`;
    expect(talksOf(script)).toEqual([]);
  });

  it('findMonologues does not take an invitation for tomorrow for one of today', () => {
    const script = `
      19:50 群主 明晚有请 @阿橙 给大家做分享，主题是“渡口的灯油”
      20:00 阿橙 好的，我明天早点到
      20:02 阿橙 ${passage(1)}
      20:04 阿橙 材料还差一页，今夜补上`;
    expect(talksOf(script)).toEqual([]);
  });

  it('findMonologues finds a short talk that its guest presents and closes, though nobody announced it', () => {
    const script = `
      20:00 阿橙 各位好，今晚跟大家介绍渡口的灯油
      20:00 阿橙 ${passage(1)}
      20:00 阿橙 ${passage(2)}
      20:01 阿橙 ${passage(3)}
      20:01 阿橙 以上就是今天分享的内容，有问题欢迎提
      20:05 半帆 灯油涨价了谁来出呢？`;
    expect(talksOf(script)).toEqual([{ speaker: '阿橙', passages: [1, 2, 3, 4, 5] }]);
  });

  it('findMonologues goes on past closing words in the midst of a talk', () => {
    const script = evening.replace('20:06 阿橙', '20:05 阿橙 历史就讲到这里，接着讲账\n  20:06 阿橙');
    expect(talksOf(script)[0]!.passages.at(-1)).toBe(14);
  });

  it('findMonologues ends a talk that nobody closed where questions take over', () => {
    const answers = Array.from({ length: 6 }, (_, i) =>
      [`21:${10 + 2 * i} 半帆 第${i}个渡口怎么补账呢？`, `21:${11 + 2 * i} 阿橙 第二天早上补`].join('\n'),
    );
    const lecture = Array.from({ length: 14 }, (_, i) => `20:${50 + Math.min(i, 9)} 阿橙 ${passage(i)}`);
    expect(talksOf([...lecture, ...answers].join('\n'))[0]!.passages).toHaveLength(14);
  });

  it('findMonologues counts slides of an announced guest', () => {
    const slides = Array.from({ length: 6 }, (_, i) => `20:1${i} 阿橙 ![20:1${i}](tide-${i}.jpg)`);
    const script = [
      '19:50 群主 今天请到一位朋友 @阿橙 给大家做分享，主题是“渡口的灯油”，大家欢迎',
      '20:09 阿橙 大家好，直接看图',
      ...slides,
    ];
    expect(talksOf(script.join('\n'))[0]!.passages).toHaveLength(7);
  });

  const told = Array.from(
    { length: 9 },
    (_, i) =>
      `20:${String(i < 6 ? i : i + 12).padStart(2, '0')} 阿橙 第${i}个渡口的灯油从哪一年开始由船家们自己凑钱来买，账又由谁来记着`,
  );

  it('findMonologues finds a short talk of somebody who is left alone until he asks for questions', () => {
    const asks = [...told, '20:22 阿橙 大家看看灯油还有什么问题没有', '20:24 半帆 灯油涨价了谁来出呢？'];
    expect(talksOf(asks.join('\n'))[0]!.passages).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const leaves = [...told, '20:22 阿橙 灯油的事情我也是才听说的', '20:24 半帆 灯油涨价了谁来出呢？'];
    expect(talksOf(leaves.join('\n'))).toEqual([]);
  });

  it('findMonologues finds none where others talk as well before somebody asks for questions', () => {
    const mixed = told.flatMap((line, i) => [
      line,
      `${line.slice(0, 5)} 半帆 我们渡口第${i}年也是这样凑的钱`,
    ]);
    expect(talksOf([...mixed, '20:22 阿橙 大家看看灯油还有什么问题没有'].join('\n'))).toEqual([]);
  });

  it('findMonologues takes a topic presented in one message for a talk where the group then asks and its author answers', () => {
    const rounds = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        [`20:${13 + 2 * i} 半帆 第${i}个渡口怎么补账呢？`, `20:${14 + 2 * i} 阿橙 第二天早上补`].join('\n'),
      );
    const topic = `20:01 阿橙 大家好，跟大家介绍一下夜间对账。${passage(1)}`;
    expect(talksOf([topic, ...rounds(6)].join('\n'))).toEqual([{ speaker: '阿橙', passages: [1] }]);
    expect(talksOf([topic, ...rounds(2)].join('\n'))).toEqual([]);
    expect(talksOf([`20:01 阿橙 ${passage(1)}`, ...rounds(6)].join('\n'))).toEqual([]);
  });
});

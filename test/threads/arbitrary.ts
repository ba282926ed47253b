import fc from 'fast-check';
import type { Day } from '../../src/read/index.js';
import { irc, readChat } from './chat.js';

const speakers = fc.constantFrom('阿橙', '阿橙-灯塔', '半帆-码头', '小舵', '老锚??', '我', '群主', '');

/** Messages of every kind that the rules know, and what a log may hold beside them. */
const said = fc.constantFrom(
  '灯塔的手续费怎么算？',
  '请问渡口的结算周期是多少',
  '千三，去年谈的',
  '分账就是把一笔钱按约定的比例分给几家，平台自己不碰钱',
  '@阿橙 你说的是资金清算吧',
  '@半帆-码头\u2005可以的',
  '@谁也不是 在吗',
  '@所有人 今晚八点给大家分享，主题是“渡口的夜间对账”',
  '分享安排 2021-03-05 @阿橙 2021-03-08 @小舵',
  '签到',
  '签到[玫瑰]',
  '好的',
  '谢谢分享',
  '哈哈哈哈',
  '今天的火锅不错',
  '谁有简历，招聘一个摆渡的',
  '大家好，我是阿橙，今天分享渡口的夜间对账',
  '我的分享就到这里，谢谢大家',
  '「小舵：千三」不对，是千五',
  '[渡口新规全文](https://tide.example/a)',
  'https://tide.example/b?c=1',
  '![09:00](tide-1.jpg)',
  '[[灯笼]](tide.gif)',
  '[捂脸][捂脸]',
  '😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀',
  '',
  '根据银发〔2017〕281号，备付金要集中存管',
  `这一段讲船怎么排队，${'先到先走，夜里再对一遍账，'.repeat(9)}`,
);
const texts = fc.oneof(
  { weight: 6, arbitrary: said },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.array(said, { maxLength: 3 }).map((list) => list.join('')) },
);

const gaps = fc.constantFrom(0, 1, 15, 60, 200, 900, 7000, -40);
const turn = fc.tuple(gaps, speakers, texts);

const clock = (second: number) => new Date(second * 1000).toISOString().slice(11, 19);

/** Logs of the exporter; some stand twice under two names, as doubled days do. */
export const logs: fc.Arbitrary<string> = fc
  .tuple(fc.array(turn, { maxLength: 40 }), fc.integer({ min: 0, max: 3 }))
  .map(([turns, doubled]) => {
    let now = 8 * 3600;
    const lines = turns.flatMap(([gap, speaker, text]) => {
      now = Math.max(0, now + gap);
      const names = doubled ? [speaker] : [speaker, `${speaker}-第二份`];
      return names.map((name) => `> ${clock(now)}  ${name}\n\n${text}\n`);
    });
    return lines.join('\n');
  });

/** Chinese days of anything. */
export const chats: fc.Arbitrary<Day> = logs.map(readChat);

const nick = fc.constantFrom('harbor', 'buoy', 'lamp', 'Lamp');
const spoken = fc.constantFrom(
  'how do I mount a disk?',
  'harbor: use fstab',
  'buoy, thanks',
  'it rains',
  '   ',
  '',
  'http://tide.example/a',
);
const ircLine = fc.oneof(
  fc.tuple(nick, spoken).map(([who, text]) => `<${who}> ${text}`),
  nick.map((who) => ` * ${who} waves`),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => `<lamp> ${text}`),
);

/** English days of anything, lines of the server between. */
export const ircDays: fc.Arbitrary<Day> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.option(ircLine)), { minLength: 1, maxLength: 30 })
  .map((lines) =>
    irc(
      ...lines.map(([minute, line]) =>
        line === null ? '=== buoy joined #harbour' : `[${clock(minute * 60).slice(0, 5)}] ${line}`,
      ),
    ),
  );

export const anyDay: fc.Arbitrary<Day> = fc.oneof(
  { weight: 4, arbitrary: chats },
  { weight: 1, arbitrary: ircDays },
);

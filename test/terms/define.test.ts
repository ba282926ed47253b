import { describe, expect, it } from 'vitest';
import { chat } from '../threads/chat.js';
import { study } from './chat.js';

const definitions = (script: string) => study(chat(script)).definitions;
/** The terms that one message explains. */
const explained = (text: string) => definitions(`09:00 阿橙 ${text}`).map((d) => d.term);

describe('findDefinitions: what explains', () => {
  it.each([
    ['分账就是把一笔钱按约定分给几家', '分账'],
    ['备付金是指客户先存在机构那里的钱', '备付金'],
    ['清算指的是各家先算清楚谁欠谁', '清算'],
    ['结算的前一步，清算其实就是对一遍账', '清算'],
    ['收单意味着替商家把钱收回来', '收单'],
    ['这笔钱存在央行，叫备付金（机构自己不能动）', '备付金'],
    ['POS（一种放在柜台上收钱的机器）', 'POS'],
    ['收单=替商家收钱的一方', '收单'],
    ['收单：替商家收钱的一方', '收单'],
    ['所谓备付金是客户先存在机构那里的钱', '备付金'],
    ['按约定把钱分给几家，也就是分账', '分账'],
    ['費率就是每一笔要收的那个数', '費率'], // as the day calls it
  ])('findDefinitions of %j explains %s', (text, term) => {
    expect(explained(text)).toContain(term);
  });

  it('findDefinitions gives the message and its words', () => {
    expect(definitions('09:00 阿橙 早\n09:01 半帆 分账就是把一笔钱分给几家')).toEqual([
      { term: '分账', messages: [2], text: '分账就是把一笔钱分给几家', sure: false },
    ]);
  });

  it('findDefinitions takes along what its speaker goes on to say at once', () => {
    expect(
      definitions(`
        09:00:00 阿橙 分账就是把一笔钱，
        09:00:20 阿橙 按约定分给几家：
        09:00:40 阿橙 平台不碰这笔钱，`),
    ).toEqual([
      {
        term: '分账',
        messages: [1, 2, 3],
        text: '分账就是把一笔钱，\n按约定分给几家：\n平台不碰这笔钱，',
        sure: false,
      },
    ]);
  });

  it('findDefinitions goes on across a short remark of another, and leaves it out', () => {
    expect(
      definitions('09:00:00 阿橙 分账就是把一笔钱\n09:00:20 半帆 嗯嗯在听\n09:00:40 阿橙 按约定分给几家')[0]!
        .messages,
    ).toEqual([1, 3]);
  });

  it.each([
    ['five minutes pass', '09:05:01 阿橙 按约定分给几家'],
    ['its speaker asks', '09:00:20 阿橙 有没有人要吃火锅？'],
  ])('findDefinitions ends an explanation where %s', (_, next) => {
    expect(definitions(`09:00:00 阿橙 分账就是把一笔钱分给几家\n${next}`)[0]!.messages).toEqual([1]);
  });

  it('findDefinitions takes the answer to what a term is, though it does not name it', () => {
    const found = definitions(`
      09:00:00 阿橙 请问什么是备付金？
      09:00:20 半帆 @阿橙\u2005客户先存在机构那里的钱`);
    expect(found.map((d) => [d.term, d.messages])).toEqual([['备付金', [2]]]);
  });

  it('findDefinitions shows 400 characters of a long one and cuts none in half', () => {
    const [definition] = definitions(`09:00 阿橙 分账就是${'把'.repeat(395)}😀钱`);
    expect(definition!.text.length).toBeLessThanOrEqual(400);
    expect(definition!.text).not.toMatch(/[\ud800-\udbff]$/);
  });

  it('findDefinitions gives explanations in the order of the messages', () => {
    const found = definitions(`
      09:00 阿橙 清算就是对一遍谁欠谁多少
      09:01 半帆 分账就是把一笔钱分给几家
      09:02 小舵 清算指的是各家先算清楚`);
    expect(found.map((d) => [d.messages[0], d.term])).toEqual([
      [1, '清算'],
      [2, '分账'],
    ]);
  });

  it('findDefinitions puts together what a conversation says of a term by turns', () => {
    const [first] = definitions(`
      09:00 阿橙 清算就是对一遍谁欠谁多少
      09:01 半帆 火锅吃不吃了啊今天
      09:02 小舵 清算指的是各家先算清楚`);
    expect(first!.messages).toEqual([1, 3]);
  });

  it('findDefinitions is sure of what has the form of a definition and some length, and of nothing short', () => {
    const sure = (text: string) => definitions(`09:00 阿橙 ${text}`).map((d) => d.sure);
    expect(sure('分账就是把一笔钱分给几家')).toEqual([false]);
    expect(
      sure('所谓分账就是指一笔钱进来以后按事先说好的比例分到几家各自的名下去，平台自己一分也不经手'),
    ).toEqual([true]);
  });

  it('findDefinitions is sure of what a conversation defines twice, sooner than of what is said once', () => {
    const once =
      '09:00 阿橙 客户先存着随时来取而机构动不得的那种钱大家都叫备付金，年底要对一次账，差一分也不行';
    const again = `${once}\n09:01 半帆 对，替客户保管着哪天要用就得马上给出来的钱，也叫备付金`;
    expect(definitions(once).map((d) => d.sure)).toEqual([false]);
    expect(definitions(again).map((d) => d.sure)).toEqual([true]);
  });
});

describe('findDefinitions: what explains nothing', () => {
  it.each([
    '分账就是把一笔钱分给几家吗',
    '分账就是把一笔钱分给几家？',
    '什么是备付金，备付金就是存的钱',
    '备付金是什么，我一直没弄明白过',
    '备付金是不是客户先存在机构那里的钱',
    '备付金是谁家的钱谁来管这件事',
    '备付金是很大的一笔钱，谁都想要',
    '备付金是我们去年最头疼的一件事',
    '今天的清算晚了半个钟头才做完',
    '分账：渡口，码头，灯塔等',
    '就是分账',
  ])('findDefinitions of %j explains nothing', (text) => {
    expect(explained(text)).toEqual([]);
  });

  it('findDefinitions does not take a longer Latin word for the term', () => {
    expect(explained('COMPOS就是一种老式的灯油泵')).toEqual([]);
  });

  it('findDefinitions reads a term that holds marks of a pattern', () => {
    expect(explained('备付金(.*)+就是一个写错的词吧')).toEqual([]);
  });

  it('findDefinitions explains nothing twice where a message stands twice', () => {
    const lines = Array.from({ length: 7 }, (_, i) => `09:0${i} 阿橙 分账就是把钱分给${i}家船主`);
    const twice = lines.flatMap((line) => [line, line.replace('阿橙', '阿橙-灯塔')]);
    expect(definitions(twice.join('\n')).map((d) => d.messages)).toEqual([[1, 3, 5, 7, 9, 11, 13]]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcementOf } from '../../src/threads/announced.js';
import { announcedTitle, longestTitle } from '../../src/threads/index.js';
import { anyDay } from './arbitrary.js';
import { chat, follow, irc } from './chat.js';

/** The title of the first thread of a day. */
const titleOf = (script: string) => follow(chat(script)).threads[0]!.title;

const halved = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

describe('titleOf', () => {
  it("titleOf takes a thread's telling clause", () => {
    expect(
      titleOf(`
        09:00 阿橙 灯塔的手续费怎么算？
        09:01 半帆 手续费去年是千三
        09:02 小舵 今年的手续费还没谈`),
    ).toContain('手续费');
  });

  it('titleOf leaves off what leads in, names, emoji and marks', () => {
    expect(titleOf('09:00 阿橙 请问大家，备付金的利息怎么记账呢？[玫瑰]')).toBe('备付金的利息怎么记账');
    expect(titleOf('09:00 阿橙 @半帆\u2005请教一下备付金的利息怎么记账？谢谢各位大佬')).toBe(
      '备付金的利息怎么记账',
    );
  });

  it('titleOf leaves off no half of a word at the head, and does not end where a clause only leads on', () => {
    expect(titleOf('09:00 阿橙 他的备付金利息怎么记账')).not.toMatch(/^的/);
    expect(titleOf('09:00 阿橙 这么高手续费的分账')).not.toMatch(/^么/);
    expect(
      titleOf('09:00 阿橙 各位有谁知道灯塔支付的备付金账户是用来清算什么东西还有什么用处的么'),
    ).not.toMatch(/(?:是|用来)$/);
  });

  it('titleOf leaves off what of a name card stands behind the name that is called', () => {
    expect(titleOf('09:00 阿橙 @半帆⏎海葵渔业 pm 昆明 夜班船票怎么退')).toBe('夜班船票怎么退');
  });

  it('titleOf leaves links out', () => {
    expect(titleOf('09:00 阿橙 码头夜班的船票涨价了 https://tide.example/matou')).toBe('码头夜班的船票涨价');
  });

  it('titleOf takes the title of a shared article', () => {
    expect(titleOf('09:00 阿橙 [渡口夜间停靠新规全文](https://tide.example/a)')).toBe('渡口夜间停靠新规全文');
  });

  it('titleOf takes a title that a notice announces over all else', () => {
    const script = `
      19:00 群主 @所有人 今晚八点由阿橙给大家分享，主题是“渡口的夜间对账”
      19:01 半帆 签到
      19:02 小舵 渡口的手续费会讲到吗，手续费最近涨了`;
    expect(titleOf(script)).toBe('渡口的夜间对账');
  });

  it('titleOf ends an announced title that is too long with a whole word', () => {
    const title = titleOf('12:00 群主 今晚的主题是“从南边码头到北边灯塔的夜间船票计价以及退票的规则”');
    expect(title.length).toBeLessThanOrEqual(longestTitle);
    expect(title).toMatch(/^从南边码头到北边灯塔的夜间船票计价$/);
  });

  it('titleOf finds a part of a clause that is too long, from one whole word to another', () => {
    const title = titleOf('09:00 阿橙 昨天夜里那条从南边码头开来装了三百箱灯油的旧船到今天早上都没有结算');
    expect(title.length).toBeLessThanOrEqual(longestTitle);
    expect(title).toMatch(/(?:码头|灯油|旧船|结算)$/);
  });

  it('titleOf joins two subjects of one thread', () => {
    const title = titleOf(`
      09:00 阿橙 船票分账怎么记？
      09:01 半帆 @阿橙 船票分账按天记
      09:02 小舵 @半帆 灯油清算乱了
      09:03 半帆 @小舵 灯油清算一直很乱
      09:04 阿橙 @半帆 灯油清算`);
    expect(title).toMatch(/^灯油清算.*与船票分账怎么记$/);
  });

  it('titleOf does not join what is said to a person', () => {
    const title = titleOf(`
      09:00 阿橙 灯塔的手续费怎么算？
      09:01 半帆 @阿橙 灯塔的手续费去年是千三
      09:02 小舵 @阿橙 我的潮汐表你拿了
      09:03 半帆 @小舵 他的潮汐表我拿了
      09:04 小舵 @半帆 灯塔的手续费`);
    expect(title).not.toMatch(/我|你|他/);
  });

  it('titleOf leaves off a beginning that tells nothing', () => {
    expect(titleOf('09:00 阿橙 我也有一个备付金利息怎么记账')).toBe('备付金利息怎么记账');
  });

  it('titleOf calls a group affair that several take part in by its name', () => {
    expect(
      titleOf(`
        09:00 阿橙 大家好，我是阿橙，在码头管灯
        09:01 半帆 欢迎
        09:02 小舵 欢迎新人
        09:03 阿橙 谢谢`),
    ).toBe('新人自我介绍');
  });

  it('titleOf names a conversation that an introduction opens by what it is about', () => {
    const title = titleOf(`
        09:00 阿橙 大家好，我是阿橙，在码头管灯
        09:01 半帆 欢迎
        09:02 小舵 灯塔的备付金利息现在怎么记账
        09:03 阿橙 备付金利息要先记到应付账户，月底再转
        09:04 小舵 月底转的时候备付金利息要不要交税
        09:05 半帆 备付金利息归灯塔，税也是灯塔交`);
    expect(title).toContain('备付金利息');
  });

  it('titleOf takes no title from the rules of the group, nor from a red packet, where somebody says something', () => {
    const talk = `
        09:02 小舵 灯塔的备付金利息怎么记账
        09:03 阿橙 备付金利息先记应付账户`;
    const rules = '09:00 阿橙 本群建设目标是为灯塔的守灯人提供交流平台，鼓励大家交流';
    const ask = '09:00 阿橙 请照码头的格式改一下群昵称 @半帆 @小舵';
    for (const opening of [rules, ask, '09:00 阿橙 微信红包'])
      expect(titleOf(`\n${opening}${talk}`)).toContain('备付金利息');
    expect([rules, ask, '09:00 阿橙 微信红包'].map((alone) => titleOf(`\n${alone}`))).toEqual([
      '群规与入群须知',
      '群规与入群须知',
      '红包',
    ]);
  });

  it('titleOf does not take an advertised post for an introduction', () => {
    expect(
      titleOf(`
        09:00 阿橙 灯塔招人，职位：守灯人
        09:01 半帆 要住岛上吗
        09:02 小舵 想去
        09:03 阿橙 要住岛上`),
    ).not.toBe('新人自我介绍');
  });

  it('titleOf leaves no bracket of an announced title open', () => {
    const announced = (title: string) => titleOf(`09:00 阿橙 @所有人 今晚分享，主题：${title}`);
    expect(announced('“《备付金的利息》”')).toBe('备付金的利息');
    expect(announced('“灯塔码头的清算收单系统（备付金分账和代收代付）”')).toBe('灯塔码头的清算收单系统');
  });

  it('titleOf never leaves off what denies its words', () => {
    const title = titleOf('09:00 阿橙 说到底码头那家的老账房先生还在讲非定期的备付金代收');
    expect(title.includes('定期')).toBe(title.includes('非定期'));
    expect(titleOf('09:00 阿橙 听说以后码头那家的老账房先生会要求停止备付金代收业务')).not.toMatch(
      /^备付金代收/,
    );
  });

  it('titleOf takes no half that hangs on something else', () => {
    const title = titleOf(`
      09:00 阿橙 灯塔的潮汐表收单
      09:01 半帆 是用的哪种数据库
      09:02 小舵 潮汐表收单好用，还是分账数据库麻烦
      09:03 阿橙 收单的潮汐表
      09:04 半帆 分账数据库的代收`);
    expect(title).not.toMatch(/与(?:是用|还是)/);
  });

  it('titleOf joins two keywords where no clause serves', () => {
    expect(titleOf('09:00 阿橙 分账，清算')).toBe('分账与清算');
  });

  it('titleOf does not take a title from reactions', () => {
    expect(
      titleOf(`
        09:00:00 阿橙 备付金的利息怎么记账
        09:00:10 半帆 学习了学习了学习了`),
    ).toBe('备付金的利息怎么记账');
  });

  it.each([
    ['签到', '签到'],
    ['![09:00](tide-1.jpg)', '图片'],
    ['[wxid_tide:](<msg>)', '转发的内容'],
    ['[微信红包](https://wxhb.example/hongbao)', '红包'],
    ['[捂脸]', '[捂脸]'],
    ['', '无文字'],
  ])('a thread of nothing but %j is called %s', (text, title) => {
    expect(titleOf(`09:00 阿橙 ${text}`)).toBe(title);
  });

  it('a line of nothing but white space has a title all the same', () => {
    expect(follow(irc('[08:15] <harbor>    ')).threads[0]!.title).toBe('无文字');
  });

  it('titleOf calls a bare link by its host, and cuts no Latin word in two', () => {
    expect(titleOf('09:00 阿橙 https://harbour.example/lightkeeping')).toBe('harbour.example');
    const announced = '主题是“Harbour Lightkeeping Report（灯塔守护报告）”';
    expect(titleOf(`09:00 群主 @所有人 今晚由阿橙给大家分享，${announced}`)).toMatch(
      /^Harbour(?: Lightkeeping)?$/,
    );
  });

  it('titleOf does not cut a character in half', () => {
    const { title } = follow(chat(`09:00 阿橙 ${'！'.repeat(19)}😀😀`)).threads[0]!;
    expect(title).not.toMatch(halved);
    expect(title).toHaveLength(19);
  });

  it('a title is never empty, never longer than 20 characters, of one line', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        for (const { title } of follow(day).threads) {
          expect(title).toMatch(/\S/);
          expect(title.length).toBeLessThanOrEqual(20);
          expect(title).not.toMatch(/[\n\r]/);
          expect(title).not.toMatch(halved);
        }
      }),
      { seed: 341, numRuns: 300 },
    );
  });
});

describe('announcementOf', () => {
  const day = chat(`
    12:00 群主 今晚八点分享，主题是“渡口的夜间对账”
    12:01 半帆 期待
    20:00 阿橙 渡口的船票按潮水计价
    20:01 阿橙 夜里的价钱要到早上才知道`);
  const links = (passages: number[]) => ({
    ...follow(day).links,
    talks: passages.length ? [{ speaker: '阿橙', passages }] : [],
  });

  it('announcementOf finds what announced the talk of a thread in another thread', () => {
    expect(announcementOf([3, 4], day.messages, links([3, 4]))).toBe(1);
  });

  it('announcementOf finds nothing for a thread without a talk', () => {
    expect(announcementOf([3, 4], day.messages, links([]))).toBeNull();
  });
});

describe('announcedTitle', () => {
  it.each([
    ['今晚的主题是“夜里怎么对账”', '夜里怎么对账'],
    ['主题：《灯油的钱》，八点见', '灯油的钱'],
    ['分享主题「船票 与 船」', '船票 与 船'],
    ['主题 " 潮汐表 "', '潮汐表'],
    ['今天分享的题目是：船票的计价。请大家指正', '船票的计价'],
    ['我的分享主题是：【船票的计价】', '船票的计价'],
  ])('announcedTitle(%j) is %s', (text, title) => {
    expect(announcedTitle(text)).toBe(title);
  });

  it.each(['今晚八点分享', '主题还没有定', '主题是夜里怎么对账', '“夜里怎么对账”', '主题“灯”'])(
    'announcedTitle(%j) is nothing',
    (text) => {
      expect(announcedTitle(text)).toBeNull();
    },
  );
});

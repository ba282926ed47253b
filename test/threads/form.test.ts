import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formOf, messageKinds } from '../../src/threads/index.js';
import { chats } from './arbitrary.js';
import { chat, follow, lists } from './chat.js';

/** What one message is by its own form. */
function formOfText(text: string) {
  const { day, tokens } = follow(chat(`09:00 阿橙 ${text}`));
  return formOf(day.messages[0]!, tokens[0]!, lists.reactions);
}

describe('formOf: sign-ins and notices', () => {
  it.each(['签到', '签到[玫瑰]', '阿橙签到', '报名接龙 1 阿橙 2 半帆 3 小舵 4 老锚', '打卡'])(
    'formOf(%j) is a sign-in',
    (text) => {
      expect(formOfText(text)).toBe('signin');
    },
  );

  it.each([
    '今晚八点由阿橙给大家分享渡口的夜间对账，请大家到时候签到',
    '@所有人 明天码头停电，大家早点对账',
    '分享安排：周五阿橙，周六小舵',
    '插播一条：渡口的船改了时间，早班提前一刻钟',
    '请各位新来的朋友修改一下群昵称',
    '今晚的分享临时取消了，下周再约',
    '预约今晚的分享，主题是“夜里怎么对账”',
  ])('formOf(%j) is a notice', (text) => {
    expect(formOfText(text)).toBe('notice');
  });

  it('formOf does not take a word about signing in for a sign-in', () => {
    expect(formOfText('上回签到的人比这回多一倍，这回来的都是做收单的')).toBe('chat');
  });
});

describe('formOf: reactions', () => {
  it.each(['好的', '收到收到', '谢谢分享！', '哈哈哈哈哈哈', '赞赞赞', '好的，谢谢', '学习了[玫瑰]'])(
    'formOf(%j) is a reaction',
    (text) => {
      expect(formOfText(text)).toBe('reaction');
    },
  );

  it.each(['[捂脸]', '😀😀', '！！', '@半帆', '@半帆\u2005[玫瑰]'])(
    'formOf(%j) is a reaction, for it has no words',
    (text) => {
      expect(formOfText(text)).toBe('reaction');
    },
  );

  it('formOf takes a listed phrase in traditional characters for a reaction', () => {
    expect(formOfText('謝謝')).toBe('reaction');
  });

  it('formOf takes a mention before a listed phrase for a reaction', () => {
    expect(formOfText('@半帆\u2005谢谢')).toBe('reaction');
  });

  it('formOf does not take a sentence that holds a listed phrase for a reaction', () => {
    expect(formOfText('谢谢你带来的船票')).toBe('chat');
    expect(formOfText('好的船都出海了')).toBe('chat');
  });
});

describe('formOf: shared things', () => {
  it.each([
    '[渡口新规全文](https://tide.example/a)',
    'https://tide.example/a?b=1',
    '![09:00](tide-1.jpg)',
    '[报价.xlsx](tide.xlsx)',
    '报价单第三版.pdf',
    '《渡口船舶夜间停靠办法》',
    '微信红包',
  ])('formOf(%j) is something shared', (text) => {
    expect(formOfText(text)).toBe('share');
  });

  it('formOf takes words beside a link for what they are', () => {
    expect(formOfText('这个新规谁看了？ https://tide.example/a')).toBe('question');
    expect(formOfText('昨天说的就是它 https://tide.example/a')).toBe('chat');
  });

  it('formOf takes a sticker for a reaction', () => {
    expect(formOfText('[[灯笼]](tide.gif)')).toBe('reaction');
  });
});

describe('formOf: questions', () => {
  it.each([
    '灯塔的手续费是多少',
    '夜里谁能对账？',
    '分账要牌照吗',
    '为什么结算慢了一天',
    '这个怎么退',
    '请教一下备付金的利息',
    '有没有做过收单的朋友',
    '清算和结算有什么区别',
    '能不能先走船后付钱',
    '求大佬推荐一款POS机',
    '船还开不开呢',
  ])('formOf(%j) is a question', (text) => {
    expect(formOfText(text)).toBe('question');
  });

  it.each([
    '我也不知道为什么',
    '怎么可能',
    '无论怎么算都亏',
    '谢谢，问一下就知道，感谢大家',
    'POS？那是上一代的东西',
    '昨天的账对完了',
  ])('formOf(%j) asks nothing', (text) => {
    expect(formOfText(text)).toBe('chat');
  });
});

describe('formOf of anything', () => {
  it('formOf gives every kind but those that show only in their place', () => {
    fc.assert(
      fc.property(chats, (day) => {
        const { tokens } = follow(day);
        for (const m of day.messages) {
          const kind = formOf(m, tokens[m.n - 1]!, lists.reactions);
          expect(messageKinds).toContain(kind);
          expect(['answer', 'talk']).not.toContain(kind);
        }
      }),
      { seed: 321, numRuns: 60 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { domainOf } from '../../src/threads/domain.js';
import { chat, follow, lists } from './chat.js';

/** The domain of all messages of a day together. */
function domain(script: string) {
  const { day, tokens, links } = follow(chat(script));
  return domainOf(
    day.messages.map((m) => m.n),
    tokens,
    links,
    lists,
  );
}

describe('domainOf', () => {
  it('domainOf finds the trade in its terms', () => {
    expect(
      domain(`
        09:00 阿橙 备付金什么时候交
        09:01 半帆 月底，和清算一起`),
    ).toBe('payments');
  });

  it('domainOf finds the trade in rates, documents and cycles without any term', () => {
    for (const text of ['谈到0.38%了', '看过281号文没', '他家能做到T+0'])
      expect(domain(`09:00 阿橙 ${text}`)).toBe('payments');
  });

  it('domainOf finds the job and the group in their words', () => {
    expect(
      domain(`
        09:00 阿橙 谁家招聘摆渡的
        09:01 半帆 简历发来看看`),
    ).toBe('work');
  });

  it('domainOf takes a notice of the group for the group', () => {
    expect(domain('09:00 群主 @所有人 明天码头停电，大家早点走')).toBe('work');
  });

  it('domainOf takes the rest for small talk', () => {
    expect(
      domain(`
        09:00 阿橙 今天的火锅不错
        09:01 半帆 下回带上我`),
    ).toBe('social');
    expect(domain('09:00 阿橙 [捂脸]')).toBe('social');
  });

  it('domainOf finds the job in what is said of it, though the trade is named once', () => {
    const talk = Array.from({ length: 6 }, (_, i) => `09:${10 + i} 半帆 第${i}轮面试还在等，简历改了又改`);
    expect(domain(['09:00 阿橙 灯塔支付的面试难不难', ...talk].join('\n'))).toBe('work');
  });

  it('domainOf does not let one term in passing turn small talk into trade', () => {
    const talk = Array.from({ length: 12 }, (_, i) => `09:${10 + i} 半帆 火锅第${i}轮已经下锅，码头等你们`);
    expect(domain(['09:00 阿橙 结算完就来', ...talk].join('\n'))).toBe('social');
  });

  it('domainOf takes sign-ins alone for the talk that they belong to', () => {
    expect(
      domain(`
        19:00 阿橙 签到
        19:01 半帆 签到
        19:02 小舵 好的`),
    ).toBe('payments');
  });

  it('domainOf takes a talk for the trade, whatever it speaks of', () => {
    const { day, tokens, links } = follow(chat('20:00 阿橙 今天的火锅不错'));
    expect(domainOf([1], tokens, { ...links, kinds: ['talk'] }, lists)).toBe('payments');
    expect(day.messages).toHaveLength(1);
  });
});

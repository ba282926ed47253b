import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readKeeping } from '../../src/talks/index.js';
import { chat } from '../threads/chat.js';
import { evening, passage } from '../threads/talk.js';
import { study } from './study.js';

const shipped = readFileSync(new URL('../../models/keeping.json', import.meta.url), 'utf8');
/** A tree that holds what has the one feature of the model for kept, and all else for left out. */
const keepsWhatHas = { base: 0, trees: [[[0, 0.5, 2], [-1], [1]]] };
/** A model that knows one feature, and keeps what has it. */
const only = (feature: string, rest: object = {}) =>
  readKeeping(
    JSON.stringify({
      format: 3,
      recipe: {},
      data: {},
      scores: {},
      threshold: 0.5,
      day: { threshold: 0.5, bias: -1, weights: {} },
      features: [feature],
      first: keepsWhatHas,
      second: keepsWhatHas,
      ...rest,
    }),
  );

const subjects = ['备付金', '分账', '清算', '代付', '快捷', '对账', '退款', '聚合支付', '跨境收单', '风控'];
/** An evening as long as real ones: a talk of half an hour, ten questions to the guest with his answers, thanks after each. */
const longEvening = [
  '19:50 群主 @所有人 今晚八点由阿橙给大家分享，主题是“支付账户的日终对账”',
  ...['半帆', '小舵', '老锚', '海灯', '远岸'].map((name) => `19:55 ${name} 签到`),
  '20:00 阿橙 大家好，我是阿橙，今天和大家分享支付账户的日终对账',
  ...Array.from({ length: 20 }, (_, i) => `20:${String(i + 1).padStart(2, '0')} 阿橙 ${passage(i + 1)}`),
  '20:30 阿橙 我的分享就到这里，下面大家可以提问',
  ...subjects.flatMap((subject, i) => [
    `20:${31 + 2 * i}:00 半帆 请问${subject}的差错一般是当天处理，还是第二天和渠道核对以后再处理呢？`,
    `20:${31 + 2 * i}:50 阿橙 ${subject}的差错要等第二天渠道的对账文件到了才能定，当天先挂账，核对以后再调账`,
    `20:${32 + 2 * i}:00 小舵 谢谢`,
  ]),
].join('\n');
const longAnswers = subjects.map((_, i) => 30 + 3 * i);
const longThanks = subjects.map((_, i) => 31 + 3 * i);

describe('findTalks with a model of what editors keep', () => {
  it('findTalks keeps a question with its answers, or leaves both out', () => {
    expect(study(chat(evening), only('talk-thread')).talks[0]!.qa.length).toBeGreaterThan(0);
    expect(study(chat(evening), only('notice')).talks[0]!.qa).toEqual([]);
  });

  it('findTalks keeps all passages, whatever the model holds of them', () => {
    const [talk] = study(chat(evening), only('notice')).talks;
    expect(talk!.passages).toEqual([5, 6, 7, 9, 10, 12, 13]);
    expect(talk!.discussion).toEqual([]);
  });

  it('the second trees know what the first hold of the other messages', () => {
    // of the second trees' numbers the first is the model's one feature, the second what the first trees hold of the message
    const byOther = (feature: string) => ({
      first: { base: 0, trees: [[[0, 0.5, 2], [-8], [8]]] },
      second: { base: 0, trees: [[[1, 0.5, 2], [-8], [8]]] },
      features: [feature],
    });
    expect(study(chat(evening), only('guest', byOther('guest'))).talks[0]!.discussion).not.toContain(16);
    expect(study(chat(evening), only('after', byOther('after'))).talks[0]!.discussion).toContain(16);
  });

  it('findTalks takes no sign-in, notice or applause for discussion', () => {
    const all = readKeeping(shipped);
    const [talk] = study(chat(evening), { ...all, threshold: 0 }).talks;
    expect(talk!.discussion).not.toContain(1);
    expect(talk!.discussion).not.toContain(2);
    expect(talk!.discussion).not.toContain(11);
  });

  it('findTalks gives what is said before the first of two talks to the first, and no message to both', () => {
    const second = evening
      .replace(/^ +(19|20):/gm, (_, hour) => `  ${Number(hour) + 2}:`)
      .replaceAll('阿橙', '海灯');
    const { talks } = study(chat(evening + second), { ...readKeeping(shipped), threshold: 0 });
    const all = talks.flatMap((talk) => talk.discussion);
    expect(new Set(all).size).toBe(all.length);
  });

  it('the shipped model keeps answers of the guest rather than thanks for them', () => {
    const { talks } = study(chat(longEvening), readKeeping(shipped));
    const kept = new Set([
      ...talks[0]!.discussion,
      ...talks[0]!.qa.flatMap((q) => [...q.question, ...q.answers]),
    ]);
    expect(longAnswers.filter((n) => kept.has(n)).length).toBeGreaterThanOrEqual(longAnswers.length / 2);
    expect(longThanks.filter((n) => kept.has(n))).toEqual([]);
  });
});

describe('readKeeping', () => {
  it('readKeeping gives a model whose version stands for it in a digest', () => {
    const model = readKeeping(shipped);
    expect(JSON.stringify(model)).toBe(`"${model.version}"`);
  });

  it('readKeeping refuses a damaged file', () => {
    expect(() => readKeeping('{"format": 3}')).toThrow();
  });

  it('a model made for features that the program does not compute says what to do', () => {
    expect(() => study(chat(evening), only('moonlight'))).toThrow(/moonlight.*bench\/learn-keeping\.mjs/);
  });
});

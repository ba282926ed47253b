import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/talks/outline.js';
import { chat } from '../threads/chat.js';

const outline = (script: string) => {
  const { messages } = chat(script);
  return outlineOf(
    messages.map((m) => m.n),
    messages,
  );
};

describe('outlineOf', () => {
  it('outlineOf gives numbered lines their level, in order, with their message', () => {
    const script = `
      20:00 阿橙 一、灯油的来路
      20:01 阿橙 1. 进货⏎2、记账
      20:02 阿橙 a. 当天记⏎b) 第二天补
      20:03 阿橙 二、灯油的去处`;
    expect(outline(script)).toEqual([
      { level: 1, text: '一、灯油的来路', n: 1 },
      { level: 2, text: '1. 进货', n: 2 },
      { level: 2, text: '2、记账', n: 2 },
      { level: 3, text: 'a. 当天记', n: 3 },
      { level: 3, text: 'b) 第二天补', n: 3 },
      { level: 1, text: '二、灯油的去处', n: 4 },
    ]);
  });

  it('outlineOf knows parts, brackets and circled numbers', () => {
    expect(outline('20:00 阿橙 第二部分：记账⏎（一）进货⏎(2) 出货⏎①夜里').map((h) => h.level)).toEqual([
      1, 2, 2, 3,
    ]);
  });

  it('outlineOf takes what is counted by its name for a chapter', () => {
    expect(outline('20:00 阿橙 场景1： 进货⏎1. 验货⏎案例二、出货⏎【Part3——记账】')).toEqual([
      { level: 1, text: '场景1： 进货', n: 1 },
      { level: 2, text: '1. 验货', n: 1 },
      { level: 1, text: '案例二、出货', n: 1 },
      { level: 1, text: '【Part3——记账】', n: 1 },
    ]);
  });

  it('outlineOf takes a heading by itself where the breaks before its items were lost', () => {
    const items = ' 1.先验货，再记账，账要当天记 2.夜里再对一遍，对不上的第二天一早补上，凭证上写明';
    expect(outline(`20:00 阿橙 一.灯油的作用${items}⏎二、 1. 进货`)).toEqual([
      { level: 1, text: '一.灯油的作用', n: 1 },
      { level: 1, text: '二、 1. 进货', n: 1 },
    ]);
  });

  it('outlineOf takes no number without words for a heading', () => {
    expect(outline('20:00 阿橙 1.⏎先验货，再记账，账要当天记')).toEqual([]);
  });

  it('outlineOf takes no amount, date or paragraph for a heading', () => {
    const script = `
      20:00 阿橙 3.5 分一桶
      20:01 阿橙 2021-03-04 开的船
      20:02 阿橙 一个渡口一盏灯
      20:03 阿橙 1. ${'灯油的账要一笔一笔记清楚，'.repeat(5)}`;
    expect(outline(script)).toEqual([]);
  });

  it('outlineOf never throws and names only the messages that it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        const { messages } = chat('20:00 阿橙 甲');
        const all = texts.map((text, i) => ({ ...messages[0]!, n: i + 1, text }));
        const given = all.filter((m) => m.n % 2).map((m) => m.n);
        for (const heading of outlineOf(given, all)) expect(given).toContain(heading.n);
      }),
      { seed: 12, numRuns: 100 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { renderSvg, timeline } from '../../src/charts/index.js';
import { textWidth } from '../../src/charts/measure.js';
import { dayOf, phone, textsIn, withCopy } from './day.js';

const three = ['09:00', '09:05', '09:20'];
const textsOf = async (...[day, options]: Parameters<typeof timeline>) =>
  textsIn(await renderSvg(timeline(day, options)!));

describe('timeline(analysis, options)', () => {
  it('draws nothing for a day without threads, or with none that has enough messages', () => {
    expect(timeline(dayOf([]), phone)).toBeNull();
    expect(timeline(dayOf([{ at: ['09:00', '09:01'] }]), phone)).toBeNull();
  });

  it('names every thread and how many messages it has, by when it began', async () => {
    const day = dayOf([
      { title: '晚上的分享', at: ['20:00', '20:01', '20:02', '20:03'] },
      { title: '早上的退款', at: three },
    ]);
    const texts = await textsOf(day, phone);
    expect(texts.filter((text) => /的|条$/.test(text) && !text.includes('。'))).toEqual([
      '早上的退款',
      '晚上的分享',
      '3 条',
      '4 条',
    ]);
  });

  it('draws the largest threads when there are too many, and says how many it left out', async () => {
    const day = dayOf([
      { title: '小的', at: three },
      { title: '大的', at: [...three, '09:30', '10:00'] },
      { title: '中的', at: [...three, '09:30'] },
      { title: '一句', at: ['11:00'] },
    ]);
    const texts = await textsOf(day, { ...phone, rows: 2 });
    expect(texts).toEqual(expect.arrayContaining(['大的', '中的']));
    expect(texts).not.toContain('小的');
    expect(texts.join('')).toContain('另有 2 个小话题（共 4 条）未画');
  });

  it('says nothing of threads left out when there are none', async () => {
    expect((await textsOf(dayOf([{ at: three }]), phone)).join('')).not.toContain('未画');
  });

  it('lets a day run from 00:00 to 24:00', async () => {
    const texts = await textsOf(dayOf([{ at: ['00:10', '12:00', '23:50'] }]), phone);
    expect(texts.filter((text) => /^\d\d:\d\d$/.test(text))).toEqual([
      '00:00',
      '06:00',
      '12:00',
      '18:00',
      '24:00',
    ]);
  });

  it('does not count second copies', async () => {
    const day = withCopy(dayOf([{ at: [...three, '09:21'] }]), 4, 3);
    expect(await textsOf(day, phone)).toContain('3 条');
    expect(timeline(withCopy(day, 3, 2), phone)).toBeNull();
  });

  it('cuts a title that would run into its count', async () => {
    const texts = await textsOf(dayOf([{ title: '商户结算周期'.repeat(10), at: three }]), phone);
    const title = texts.find((text) => text.startsWith('商户'))!;
    expect(title).toMatch(/…$/);
    expect(textWidth(title, 13) + textWidth('3 条', 12)).toBeLessThan(phone.width - 24);
    expect(textWidth(title, 13)).toBeGreaterThan(phone.width / 2);
  });

  it('says in a sentence which thread is the largest and when it was', () => {
    const day = dayOf([{ at: three }, { title: '跨境收单', at: ['20:00', '20:30', '21:00', '21:15'] }]);
    expect(timeline(day, phone)!.summary).toContain('“跨境收单”，4 条，20:00–21:15');
    expect(timeline(day, { ...phone, lang: 'en' })!.summary).toContain('4 messages, 20:00–21:15');
  });
});

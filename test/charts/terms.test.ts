import { describe, expect, it } from 'vitest';
import { renderSvg, terms } from '../../src/charts/index.js';
import { dayOf, phone, textsIn, withCopy } from './day.js';

const talk = [{ at: ['09:00', '09:01', '09:02', '09:03', '09:04'] }];
const day = dayOf(talk, [
  ['二清', [2]],
  ['分账', [1, 2, 3]],
  ['数币钱包', [4, 5], false],
]);
const textsOf = async (...[analysis, options]: Parameters<typeof terms>) =>
  textsIn(await renderSvg(terms(analysis, options)!));

describe('terms(analysis, options)', () => {
  it('draws nothing for a day without terms', () => {
    expect(terms(dayOf(talk), phone)).toBeNull();
  });

  it('names the terms from the most used on, with the number of messages', async () => {
    const texts = await textsOf(day, phone);
    expect(texts.slice(texts.indexOf('分账'), texts.indexOf('分账') + 3)).toEqual([
      '分账',
      '数币钱包',
      '二清',
    ]);
    expect(texts).toEqual(expect.arrayContaining(['3', '2 新', '1']));
  });

  it('tells terms that the glossary has from discovered ones', async () => {
    const texts = await textsOf(day, phone);
    expect(texts).toEqual(expect.arrayContaining(['词表已有', '新发现']));
    expect(texts.join('')).toContain('当天 3 个词，其中 1 个新发现');
  });

  it('has no legend where the glossary has them all', async () => {
    const texts = await textsOf(dayOf(talk, [['分账', [1]]]), phone);
    expect(texts).not.toContain('词表已有');
    expect(texts.join('')).toContain('词表都有');
  });

  it('draws as many as it is told and says of how many', async () => {
    const texts = await textsOf(day, { ...phone, most: 2 });
    expect(texts).not.toContain('二清');
    expect(texts.join('')).toContain('画出最常用的 2 个');
  });

  it('does not count second copies, nor a term that occurs in nothing else', () => {
    const copied = withCopy(withCopy(day, 2, 1), 3, 1);
    expect(terms(copied, phone)!.summary).toBe('当天最常用的词（提到的消息数）：数币钱包 2、分账 1。');
  });
});

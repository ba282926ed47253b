import { describe, expect, it } from 'vitest';
import { activity, paletteOf, renderSvg } from '../../src/charts/index.js';
import { dayOf, phone, textsIn, withCopy } from './day.js';

const day = dayOf([
  { domain: 'payments', at: ['09:00', '09:10', '09:29', '09:30'] },
  { domain: 'social', at: ['09:20', '12:00'] },
]);
/** Of the bars; a legend's squares are lower than this. */
const lowest = 20;
const heightsOf = (svg: string) =>
  [...svg.matchAll(/<path[^>]*d="M[\d.]+,[\d.]+h[\d.]+v([\d.]+)h-/g)]
    .map((match) => Number(match[1]))
    .filter((height) => height > lowest && height < 185);

describe('activity(analysis, options)', () => {
  it('draws nothing for a day without messages', () => {
    expect(activity(dayOf([]), phone)).toBeNull();
  });

  it('says how many messages there were and which half hour had most', () => {
    expect(activity(day, phone)!.summary).toContain('全天 6 条，09:00–09:30 最多（4 条）');
    expect(activity(day, { ...phone, lang: 'en' })!.summary).toContain('6 in all, most at 09:00–09:30 (4)');
  });

  it('does not count second copies', () => {
    expect(activity(withCopy(day, 2, 1), phone)!.summary).toContain('全天 5 条，09:00–09:30 最多（3 条）');
  });

  it('names just the domains that occur', async () => {
    const texts = textsIn(await renderSvg(activity(day, phone)!));
    expect(texts).toEqual(expect.arrayContaining(['支付行业', '闲聊']));
    expect(texts).not.toContain('职场与群务');
  });

  it('gives a domain its own colour on every day', async () => {
    const { domains } = paletteOf('light');
    const quiet = await renderSvg(activity(dayOf([{ domain: 'social', at: ['09:00'] }]), phone)!);
    expect(quiet).toContain(`fill="${domains.social}"`);
    expect(quiet).not.toContain(domains.payments);
    expect(quiet).not.toContain(domains.work);
  });

  it('draws bars as high as their messages are many', async () => {
    const [first, ...others] = heightsOf(await renderSvg(activity(day, phone)!));
    expect(others.map((height) => Math.round((first! / height) * 10) / 10)).toEqual([3, 3, 3]);
  });

  it('counts a message that no thread holds as small talk', async () => {
    const loose = { ...day, threads: [] };
    expect(activity(loose, phone)!.summary).toContain('全天 6 条');
    expect(textsIn(await renderSvg(activity(loose, phone)!))).not.toContain('支付行业');
  });
});

/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { DayAnalysis } from '../../src/analysis/index.js';
import { bare, describeInChromium } from './browser.js';
import { lighthouseDay, sampleAnalysis } from './sample-report.js';

const isOnScreen = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight && getComputedStyle(element).visibility === 'visible';
  });

const shownMessages = (page: Page): Promise<string[]> =>
  page.locator('#log .m:visible').evaluateAll((shown) => shown.map((m) => m.id));

/** A day long enough that its log does not fit on a screen. */
const longDay = (): DayAnalysis =>
  sampleAnalysis(
    Array.from({ length: 400 }, (_, i) => ({
      speaker: i % 2 ? '阿舟' : '小满',
      text: i === 300 ? '灯塔要换潮汐网关吗' : `第 ${i + 1} 句`,
      kind: i === 300 ? ('question' as const) : ('chat' as const),
    })),
    { unanswered: [{ question: [301, 302, 303], follows: null, kind: 'question' }] },
  );

describeInChromium('the page of a day', (open) => {
  it('opens without a script error and asks for nothing but itself', async () => {
    const { requests, errors, address, page } = await open(lighthouseDay());
    await page.mouse.wheel(0, 5000);
    await page.waitForLoadState('networkidle');
    expect(errors).toEqual([]);
    expect(requests).toEqual([address]);
  });

  it('a citation leads to its message, the whole run is marked, and the way back leads back', async () => {
    const { page } = await open(longDay());
    const citation = page.locator('#unanswered .cite a').first();
    await citation.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    await citation.click();
    expect(await isOnScreen(page, '#m301')).toBe(true);
    expect(await page.locator('.m.cited').evaluateAll((marked) => marked.map((m) => m.id))).toEqual([
      'm301',
      'm302',
      'm303',
    ]);
    await page.locator('#back').click();
    await page.waitForFunction((y) => Math.abs(scrollY - y) < 50, before);
    expect(await page.locator('#back').isVisible()).toBe(false);
  });

  it('a citation leads to its message without the script too', async () => {
    const { page } = await open(longDay(), { javaScriptEnabled: false });
    await page.locator('#unanswered .cite a').first().click();
    await page.waitForTimeout(100);
    expect(await isOnScreen(page, '#m301')).toBe(true);
    expect(await page.locator('button:visible').count()).toBe(0);
  });

  it('the page opens at the message that its address names', async () => {
    const { page, address } = await open(longDay());
    await page.goto('about:blank');
    await page.goto(`${address}#m200`);
    expect(await isOnScreen(page, '#m200')).toBe(true);
  });

  it('a citation of a message that a filter hides drops the filter', async () => {
    const { page } = await open(longDay());
    await page.fill('#filter', '第 7 句');
    await expect.poll(() => shownMessages(page)).toEqual(['m7']);
    await page.locator('#unanswered .cite a').first().click();
    expect(await isOnScreen(page, '#m301')).toBe(true);
    expect(await page.inputValue('#filter')).toBe('');
  });

  it('a term in the log leads to what is said of it and unfolds it', async () => {
    const { page } = await open(lighthouseDay());
    const term = page.locator('.term', { hasText: '把一笔收款' });
    expect(await term.locator('div').isVisible()).toBe(false);
    await page.locator('#m2 .t').click();
    await expect.poll(() => term.locator('div').isVisible()).toBe(true);
  });

  it('the filter narrows the log by text or name, and says to how many', async () => {
    const { page } = await open(lighthouseDay());
    await page.fill('#filter', '商户');
    await expect.poll(() => shownMessages(page)).toEqual(['m5']);
    expect(await page.textContent('#shown')).toBe('1 / 16 条');
    await page.fill('#filter', '掌灯');
    await expect.poll(() => shownMessages(page)).toEqual(['m1']);
    await page.fill('#filter', '没有的字');
    await expect.poll(() => page.locator('#none').isVisible()).toBe(true);
    await page.press('#filter', 'Escape');
    await expect.poll(async () => (await shownMessages(page)).length).toBe(16);
  });

  it('the log narrows to domains and to a thread', async () => {
    const { page } = await open(lighthouseDay());
    await page.uncheck('.domains .payments input');
    expect(await shownMessages(page)).toEqual(['m1', 'm9', 'm10']);
    await page.click('#clear');
    await page.selectOption('#thread', '9');
    expect(await shownMessages(page)).toEqual(['m9', 'm10']);
    await page.click('#clear');
    await page.locator('#t2 [data-thread]').click();
    expect(await shownMessages(page)).toEqual(['m2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8']);
  });

  it('the key / leads to the filter, and is a letter like others once there', async () => {
    const { page } = await open(lighthouseDay());
    await page.keyboard.press('/');
    await page.keyboard.type('1/2');
    expect(await page.inputValue('#filter')).toBe('1/2');
  });

  it('the first tab stop skips to the content', async () => {
    const { page } = await open(lighthouseDay());
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => location.hash)).toBe('#main');
  });

  it('the brief is copied as it is', async () => {
    const { page } = await open(lighthouseDay());
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.click('#copy');
    await expect.poll(() => page.textContent('#copy')).toBe('已复制');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(bare.brief);
  });

  it('where the page may not write to the clipboard, the brief is unfolded and selected', async () => {
    const { page } = await open(lighthouseDay());
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.click('#copy');
    await expect.poll(() => page.locator('#brief').isVisible()).toBe(true);
    expect(await page.evaluate(() => String(getSelection()))).toBe(bare.brief);
  });
});

/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInChromium } from './browser.js';
import { poorContrast } from './contrast.js';
import { lighthouseDay, sampleAnalysis } from './sample-report.js';

describeInChromium('the look of a page', (open) => {
  const drawn = {
    light: '<svg class="l" width="700" height="20"/>',
    dark: '<svg class="d" width="700" height="20"/>',
  };
  const charts = [{ name: 'a', title: '图', summary: '一句', ...drawn, narrow: drawn }];
  const shownCharts = (page: Page) =>
    page
      .locator('figure svg:visible')
      .evaluateAll((all) =>
        all.map((svg) => `${svg.getAttribute('class')} ${svg.closest('.wide') ? 'wide' : 'narrow'}`),
      );
  const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  it('the page follows the system into the dark, its charts with it, and the button leads out', async () => {
    const { page } = await open(lighthouseDay(), { colorScheme: 'dark', assets: { charts } });
    const dark = await paper(page);
    expect(await shownCharts(page)).toEqual(['d wide']);
    await page.click('#theme');
    expect(await paper(page)).not.toBe(dark);
    expect(await shownCharts(page)).toEqual(['l wide']);
    await page.reload();
    expect(await shownCharts(page)).toEqual(['l wide']);
  });

  it('a phone gets the charts that were drawn for it', async () => {
    const phone = {
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark' as const,
      assets: { charts },
    };
    const { page } = await open(lighthouseDay(), phone);
    expect(await shownCharts(page)).toEqual(['d narrow']);
  });

  it.each(['light', 'dark'] as const)('every word has contrast enough in the %s', async (colorScheme) => {
    const { page } = await open(lighthouseDay(), { colorScheme });
    expect(await poorContrast(page)).toEqual([]);
  });

  it('a link within a text is told by more than its colour', async () => {
    const { page } = await open(lighthouseDay());
    const plain = await page.locator('main p a, main dd a, main .cite a').evaluateAll((links) => ({
      count: links.length,
      bare: links
        .filter((a) => getComputedStyle(a).textDecorationLine !== 'underline')
        .map((a) => a.textContent),
    }));
    expect(plain.count).toBeGreaterThan(3);
    expect(plain.bare).toEqual([]);
  });

  it('nothing is wider than a phone of 360 pixels, not even a word without a break', async () => {
    const long = 'https://example.org/' + 'a'.repeat(300);
    const lines = [
      { speaker: 'x'.repeat(60), text: long },
      { speaker: '阿舟', text: 'W'.repeat(200), kind: 'question' as const },
    ];
    const wide = sampleAnalysis(lines, {
      group: 'G'.repeat(80),
      threads: [{ id: 1, title: 'T'.repeat(90), domain: 'payments', messages: [1, 2] }],
      terms: [{ term: 'B'.repeat(60), surface: [], class: 'tech', known: false, messages: [1] }],
      unanswered: [{ question: [2], follows: null, kind: 'question' }],
    });
    for (const day of [wide, lighthouseDay()]) {
      const { page } = await open(day, { viewport: { width: 360, height: 740 }, assets: { charts } });
      await page.locator('details').evaluateAll((all) => {
        for (const details of all) details.setAttribute('open', '');
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    }
  });

  it('print leaves the log out until it is asked for', async () => {
    const { page } = await open(lighthouseDay());
    const isPrinted = () => page.locator('#m1').evaluate((m) => m.checkVisibility());
    await page.emulateMedia({ media: 'print' });
    expect(await isPrinted()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.check('#print-log');
    await page.emulateMedia({ media: 'print' });
    expect(await isPrinted()).toBe(true);
  });
});

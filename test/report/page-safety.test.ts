/// <reference lib="dom" />
import { expect, it } from 'vitest';
import { describeInChromium } from './browser.js';
import { sampleAnalysis } from './sample-report.js';

describeInChromium('the page of a hostile or empty log', (open) => {
  it('a day without messages opens without an error', async () => {
    const { page, errors } = await open(sampleAnalysis([]));
    expect(await page.locator('main').textContent()).toContain('这一天没有消息。');
    expect(errors).toEqual([]);
  });

  const payloads = [
    '<script>window.pwned = 1</script>',
    '"><img src=x onerror="window.pwned = 1">',
    "' onmouseover='window.pwned = 1' x='",
    '](javascript:window.pwned=1)',
    '</style><script>window.pwned = 1</script>',
    '</script><svg onload="window.pwned = 1">',
    '</title></textarea><iframe srcdoc="<script>parent.pwned=1</script>">',
    'javascript:window.pwned=1',
    '<a href="javascript:window.pwned=1">x</a><base href="https://evil.example.com/">',
    '{shown}$&$1',
  ];

  it('markup, scripts and addresses in a log are text wherever they stand, and do nothing', async () => {
    const all = payloads.join(' ');
    const lines = payloads.map((payload, i) => ({
      speaker: payload,
      text: payload,
      kind: i ? ('chat' as const) : ('question' as const),
      time: payload,
      mentions: i % 2 ? [{ start: 0, end: payload.length, name: payload, speaker: null }] : [],
      attachments: [
        { kind: 'image' as const, title: payload, url: payload, start: 0, end: 0 },
        { kind: 'link' as const, title: payload, url: payload, start: payload.length, end: payload.length },
      ],
    }));
    const day = sampleAnalysis(lines, {
      group: all,
      date: all,
      threads: [{ id: 1, title: all, domain: 'payments', messages: lines.map((_, i) => i + 1) }],
      terms: payloads.map((term, i) => ({
        term,
        surface: [term],
        class: 'tech',
        known: false,
        messages: [i + 1],
      })),
      definitions: payloads.map((term, i) => ({ term, messages: [i + 1], text: term, sure: true })),
      qa: [{ question: [1], answers: [3, 4], follows: null, kind: 'question' }],
      unanswered: [{ question: [1], follows: null, kind: 'question' }],
      notes: payloads.map((rule) => ({ level: 'warning', line: 1, rule, detail: rule })),
    });
    const { page, requests, errors, address } = await open(day, { assets: { brief: all } });
    await page.fill('#filter', payloads[0]!);
    await page.locator('#t1 .cite a').first().click();
    await page.click('#clear');
    for (const message of await page.locator('.m .x').all()) await message.hover();
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
    const made = 'script, iframe, base, main style, main img, [onload], [onerror], [onmouseover]';
    expect(await page.locator(made).count()).toBe(1);
    expect(await page.locator('a[href^="javascript" i]').count()).toBe(0);
    expect(await page.locator('h1').textContent()).toContain(all);
    expect(await page.locator('#brief').textContent()).toBe(all);
    expect(errors).toEqual([]);
    expect(new Set(requests.map((url) => url.split('#')[0]))).toEqual(new Set([address]));
  });
});

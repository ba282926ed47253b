import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayAnalysis } from '../../src/analysis/index.js';
import type { Names } from '../../src/privacy/index.js';
import { messageOf, pageOf, textOf, wordsOf } from './sample-page.js';
import { lighthouseDay, sampleAnalysis } from './sample-report.js';

describe('the log of htmlPage', () => {
  const day = pageOf(lighthouseDay());

  it('htmlPage marks a term where it first stands in a message, and the mark leads to the term', () => {
    const [, anchor] = /<a class="t" href="#(term\d+)">分账<\/a>/.exec(messageOf(day, 2))!;
    expect(textOf(new RegExp(`id="${anchor}".*?</summary>`, 's').exec(day)![0])).toContain('分账');
  });

  it('htmlPage marks no term within a longer Latin word', () => {
    const terms: DayAnalysis['terms'] = [
      { term: 'POS', surface: ['POS'], class: 'tech', known: false, messages: [1] },
    ];
    const page = pageOf(sampleAnalysis([{ speaker: '阿舟', text: 'postpone 之后看 pos机' }], { terms }));
    expect(messageOf(page, 1)).toContain('postpone 之后看 <a class="t" href="#term1">pos</a>机');
  });

  it('htmlPage leads from a message to the one that it goes on from, but not to itself', () => {
    expect(messageOf(day, 3)).toContain('↳ #2');
    expect(messageOf(day, 2)).not.toContain('↳');
  });

  it('htmlPage folds a second copy under the message that it repeats', () => {
    expect(messageOf(day, 8)).toMatch(/<details><summary>同 #7，第二份<\/summary>/);
    expect(wordsOf(day, 8)).toBe('看海岛〔2020〕7号文件，分账要有牌照');
  });

  it('htmlPage keeps a place, with kind and time, for an image that it has not', () => {
    expect(wordsOf(day, 10)).toBe('〔图片 08:09:30〕');
    expect(messageOf(day, 10)).not.toContain('<img');
  });

  it('htmlPage shows an image that lies beside it', () => {
    const page = pageOf(lighthouseDay(), { image: () => '2024-03-01/a.png' });
    expect(messageOf(page, 10)).toContain('<img src="2024-03-01/a.png" alt="图片 08:09:30"');
  });

  it.each([
    'http://img.example.com/a.png',
    '//img.example.com/a.png',
    '/etc/a.png',
    'javascript:alert(1)',
    'a\\b',
  ])('htmlPage takes %j for no image beside it', (address) => {
    expect(pageOf(lighthouseDay(), { image: () => address })).not.toContain('<img');
  });

  it('htmlPage links web addresses, telling them nothing, and no others', () => {
    const text = '见 https://example.org/a?b=1&c，或 javascript:alert(1) 或 ftp://example.org';
    const page = messageOf(pageOf(sampleAnalysis([{ speaker: '阿舟', text }])), 1);
    const links = [...page.matchAll(/<a class="out" href="([^"]*)" rel="([^"]*)"/g)].map((found) =>
      found.slice(1),
    );
    expect(links).toEqual([['https://example.org/a?b=1&amp;c', 'noopener noreferrer nofollow']]);
  });

  it('htmlPage leads to no red packet', () => {
    const packet = {
      kind: 'redpacket' as const,
      title: '微信红包',
      url: 'https://pay.example.com/p',
      start: 0,
      end: 0,
    };
    const page = pageOf(sampleAnalysis([{ speaker: '阿舟', text: '', attachments: [packet] }]));
    expect(wordsOf(page, 1)).toBe('〔红包 08:00:00〕');
    expect(page).not.toContain('pay.example.com');
  });

  it('htmlPage takes every name through Names, in mentions as well', () => {
    const masked: Names = { show: (name) => `群友${[...name].length}` };
    const mentions = [{ start: 0, end: 3, name: '老贾', speaker: '老贾' }];
    const lines = [
      { speaker: '掌灯人', text: '@老贾 在吗', mentions },
      { speaker: '老贾', text: '在' },
    ];
    const page = pageOf(sampleAnalysis(lines), {}, { names: masked });
    expect(page).not.toMatch(/掌灯人|老贾/);
    expect(wordsOf(page, 1)).toBe('@群友2 在吗');
  });

  it('htmlPage gives a clock that jumps back an hour of its own', () => {
    const times = ['23:59:00', '00:01:00', '23:58:00'];
    const page = pageOf(sampleAnalysis(times.map((time) => ({ speaker: '阿舟', text: '到', time }))));
    const hours = [...page.matchAll(/<section class="hour"[^>]*><h3>(\d\d)/g)].map((found) => found[1]);
    expect(hours).toEqual(['23', '00', '23']);
  });

  it('htmlPage shows every character of any message, any name, any title, and makes an element of none', () => {
    const clean = pageOf(sampleAnalysis([{ speaker: '甲', text: '乙' }]));
    const tags = (page: string) => page.split('<').length;
    const hostile = fc.oneof(
      fc.constantFrom(
        '<script>x</script>',
        '"><img src=x onerror=x>',
        '</style>',
        '</div></li>',
        '&lt;',
        '<!--',
        "'`",
      ),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (text, name, words) => {
        const [speaker, title] = [`甲${name}`, `丙${words}`];
        const threads: DayAnalysis['threads'] = [{ id: 1, title, domain: 'payments', messages: [1] }];
        const page = pageOf(sampleAnalysis([{ speaker, text }], { threads, group: title }));
        expect(wordsOf(page, 1)).toBe(text);
        expect(tags(page)).toBe(tags(clean));
      }),
      { seed: 3, numRuns: 150 },
    );
  });
});

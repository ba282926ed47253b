import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceHtml } from '../../src/report/index.js';
import { sourceMarkdown } from '../../src/report/source-links.js';

const find = (group: string, date: string) =>
  group === '灯塔' && date === '2021-03-04' ? 'out/%E7%81%AF%E5%A1%94/2021-03-04.html' : null;
const inHtml = (source: string) => sourceHtml(source, find).source;
const inMarkdown = (source: string) => sourceMarkdown(source, find);

describe('a source', () => {
  it('that has a web address leads there', () => {
    expect(inHtml('灯规，https://sea.example/a?b=1&c。')).toBe(
      '灯规，<a class="out" href="https://sea.example/a?b=1&amp;c" rel="noopener noreferrer nofollow" target="_blank">https://sea.example/a?b=1&amp;c</a>。',
    );
    expect(inMarkdown('https://sea.example/a-1')).toBe(
      '[https&#58;//sea.example/a-1](https://sea.example/a-1)',
    );
    // a bracket of the address would end the link
    expect(inMarkdown('https://sea.example/a_(b)/c')).toBe(
      '[https&#58;//sea.example/a\\_(b)/c](https://sea.example/a_%28b%29/c)',
    );
  });

  it.each([
    ['海规 https://sea.example/wiki/灯塔_(海规)，第3条', 'https://sea.example/wiki/灯塔_(海规)'],
    ['https://sea.example/(x)', 'https://sea.example/(x)'],
    ['（旧）(https://sea.example/x)', 'https://sea.example/x'],
    ['https://sea.example/x(2018年)', 'https://sea.example/x'],
    ['https://sea.example/x第3条', 'https://sea.example/x'],
  ])('is not cut at the brackets of an address, nor takes others in: %s', (source, address) => {
    expect(/<a [^>]*>(.*)<\/a>/.exec(inHtml(source))![1]).toBe(address);
    expect(/href="([^"]*)"/.exec(inHtml(source))![1]).toBe(new URL(address).href);
    expect(inMarkdown(source)).toContain(`](${encodeURI(address).replace('(', '%28').replace(')', '%29')})`);
  });

  it('that has the address of a message leads to the page of its day, where there is one', () => {
    expect(inHtml('见 灯塔/2021-03-04#12')).toBe(
      '见 <a href="out/%E7%81%AF%E5%A1%94/2021-03-04.html#m12">灯塔/2021-03-04#12</a>',
    );
    expect(inMarkdown('灯塔/2021-03-04#12')).toBe(
      '[灯塔/2021-03-04#12](out/%E7%81%AF%E5%A1%94/2021-03-04.html#m12)',
    );
    for (const elsewhere of ['雾号/2021-03-04#12', '灯塔/2021-03-05#1', '灯塔/2021-03-04'])
      expect([inHtml(elsewhere), inMarkdown(elsewhere)]).toEqual([elsewhere, elsewhere]);
  });

  it('leads to no other scheme, and asks for no page outside of the folders of days', () => {
    const asked: string[] = [];
    const listen = (group: string, date: string) => {
      asked.push(`${group}/${date}`);
      return null;
    };
    for (const hostile of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/x', '../..#1', '灯/..#1'])
      expect(sourceHtml(hostile, listen).source).not.toContain('<a');
    expect(asked).toEqual([]);
  });

  it('stays text where it is no address: dates, numbers and names as they are written', () => {
    expect(inMarkdown('海发〔2021〕5号，2016-12-01 起，T+1，(JR/T 0025) out_no 第#3条')).toBe(
      '海发〔2021〕5号，2016-12-01 起，T+1，(JR/T 0025) out_no 第#3条',
    );
    expect(inMarkdown('*灯* _塔_ [x](y) `z` <b> ~a~ | $1')).toBe(
      '\\*灯\\* \\_塔\\_ \\[x\\](y) \\`z\\` &lt;b&gt; \\~a\\~ \\| \\$1',
    );
  });

  it('no text of it is markup, and no address ends a link before its end', () => {
    const unit = fc.constantFrom(
      ...[
        'https://a.example/',
        '灯塔/2021-03-04#1',
        ')',
        '(',
        '[',
        ']',
        '<',
        '>',
        '"',
        '`',
        '\\',
        '{',
        '%',
        '油',
        ' ',
      ],
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (list) => {
        const source = list.join('');
        const tags = inHtml(source).match(/<[^>]*>/g) ?? [];
        expect(
          tags.filter(
            (tag) => !/^<\/a>$|^<a (?:class="out" )?href="(?:https:\/\/a\.example\/|out\/)[^"<>]*"/.test(tag),
          ),
        ).toEqual([]);
        const links = inMarkdown(source)
          .split(/(?<!\\)\[/)
          .slice(1);
        for (const link of links)
          expect(link).toMatch(/(?<!\\)\]\((?:https:\/\/a\.example\/|out\/)[^()[\]<>`\\{} ]*\)/);
      }),
      { seed: 241, numRuns: 300 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { sparkline, termText } from '../../src/report/term-text.js';
import { entry } from '../glossary/entries.js';

describe('sparkline(stretches)', () => {
  it('a month without a log is a blank, one in which nobody used the term a dot', () => {
    const months = [3, 0, 0, 6].map((uses, i) => ({
      ...{ name: `2021-0${i + 1}`, uses, all: 9 },
      logged: i !== 2,
    }));
    expect(sparkline(months)).toBe('▄· █');
  });
});

describe('termText(view, lang)', () => {
  const view = {
    ...{ term: '灯塔费', ended: [], use: null, daysRead: 0, isPublic: false, threads: [], explained: [] },
    ...{ stretches: { unit: 'day' as const, stretches: [] }, company: [['雾号', 2] as [string, number]] },
    entry: entry({ term: '灯塔费', aliases: ['灯费', '灯塔税'], definition: '照灯的费用' }),
  };

  it('parts what it puts together by the marks of its language', () => {
    expect(termText(view, 'zh')).toContain('照灯的费用（无出处）');
    expect(termText(view, 'zh')).toContain('别的写法：灯费、灯塔税');
    expect(termText(view, 'en')).toContain('照灯的费用 (no source)');
    expect(termText(view, 'en')).toContain('other forms: 灯费, 灯塔税');
  });
});

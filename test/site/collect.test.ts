import { describe, expect, it } from 'vitest';
import { dayWordsOf } from '../../src/corpus/index.js';
import { innerNames } from '../../src/privacy/index.js';
import { buildReport } from '../../src/report/index.js';
import { SiteContents } from '../../src/site/index.js';
import { sampleAnalysis } from '../report/sample-report.js';

describe('SiteContents', () => {
  it('a day has as many unanswered questions in the list of days as its own page lists', () => {
    const asked = '灯塔的结算周期有人知道怎么改吗？';
    const texts = [asked, asked, '谁？'];
    const analysis = sampleAnalysis(
      texts.map((text) => ({ speaker: '阿橙', text, kind: 'question' as const, tokens: [], tokenTypes: [] })),
      { unanswered: texts.map((_, i) => ({ question: [i + 1], follows: null, kind: 'question' as const })) },
    );
    const contents = new SiteContents(innerNames);
    contents.add(analysis, dayWordsOf(analysis, new Set()));
    const report = buildReport(analysis, { lang: 'zh', names: innerNames, entries: [] });
    expect(contents.days[0]!.open).toBe(report.unanswered.length);
    expect(contents.days[0]!.open).toBe(1);
  });
});

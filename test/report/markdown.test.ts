import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { toMarkdown } from '../../src/report/index.js';
import { lighthouseDay, sampleAnalysis, sampleReport } from './sample-report.js';

const markdown = (day: ReturnType<typeof lighthouseDay>) =>
  toMarkdown(sampleReport(day), { page: '2024-03-01.html', charts: [] });
const headings = (text: string) => text.split('\n').filter((line) => line.startsWith('## '));

describe('a report in Markdown', () => {
  it('gives small threads and sign-ins a heading, so that they belong to nothing above them', () => {
    const day = sampleAnalysis([
      { speaker: '阿舟', text: '海岛码牌怎么贴', kind: 'chat' },
      { speaker: '老贾', text: '签到', kind: 'signin' },
    ]);
    expect(headings(markdown(day))).toEqual(
      expect.arrayContaining(['## 今天要办', '## 还聊了', '## 签到', '## 没看到的']),
    );
  });

  it('has a list of used terms where there are some', () => {
    const terms = lighthouseDay().terms.filter((t) => !t.known);
    expect(markdown(lighthouseDay())).toContain('**用得最多的**');
    expect(markdown(lighthouseDay({ terms }))).toContain('**词汇表里没有的**');
    expect(markdown(lighthouseDay({ terms }))).not.toContain('用得最多的');
  });

  it('lists an outline of two headings and more, the first at the margin', () => {
    const withOutline = (...levels: (1 | 2 | 3)[]) => {
      const [talk] = lighthouseDay().talks;
      const outline = levels.map((level, i) => ({ level, text: `码牌第${i}点`, n: 12 }));
      return markdown(lighthouseDay({ talks: [{ ...talk!, outline }] }));
    };
    expect(withOutline(2)).not.toContain('提纲');
    expect(withOutline(2, 3)).toMatch(/^- 码牌第0点.*\n {2}- 码牌第1点/m);
  });

  it('tells nothing of what the public edition leaves out', () => {
    const { withheld } = words('zh').privacy;
    const day = lighthouseDay({ published: { names: 0, numbers: 0, statements: 2 } });
    const messages = day.messages.map((m) => ([5, 6].includes(m.n) ? { ...m, text: withheld } : m));
    expect(markdown({ ...day, messages })).not.toContain(withheld);
  });
});

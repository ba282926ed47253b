import { describe, expect, it } from 'vitest';
import { toBrief, toMarkdown } from '../../src/report/index.js';
import { pageOf, textOf } from './sample-page.js';
import { lighthouseDay, sampleReport } from './sample-report.js';

const markdown = (day: ReturnType<typeof lighthouseDay>) =>
  toMarkdown(sampleReport(day), { page: '2024-03-01.html', charts: [] });

describe('the head of a report', () => {
  const day = lighthouseDay({ header: { author: null, lines: 14 } });

  it('counts every message once, and says how many the log has with its second copies', () => {
    expect(sampleReport(day).counts).toMatchObject({ messages: 15, logged: 16, copies: 1, claimed: 14 });
    const aside = '记录里有 16 条，其中 1 条是同一句话的第二份，没有算';
    for (const text of [markdown(day), textOf(pageOf(day))]) {
      expect(text).toContain('15 条 · ');
      expect(text).toContain(aside);
    }
    expect(toBrief(sampleReport(day))).toContain('15 条 · ');
  });

  it('says nothing of second copies where there are none, nor of a header that is right', () => {
    const messages = lighthouseDay().messages.map((m) => ({ ...m, duplicateOf: null }));
    const plain = lighthouseDay({ messages, header: { author: null, lines: messages.length } });
    expect(markdown(plain)).toMatch(/^16 条 · [^（]+$/m);
  });
});

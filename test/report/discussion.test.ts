import { describe, expect, it } from 'vitest';
import { toBrief, toMarkdown } from '../../src/report/index.js';
import { pageOf, textOf } from './sample-page.js';
import { lighthouseDay, sampleReport } from './sample-report.js';

const discussion = {
  kind: 'discussion' as const,
  speaker: '白鹭',
  title: '跨境分账谁来做',
  host: null,
  announcements: [],
  signins: [],
  passages: [],
  outline: [],
  images: [],
  links: [],
  qa: [],
  discussion: [2, 3, 4, 7, 8],
};
const day = lighthouseDay({ talks: [discussion] });
const report = sampleReport(day);

describe('a day whose discussion is worth a record', () => {
  const everywhere: [string, string][] = [
    ['Markdown', toMarkdown(report, { page: '2024-03-01.html', charts: [] })],
    ['the page', textOf(pageOf(day))],
    ['the brief', toBrief(report)],
  ];

  it.each(everywhere)('is told as 讨论记录 and not as 分享 in %s', (_, text) => {
    expect(text).toContain('讨论记录');
    expect(text).toContain('答得最多的是 白鹭');
    expect(text).toMatch(/问答 1 组/);
    expect(text).not.toMatch(/晚间分享|嘉宾 白鹭/);
  });

  it('its messages are counted, and it is on the list of what to do', () => {
    expect(report.talks[0]).toMatchObject({ kind: 'discussion', kept: 5, pairs: 1, first: 2, points: [] });
    expect(report.todo.map((todo) => todo.text).join()).toContain('整理成记录');
    expect(report.todo.map((todo) => todo.text).join()).not.toContain('先问嘉宾');
  });

  it('the public edition has no list of what to do, and keeps no place for one', () => {
    const outer = lighthouseDay({ talks: [discussion], published: { names: 0, numbers: 0, statements: 0 } });
    const shown = sampleReport(outer);
    expect(shown.todo).toEqual([]);
    for (const text of [
      toMarkdown(shown, { page: '2024-03-01.html', charts: [] }),
      textOf(pageOf(outer)),
      toBrief(shown),
    ]) {
      expect(text).not.toMatch(/今天要办|整理成记录|huati records/);
      expect(text).toContain('讨论记录');
    }
  });

  it('answers, sign-ins and pictures are counted where there are any', () => {
    const alone = lighthouseDay({ talks: [discussion], qa: [] });
    const quiet = sampleReport(alone);
    for (const text of [
      toMarkdown(quiet, { page: '2024-03-01.html', charts: [] }),
      textOf(pageOf(alone)),
      toBrief(quiet),
    ])
      expect(text).not.toMatch(/(?:问答|签到|图) 0 /);
  });

  it('a title that is also a thread’s stands once in the summary', () => {
    expect(report.summary.filter((title) => title === discussion.title)).toHaveLength(1);
  });

  it('who leads it is no guest: what he says is said by a member', () => {
    const standings = report.threads.flatMap((t) => t.statements.map((s) => s.standing));
    expect(standings).not.toContain('guest');
  });
});

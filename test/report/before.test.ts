import { describe, expect, it } from 'vitest';
import { QuestionHistory, questionsOf } from '../../src/corpus/index.js';
import { words } from '../../src/lang/index.js';
import { innerNames } from '../../src/privacy/index.js';
import {
  buildReport,
  htmlPage,
  type Report,
  showBefore,
  toBrief,
  toMarkdown,
} from '../../src/report/index.js';
import {
  answeredTide,
  asks,
  calling,
  dayOf,
  openTide,
  otherDays,
  asked as questionIn,
  stopwords,
  tide,
} from '../corpus/days.js';

const w = words('zh').qa;
const evil = '<img src=x> 潮汐网关的备付金白天怎么对账？';
const today = dayOf(
  '2024-03-04',
  [asks('阿舟', tide), calling('老贾', '小满', '分账的手续费按海岛钱包的规矩来')],
  { unanswered: [questionIn(1)] },
);

/** The report of a day after others. */
function reportAfter(days: Parameters<QuestionHistory['next']>[0][]): Report {
  const history = new QuestionHistory();
  for (const day of days) history.next(day);
  const known = history.next(questionsOf(today, stopwords));
  const before = showBefore(known, today, (q) => history.oldAnswers(q, today.date), innerNames);
  return buildReport(today, { lang: 'zh', names: innerNames, entries: [], before });
}
const page = (report: Report) => [...htmlPage(report, { charts: [], image: () => null, brief: '' })].join('');
const markdown = (report: Report) => toMarkdown(report, { page: '2024-03-04.html', charts: [] });

describe('a report after earlier days', () => {
  const answered = reportAfter([...otherDays(1, 9), answeredTide('2024-02-20')]);

  it('shows beside an open question who answered the same before, and leads there', () => {
    expect(markdown(answered)).toMatch(
      new RegExp(`${w.old}：\\[2024.*\\]\\(2024-02-20\\.html#m1\\) 小满：备付金夜里`),
    );
    expect(page(answered)).toContain('<a href="2024-02-20.html#m1">2024-02-20#1</a> 小满：备付金夜里');
    expect(toBrief(answered)).toContain(`（${w.old} 2024-02-20 小满）`);
  });

  it('shows questions of earlier days that are still open, with their age', () => {
    const asked = dayOf('2024-03-02', [asks('小舵', '海岛钱包的分账手续费由谁来出呢？')], {
      unanswered: [questionIn(1)],
    });
    const report = reportAfter([questionsOf(asked, stopwords)]);
    for (const text of [markdown(report).replaceAll('\\', ''), page(report)]) {
      expect(text).toContain(w.carried);
      expect(text).toContain(w.openFor(2, '2024-03-02'));
    }
    expect(toBrief(report)).toContain('2024-03-02#1');
  });

  it('shows the answer that a question of an earlier day has today', () => {
    const asked = dayOf('2024-03-03', [asks('小满', '海岛钱包的分账手续费由谁来出呢？')], {
      unanswered: [questionIn(1)],
    });
    const report = reportAfter([questionsOf(asked, stopwords)]);
    expect(markdown(report)).toContain(w.closed);
    expect(page(report)).toContain(w.reasons.called);
  });

  it('lets nothing of an earlier day be markup', () => {
    const asked = dayOf('2024-03-03', [asks('<script>', evil)], { unanswered: [questionIn(1)] });
    const report = reportAfter([questionsOf(asked, stopwords)]);
    expect(page(report)).toContain('&lt;img src=x&gt;');
    for (const text of [markdown(report), page(report).replace(/<script>.*?<\/script>/s, '')])
      expect(text).not.toMatch(/<img|<script>/);
  });

  it('of a day alone is as it always was', () => {
    const alone = buildReport(today, { lang: 'zh', names: innerNames, entries: [] });
    expect(markdown(reportAfter([]))).toBe(markdown(alone));
    expect(markdown(reportAfter([openTide('2024-01-01')]))).toBe(markdown(alone));
  });
});

import { describe, expect, it } from 'vitest';
import { dayWordsOf, threadDocsOf, threadKey } from '../../src/corpus/index.js';
import { type Line, sampleAnalysis } from '../report/sample-report.js';

const said = (speaker: string, text: string, rest: Partial<Line> = {}): Line => {
  const tokens = text.split(' ');
  return { speaker, text, tokens, tokenTypes: tokens.map(() => 'word' as const), ...rest };
};

const day = sampleAnalysis(
  [
    said('阿橙', '灯塔网关 对账 慢吗', { kind: 'question' }),
    said('半帆', '对账 换 批次'),
    said('小舟', '签到', { kind: 'signin' }),
    said('半帆', '灯塔网关 夜里 停'),
    said('小舟', '海鲜 好吃'),
  ],
  {
    threads: [
      { id: 1, title: '对账慢', domain: 'payments', messages: [1, 2, 4] },
      { id: 3, title: '签到', domain: 'work', messages: [3] },
      { id: 5, title: '海鲜', domain: 'social', messages: [5] },
    ],
    qa: [{ question: [1], answers: [2, 4], follows: null, kind: 'question' }],
  },
);
const threads = threadDocsOf(day, dayWordsOf(day, new Set(['换'])));

describe('threadDocsOf(analysis)', () => {
  it('a thread has its words by how many of its messages have them', () => {
    expect(Object.fromEntries(threads[0]!.words)).toMatchObject({ 对账: 2, 灯塔网关: 2, 批次: 1 });
    expect(threads[1]!.words.map(([word]) => word)).toEqual(['好吃', '海鲜']);
  });

  it('a thread in which nothing counts is no document', () => {
    expect(threads.map(threadKey)).toEqual(['灯塔支付/2024-03-01#1', '灯塔支付/2024-03-01#5']);
  });

  it('says who spoke in it, when, and who answered whom', () => {
    expect(threads[0]).toMatchObject({ people: ['半帆', '阿橙'], from: 28_800, to: 28_980, size: 3 });
    expect(threads[0]!.answers).toEqual([{ question: 1, asker: '阿橙', answerer: '半帆', messages: [2, 4] }]);
  });
});

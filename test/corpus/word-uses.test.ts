import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayWords, dayWordsOf, mergeByHalves, mergeDays, totalWords } from '../../src/corpus/index.js';
import { words as languageWords } from '../../src/lang/index.js';
import { type Line, sampleAnalysis } from '../report/sample-report.js';

const stopwords = new Set(['我们', '了']);

/** A line cut at its spaces; `term` marks the tokens that are terms. */
const said = (speaker: string, text: string, rest: Partial<Line> = {}): Line => {
  const tokens = text.split(' ');
  return { speaker, text, tokens, tokenTypes: tokens.map(() => 'word' as const), ...rest };
};
const term = (name: string, surface: string[], messages: number[]) => ({
  ...{ term: name, surface, messages },
  ...{ class: 'concept' as const, known: true },
});
const words = (lines: Line[], rest: Parameters<typeof sampleAnalysis>[1] = {}) =>
  dayWordsOf(sampleAnalysis(lines, rest), stopwords);
const listed = ({ words: list }: DayWords) => Object.fromEntries(list.map((w) => [w.word, w.messages]));

describe('dayWordsOf(analysis)', () => {
  it('counts content words, not function words, single characters or numbers', () => {
    const lines = [said('阿橙', '我们 对账 对账 了 慢 88')];
    expect(listed(words(lines))).toEqual({ 对账: [1] });
    expect(words(lines).words[0]!.count).toBe(2);
  });

  it('counts a term under its canonical form, whichever form was written', () => {
    const lines = [said('阿橙', '资金清算 几点'), said('半帆', '清算 三点')];
    const day = words(lines, { terms: [term('清算', ['清算', '资金清算'], [1, 2])] });
    expect(listed(day).清算).toEqual([1, 2]);
    expect(day.words.find((w) => w.word === '清算')).toMatchObject({
      class: 'concept',
      known: true,
      count: 2,
    });
  });

  it('finds a term that stands across tokens by the messages that the analysis gives it', () => {
    const day = words([said('阿橙', '灯塔 网关 停了')], { terms: [term('灯塔网关', ['灯塔网关'], [1])] });
    expect(listed(day).灯塔网关).toEqual([1]);
  });

  it('leaves out second copies, sign-ins, notices, bare links and what is passed on word for word', () => {
    const long = '灯塔 备付金 集中 存管 以后 收单 机构 的 利息 收入 怎么 处理 比较 稳妥';
    const lines = [
      said('阿橙', long),
      said('半帆', '对账', { duplicateOf: 1 }),
      said('小舟', '签到', { kind: 'signin' }),
      said('小舟', '群规', { kind: 'notice' }),
      said('小舟', '文章', { kind: 'share' }),
      said('半帆', long),
    ];
    expect(words(lines).messages.n).toEqual([1]);
  });

  it('leaves out what stays out of the public edition, so that shares are of what can be read', () => {
    const { closedTalk, closedNotice, withheld } = languageWords('zh').privacy;
    const lines = [closedTalk, closedNotice, withheld].map((text) => said('小舟', text));
    expect(words([said('阿橙', '对账'), ...lines])).toMatchObject({
      speakers: ['阿橙'],
      messages: { n: [1] },
    });
  });

  it('leaves out the title of a link, which others have written', () => {
    const text = '灯塔 费率 看看';
    const attachments = [
      { kind: 'link' as const, title: '灯塔 费率', url: 'https://a.example', start: 0, end: 5 },
    ];
    expect(listed(words([said('阿橙', text, { attachments })]))).toEqual({ 看看: [1] });
  });

  it('says what is missing where the analysis has no tokens', () => {
    expect(() => words([{ speaker: '阿橙', text: '对账' }])).toThrow('tokens');
  });
});

describe('totalWords(days)', () => {
  const days = [
    words([said('阿橙', '对账 慢'), said('半帆', '对账 批次')], { date: '2024-03-01' }),
    words([said('阿橙', '对账 费率')], { date: '2024-03-02' }),
    words([said('小舟', '费率 费率')], { date: '2024-03-01', group: '海岛' }),
  ];

  it('adds up occurrences, messages, threads, days and who said it', () => {
    expect(totalWords(days).words.find((w) => w.word === '对账')).toMatchObject({
      ...{ count: 3, messages: 3, threads: 2, days: 2 },
      speakers: ['半帆', '阿橙'],
    });
    expect(totalWords(days)).toMatchObject({ days: 3, messages: 4, count: 7 });
  });

  it('a day that is given twice counts once', () => {
    expect(totalWords([...days, days[0]!])).toEqual(totalWords(days));
  });

  it('nothing is the zero of merging', () => {
    expect(mergeDays([], days)).toEqual(mergeDays(days, []));
    expect(totalWords([])).toMatchObject({ days: 0, messages: 0, words: [] });
  });

  const day = fc
    .record({
      date: fc.constantFrom('2024-03-01', '2024-03-02', '2024-03-03'),
      group: fc.constantFrom('灯塔', '海岛'),
      lines: fc.array(
        fc.tuple(fc.constantFrom('阿橙', '半帆'), fc.constantFrom('对账', '费率 对账', '灯塔网关 费率')),
        { maxLength: 4 },
      ),
    })
    .map(({ lines, ...rest }) =>
      words(
        lines.map(([who, text]) => said(who, text)),
        rest,
      ),
    );

  it('days merge to the same bytes in any order and any grouping', () => {
    fc.assert(
      fc.property(fc.array(day, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (list, keys) => {
        const parts = list.map((one) => [one]);
        const shuffled = parts
          .map((part) => ({ part, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ part }) => part);
        const left = parts.reduce<DayWords[]>((a, b) => mergeDays(a, b), []);
        const tree = mergeByHalves<readonly DayWords[]>(shuffled, mergeDays, []);
        expect(JSON.stringify(tree.length ? mergeDays(tree, []) : [])).toBe(JSON.stringify(left));
        expect(JSON.stringify(totalWords(tree))).toBe(JSON.stringify(totalWords(left)));
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { reportTerms } from '../../src/report/terms.js';
import { entrySchema } from '../../src/text/index.js';
import { type Line, sampleAnalysis, sampleReport } from './sample-report.js';

const lines: Line[] = [
  { speaker: '阿舟', text: '码牌押金先收吗' },
  { speaker: '老贾', text: '码牌押金不收' },
  { speaker: '小满', text: '扭蛋机里也贴码牌' },
  { speaker: '小满', text: '扭蛋机一天两百' },
  { speaker: '小满', text: '扭蛋机不好修' },
  { speaker: '陈默', text: '鱼丸铺招人，鱼丸铺在码头' },
  { speaker: '白鹭', text: '鱼丸铺好吃' },
];
const found = (term: string, messages: number[]) => ({
  ...{ term, surface: [term], class: 'concept' as const, known: false },
  messages,
});
const discovered = (terms: ReturnType<typeof found>[]) =>
  sampleReport(
    sampleAnalysis(lines, {
      threads: [
        { id: 1, title: '码牌押金', domain: 'payments', messages: [1, 2, 3, 4, 5] },
        { id: 6, title: '鱼丸铺', domain: 'work', messages: [6, 7] },
      ],
      terms,
    }),
  ).terms.discovered;

describe('terms that the glossary lacks', () => {
  it('of the trade and of many come before what one tells of, and before what other talk names', () => {
    const terms = [found('鱼丸铺', [6, 7]), found('扭蛋机', [3, 4, 5]), found('码牌押金', [1, 2])];
    expect(discovered(terms).map((t) => t.term)).toEqual(['码牌押金', '扭蛋机', '鱼丸铺']);
  });

  it('a document is one, in whatever brackets its year stands', () => {
    const numbers = ['海支发【2020】7号', '海支发〔2020〕7号', '海支发[2020]第7号', '海支发〔2020〕9号'];
    const [first, second, ...rest] = discovered([
      found(numbers[1]!, [1]),
      found(numbers[0]!, [2, 3]),
      found(numbers[2]!, [3]),
      found(numbers[3]!, [4]),
    ]);
    expect(first).toMatchObject({ term: numbers[0], count: 3, messages: [1, 2, 3] });
    expect(first!.surface).toEqual([numbers[1], numbers[0], numbers[2]]);
    expect(second!.term).toBe(numbers[3]);
    expect(rest).toEqual([]);
  });
});

describe('terms of the glossary', () => {
  it('are the most used ones, and however seldom those that the group decided about itself', () => {
    const names = Array.from({ length: 30 }, (_, i) => `码牌${i}号`);
    const use = (term: string, i: number) => ({ ...found(term, i < 29 ? [1, 2] : [1]), known: true });
    const analysis = sampleAnalysis(lines, { terms: names.map(use) });
    const own = (history: object[]) => {
      const entry = { term: '码牌29号', class: 'concept', history };
      return reportTerms(analysis, new Map([['码牌29号', entrySchema.parse(entry)]])).used;
    };
    expect(own([]).map((t) => t.term)).toEqual(names.slice(0, 24));
    const decided = own([{ on: '2024-03-01', by: '阿舟', did: 'accept' }]);
    expect(decided.map((t) => t.term)).toEqual([...names.slice(0, 24), '码牌29号']);
  });
});

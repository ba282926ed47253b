import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Corpus,
  corpusOf,
  emptyCorpus,
  fromPlain,
  mergeCorpora,
  type PartName,
  Query,
  toPlain,
} from '../../src/corpus/index.js';
import { analyse } from '../analysis/analyse.js';
import { chat } from '../threads/chat.js';

const parts: PartName[] = [
  'questions',
  'words',
  'threads',
  'said',
  'pace',
  'talks',
  'people',
  'roster',
  'terms',
  'articles',
  'notices',
  'story',
];
const making = { stopwords: new Set(['请问']), empty: new Set(['请问', '哈哈']), sought: new Set(['清算']) };
const scripts = [
  '09:00 阿橙 请问清算几点出文件？\n09:01 半帆 @阿橙 资金清算三点出文件，按批次对账',
  '09:00 阿橙 请问清算几点出文件？\n10:05 白芷 [灯油](https://a.example/1) 备付金的新规',
  '20:00 小舵 各位请在周五前填写报名表\n20:01 半帆 分账和备付金有什么关系吗？\n20:03 阿橙 @半帆 谢谢',
];
const analyses = scripts.map((script) => analyse(chat(script), { tokens: true }));
const dayOf = (group: string, date: string, script: number): Corpus<PartName> =>
  corpusOf({ ...analyses[script]!, group, date }, parts, making);

const day = fc
  .record({
    group: fc.constantFrom('灯塔', '码头'),
    date: fc.constantFrom('2024-03-01', '2024-03-02', '2024-03-03'),
    script: fc.nat(scripts.length - 1),
  })
  .map(({ group, date, script }) => dayOf(group, date, script));
const days = fc.array(day, { maxLength: 6 });
const corpus = days.map((all) => all.reduce(mergeCorpora, emptyCorpus));
const bytes = (value: unknown) => JSON.stringify(toPlain(value));

/** Merges two neighbours, which the numbers choose, until one is left. */
function anyTree(all: readonly Corpus<PartName>[], turns: readonly number[]): Corpus<PartName> {
  const left = [emptyCorpus, ...all];
  for (let i = 0; left.length > 1; i++) {
    const at = (turns[i % turns.length] ?? 0) % (left.length - 1);
    left.splice(at, 2, mergeCorpora(left[at + 1]!, left[at]!));
  }
  return left[0]!;
}

describe('mergeCorpora', () => {
  it('mergeCorpora gives the same bytes for any tree and order of merges', () => {
    const shuffled = days.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.nat(20), { minLength: 1 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([all, other, turns]) => {
        expect(bytes(anyTree(other, turns))).toBe(bytes(all.reduce(mergeCorpora, emptyCorpus)));
      }),
    );
  });

  it('mergeCorpora with nothing, or with itself, changes nothing', () => {
    fc.assert(
      fc.property(corpus, (a) => {
        expect(bytes(mergeCorpora(a, emptyCorpus))).toBe(bytes(a));
        expect(bytes(mergeCorpora(emptyCorpus, a))).toBe(bytes(a));
        expect(bytes(mergeCorpora(a, a))).toBe(bytes(a));
      }),
    );
  });

  it('mergeCorpora keeps each day once, by group and date', () => {
    fc.assert(
      fc.property(corpus, corpus, (a, b) => {
        const keys = mergeCorpora(a, b).days.map((d) => `${d.group}/${d.date}`);
        expect(keys).toEqual([...new Set(keys)].sort());
      }),
    );
  });
});

describe('Query', () => {
  it('what a corpus is asked has the same bytes however it was merged, and after it was kept as JSON', () => {
    const asked = (c: Corpus<PartName>) => {
      const query = new Query(c);
      const sums = [query.terms(), query.people(), query.roster(), query.talks(), query.articles()];
      return bytes([...sums, query.story(), query.questions(), query.words(), query.notices()]);
    };
    const kept = (c: Corpus<PartName>) =>
      fromPlain(JSON.parse(JSON.stringify(toPlain(c)))) as Corpus<PartName>;
    fc.assert(
      fc.property(corpus, corpus, (a, b) => {
        expect(asked(kept(mergeCorpora(b, a)))).toBe(asked(mergeCorpora(a, b)));
      }),
    );
  });

  it('a span of days is asked alone, a message is quoted by its address', () => {
    const query = new Query(
      mergeCorpora(dayOf('灯塔', '2024-03-01', 0), mergeCorpora(dayOf('码头', '2024-03-05', 2), emptyCorpus)),
    );
    const march = { from: '2024-03-02', to: '2024-03-31' };
    expect(query.dates(march)).toEqual([{ group: '码头', date: '2024-03-05' }]);
    expect(query.ends()).toEqual({ first: '2024-03-01', last: '2024-03-05' });
    expect(query.messages(march)).toBe(3);
    expect([...query.people(march).keys()]).toEqual(['半帆', '小舵', '阿橙']);
    expect(query.quote({ group: '灯塔', date: '2024-03-01', n: 2 })?.text).toContain('资金清算');
    expect(query.quote({ group: '灯塔', date: '2024-03-09', n: 2 })).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { type LintProblem, lint } from '../../src/glossary/index.js';
import { documentSchema } from '../../src/talks/documents.js';
import { entrySchema, loadSegmenter } from '../../src/text/index.js';

const segmenter = loadSegmenter('@node-rs/jieba');

/** What the lint says of entries, one to a line of `sea.yaml`. */
const problemsOf = (entries: object[], documents: object[] = [], texts: string[] = []): LintProblem[] =>
  lint(
    entries.map((entry, i) => ({
      entry: entrySchema.parse({ class: 'concept', ...entry }),
      path: 'sea.yaml',
      line: i + 1,
    })),
    { segmenter, documents: documents.map((d) => documentSchema.parse(d)), texts },
  );

const told = (...given: Parameters<typeof problemsOf>) =>
  problemsOf(...given).map((p) => `${p.line} ${p.term} ${p.rule} ${p.detail}`.trim());

describe('lint', () => {
  it('a sound glossary has no problems', () => {
    const entries = [
      {
        term: '灯塔费',
        aliases: ['灯费'],
        broader: ['港口费'],
        related: ['引航费'],
        source: '海令〔2021〕3号',
      },
      { term: '港口费', narrower: ['灯塔费'] },
      { term: '引航费', confused: ['灯塔费'] },
    ];
    expect(told(entries)).toEqual([]);
  });

  it('a term that stands twice is told at its second place, with the first', () => {
    expect(told([{ term: 'LED灯' }, { term: 'led灯' }])).toEqual(['2 led灯 duplicate sea.yaml:1']);
  });

  it('an alias that differs from another form by case or script only is one too many', () => {
    expect(told([{ term: '灯塔', aliases: ['燈塔', 'LH', 'lh'] }])).toEqual([
      '1 灯塔 duplicate 燈塔',
      '1 灯塔 duplicate lh',
    ]);
  });

  it('a form that two entries claim is told of both, or of the one that has it as an alias', () => {
    expect(
      told([
        { term: '灯塔', aliases: ['航标'] },
        { term: '浮标', aliases: ['航标'] },
      ]),
    ).toEqual(['1 灯塔 alias-clash 航标 → 浮标', '2 浮标 alias-clash 航标 → 灯塔']);
    expect(told([{ term: '灯塔', aliases: ['浮标'] }, { term: '浮标' }])).toEqual([
      '1 灯塔 alias-clash 浮标 → 浮标',
    ]);
  });

  it('a term that is an alias of an entry outside of what is checked is told, with where that stands', () => {
    const at = (path: string, entry: object) => ({
      entry: entrySchema.parse({ class: 'concept', ...entry }),
      path,
      line: 7,
    });
    const entries = [
      at('shipped.yaml', { term: '灯塔费', aliases: ['灯费'] }),
      at('sea.yaml', { term: '灯费' }),
    ];
    const sources = { segmenter, documents: [], texts: [] };
    const isChecked = (path: string) => path === 'sea.yaml';
    expect(lint(entries, { ...sources, isChecked })).toEqual([
      {
        ...{ path: 'sea.yaml', line: 7, term: '灯费', rule: 'alias-clash', detail: '灯费 → 灯塔费' },
        level: 'problem',
        other: { path: 'shipped.yaml', line: 7 },
      },
    ]);
    // where both are checked it is told once, of the one that has it as an alias
    expect(lint(entries, sources).map((p) => p.path)).toEqual(['shipped.yaml']);
  });

  it('a word that was put off, or is a draft, and is an alias of another entry is told', () => {
    const taker = { term: '灯塔', aliases: ['航标'] };
    expect(told([{ term: '航标', status: 'candidate' }, taker])).toEqual([
      '1 航标 put-off-alias 航标 → 灯塔',
    ]);
    expect(told([{ term: '航标', status: 'draft' }, taker])).toEqual(['2 灯塔 alias-clash 航标 → 航标']);
    expect(
      told([
        { term: '航标', status: 'candidate' },
        { ...taker, status: 'rejected' },
      ]),
    ).toEqual([]);
    expect(told([{ term: '航标', status: 'rejected' }, taker])).toEqual([]);
  });

  it('a relation leads to an entry by its canonical form', () => {
    const entries = [
      { term: '灯塔', related: ['雾号', '航道标'], replacedBy: '卫星' },
      { term: '浮标', aliases: ['航道标'] },
    ];
    expect(told(entries)).toEqual([
      '1 灯塔 dangling related: 雾号',
      '1 灯塔 not-canonical related: 航道标 → 浮标',
      '1 灯塔 dangling replacedBy: 卫星',
    ]);
  });

  it('a relation to a word that was rejected or put off is told as that, with where it stands', () => {
    const entries = [
      { term: '灯塔', related: ['雾号', '雾笛'] },
      { term: '雾号', status: 'rejected' },
      { term: '雾笛', status: 'candidate' },
    ];
    expect(problemsOf(entries).map((p) => [p.rule, p.detail, p.other?.line])).toEqual([
      ['leads-to-rejected', 'related: 雾号', 2],
      ['leads-to-put-off', 'related: 雾笛', 3],
    ]);
  });

  it('what is related is not broader or narrower, from whichever side and by however many steps', () => {
    const entries = [
      { term: '灯塔费', broader: ['港口费'], related: ['规费', '引航费'] },
      { term: '港口费' },
      { term: '规费', aliases: ['规钱'], narrower: ['港口费'], related: ['灯塔费'] },
      { term: '引航费' },
    ];
    expect(problemsOf(entries).map((p) => [p.line, p.level, p.rule, p.detail])).toEqual([
      [1, 'warning', 'related-hierarchy', 'related: 规费'],
      [3, 'warning', 'related-hierarchy', 'related: 灯塔费'],
    ]);
  });

  it('an entry is not related to itself', () => {
    expect(told([{ term: '灯塔', confused: ['灯塔'] }])).toEqual(['1 灯塔 self confused: 灯塔']);
  });

  it('a circle of broader terms is told once, whichever side says it', () => {
    const entries = [
      { term: 'b', broader: ['a'] },
      { term: 'c', narrower: ['a'] },
      { term: 'c2' },
      { term: 'a' },
    ];
    expect(told(entries)).toEqual([]);
    expect(
      told([...entries.slice(0, 1), { term: 'c', narrower: ['a'], broader: ['b'] }, { term: 'a' }]),
    ).toEqual(['3 a cycle a → c → b → a']);
  });

  it('a circle of replacements is told once', () => {
    expect(
      told([
        { term: 'a', replacedBy: 'b' },
        { term: 'b', replacedBy: 'a' },
      ]),
    ).toEqual(['1 a cycle a → b → a']);
  });

  it('an approved entry has a source, and somebody who checked it', () => {
    expect(told([{ term: '灯塔', status: 'approved' }])).toEqual([
      '1 灯塔 unsourced-approval',
      '1 灯塔 unchecked-approval',
    ]);
    const checked = { by: '阿橙', on: '2021-03-04', original: true };
    expect(told([{ term: '灯塔', status: 'approved', source: '海令〔2021〕3号', checked }])).toEqual([]);
  });

  it('a rule out of force carries no entry that is told as standing', () => {
    const issued = { title: '灯塔收费', issuer: '海事局', date: '2011' };
    const documents = [
      { ...issued, number: '海发〔2011〕3号', until: '2021', replacedBy: '海发〔2021〕5号' },
      { ...issued, number: '海发〔2021〕5号' },
      { ...issued, number: '海发〔2012〕8号', until: '2020', unsure: true },
    ];
    const entry = { term: '灯塔费', source: '海发〔2011〕3号第二条' };
    const ended = '1 灯塔费 out-of-force 海发〔2011〕3号 (2021 → 海发〔2021〕5号)';
    expect(told([entry], documents)).toEqual([ended]);
    expect(told([{ ...entry, status: 'deprecated' }], documents)).toEqual([]);
    expect(told([{ ...entry, until: '2021' }], documents)).toEqual([]);
    // what took its place is named beside it
    expect(told([{ ...entry, source: '海发〔2011〕3号；现行为海发〔2021〕5号' }], documents)).toEqual([]);
    expect(told([{ ...entry, source: '海发〔2021〕5号' }], documents)).toEqual([]);
    // a sense rests on a rule of its own; what is not certain is told as that
    const senses = [{ where: '北港', definition: '北港的灯费。', source: '海发〔2012〕8号' }];
    expect(told([{ term: '灯费', senses }], documents)).toEqual([
      '1 灯费 out-of-force 海发〔2012〕8号 (2020？)',
    ]);
  });

  it('what begins does not end before', () => {
    expect(told([{ term: '灯塔费', from: '2021-03', until: '2020' }])).toEqual([
      '1 灯塔费 in-force-backwards 2021-03 > 2020',
    ]);
  });

  it('a year and a month of it do not contradict each other', () => {
    expect(told([{ term: '灯塔费', from: '2021-03', until: '2021' }])).toEqual([]);
  });

  it('a definition of marks alone is none, in a meaning neither', () => {
    const senses = [{ where: '北港', definition: '……' }];
    expect(told([{ term: '灯塔费', definition: '。', senses }])).toEqual([
      '1 灯塔费 bare-definition 。',
      '1 灯塔费 bare-definition ……',
    ]);
  });

  it('a source that is an address alone is told, one beside what it leads to is not', () => {
    expect(told([{ term: '灯塔费', source: 'https://sea.example/3' }])).toEqual([
      '1 灯塔费 bare-address https://sea.example/3',
    ]);
    expect(told([{ term: '灯塔费', source: '灯塔收费办法，https://sea.example/3' }])).toEqual([]);
  });

  it('the number of a document that is written with other brackets or digits, or without 号, is told as it is meant', () => {
    const documents = [{ title: '灯塔收费', issuer: '海事局', date: '2021', number: '海发〔2021〕5号' }];
    const of = (source: string) => told([{ term: '灯塔费', source }], documents);
    for (const source of ['海发[2021]5号', '海发﹝2021﹞5号', '海发《２０２１》5 号', '海发〔2021〕5'])
      expect(of(source)).toEqual([`1 灯塔费 document-form ${source} → 海发〔2021〕5号`]);
    expect(of('见海发（2021）6号第二条')).toEqual([
      '1 灯塔费 unknown-document 见海发（2021）6号 → 见海发〔2021〕6号',
    ]);
    for (const source of [
      '海发〔2021〕5号',
      '海令2021年第9号',
      '海发〔2021〕6号',
      '《灯塔》（2021）12页',
      '灯塔/2021-03-04#5',
    ])
      expect(of(source)).toEqual([]);
  });

  it('a day or a message that a source names and its group’s logs do not have is a warning', () => {
    const lengths = new Map([['灯塔', new Map([['2021-03-04', 12]])]]);
    const sources = ['灯塔/2021-03-04#12', '灯塔/2021-03-04#13', '灯塔/2021-03-05#1', '礁石/2021-03-05#1'];
    const entries = sources.map((source, i) => ({
      entry: entrySchema.parse({ term: `灯${i}`, class: 'concept', source }),
      path: 'sea.yaml',
      line: i + 1,
    }));
    const found = lint(entries, { segmenter, documents: [], texts: [], lengths });
    expect(found.map((p) => `${p.line} ${p.level} ${p.rule} ${p.detail}`)).toEqual([
      '2 warning no-such-message 灯塔/2021-03-04#13 > 12',
      '3 warning no-such-day 灯塔/2021-03-05#1',
    ]);
  });

  it('nobody checked or decided anything later than today, where today is known', () => {
    const entry = entrySchema.parse({
      ...{ term: '灯塔费', class: 'concept' },
      checked: { by: '阿橙', on: '2031-03-04', original: true },
      history: [{ on: '2021-03-05', by: '阿橙', did: 'accept' }],
    });
    const at = (today?: string) =>
      lint([{ entry, path: 'sea.yaml', line: 1 }], {
        segmenter,
        documents: [],
        texts: [],
        ...(today && { today }),
      });
    expect(at('2021-03-04').map((p) => p.detail)).toEqual([
      'checked: 2031-03-04 > 2021-03-04',
      'history: 2021-03-05 > 2021-03-04',
    ]);
    expect(at('2031-03-04')).toEqual([]);
    expect(at()).toEqual([]);
  });

  it('what was reworded on a later day than it was checked is a warning, as far as the history tells', () => {
    const checked = { by: '阿橙', on: '2021-03-04', original: true };
    const undo = (field: string) => ({ undo: { nth: 1, was: { [field]: null }, left: '' } });
    const of = (...history: object[]) =>
      problemsOf([{ term: '灯塔费', checked, history }]).map((p) => `${p.level} ${p.rule} ${p.detail}`);
    const edited = { on: '2021-03-05', by: '半帆', did: 'edit' };
    expect(of(edited)).toEqual([
      'warning changed-since-check checked: 2021-03-04 < history: 2021-03-05 半帆',
    ]);
    expect(of({ ...edited, did: 'merge', ...undo('definition') })).toHaveLength(1);
    // relations and forms are not what was checked, nor is what stood when somebody checked it
    expect(of({ ...edited, ...undo('related') }, { ...edited, did: 'merge', ...undo('aliases') })).toEqual(
      [],
    );
    expect(of({ ...edited, on: '2021-03-03' }, { ...edited, did: 'import' })).toEqual([]);
  });

  it('an English abbreviation that another entry of the class has is a warning, of the later one', () => {
    const [found, ...more] = problemsOf([
      { term: '灯塔费', english: 'light due (LDX)' },
      { term: '灯捐', english: 'LDX' },
      { term: '灯机', english: 'LDX', class: 'tech' },
      { term: '岸费', english: 'light due' },
      { term: '岸捐', english: 'light due' },
    ]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      ...{ term: '灯捐', rule: 'same-abbreviation', level: 'warning', detail: 'LDX → 灯塔费' },
      other: { path: 'sea.yaml', line: 1 },
    });
  });

  it('what an entry that stands in for another does not say again is noted, but for forms that others have', () => {
    const located = (path: string, entry: object) => ({
      entry: entrySchema.parse({ class: 'concept', ...entry }),
      ...{ path, line: 3 },
    });
    const earlier = located('shipped.yaml', {
      ...{
        term: '灯塔费',
        aliases: ['灯费', '岸灯费', '灯钱'],
        english: 'light due',
        definition: '为灯塔付的费。',
      },
      related: ['雾号'],
    });
    const other = located('sea.yaml', { term: '岸费', aliases: ['岸灯费'] });
    const noted = (own: object) => {
      const by = located('sea.yaml', { term: '灯塔费', ...own });
      const sources = { segmenter, documents: [], texts: [], replaced: [{ by, earlier }] };
      return lint([by, other, located('sea.yaml', { term: '雾号' })], sources);
    };
    const covered = {
      ...{ path: 'shipped.yaml', line: 3, term: '灯塔费', rule: 'covered', level: 'warning' },
      ...{ detail: '', other: { path: 'sea.yaml', line: 3 } },
    };
    expect(noted({ aliases: ['灯钱'], definition: '自己的。' })).toEqual([
      {
        ...{ path: 'sea.yaml', line: 3, term: '灯塔费', rule: 'stands-in', level: 'note' },
        detail: 'english: light due; aliases: [灯费]; related: [雾号]',
        other: { path: 'shipped.yaml', line: 3 },
      },
      covered,
    ]);
    expect(noted({ status: 'rejected' })).toEqual([covered]);
    expect(noted({ ...earlier.entry, aliases: ['灯费', '灯钱'] })).toEqual([covered]);
  });

  it('a relation that leads to the entry into which its word was merged is not lost where an entry stands in', () => {
    const located = (path: string, entry: object) => ({
      entry: entrySchema.parse({ class: 'concept', ...entry }),
      ...{ path, line: 3 },
    });
    const earlier = located('shipped.yaml', {
      term: '灯塔费',
      related: ['雾笛', '港费'],
      confused: ['灯钱'],
    });
    const by = located('sea.yaml', { term: '灯塔费', aliases: ['灯钱'], related: ['雾号'] });
    const took = located('sea.yaml', { term: '雾号', aliases: ['雾笛'] });
    const port = located('sea.yaml', { term: '港费' });
    const sources = { segmenter, documents: [], texts: [], replaced: [{ by, earlier }] };
    expect(lint([by, took, port], sources).find((p) => p.rule === 'stands-in')?.detail).toBe(
      'related: [港费]',
    );
  });

  it('a term is not both broader and narrower', () => {
    const [problem] = problemsOf([{ term: 'a', broader: ['b'], narrower: ['b'] }, { term: 'b' }]).filter(
      (p) => p.rule === 'contradiction',
    );
    expect(problem).toMatchObject({ term: 'a', detail: 'b' });
  });

  it('a form that running text mostly splits is told with its places', () => {
    const entries = [{ term: '分账' }, { term: '灯塔' }];
    const text = '部分账户停了';
    expect(told(entries, [], [text, text, text])).toEqual(['1 分账 split 分账 3/3']);
    expect(told(entries, [], [text, text])).toEqual([]);
    expect(told(entries, [], [text, text, '分账的灯塔', '灯塔分账'])).toEqual([]);
  });

  it('a form that is hardly a term is a warning; digits and everyday words are let be, and what was rejected', () => {
    const doubts = {
      stop: [new Set(['今天'])],
      everyday: [new Set(['火锅'])],
      names: new Map([['半帆', '半帆']]),
    };
    const entries = [
      { term: '的' },
      { term: '灯塔费', aliases: ['，', '今天', '8583', '火锅'] },
      { term: '半帆' },
      { term: '灯', status: 'rejected' },
    ].map((said, i) => ({
      entry: entrySchema.parse({ class: 'concept', ...said }),
      path: 'sea.yaml',
      line: i + 1,
    }));
    const found = lint(entries, { segmenter, documents: [], texts: [], doubts });
    expect(found.map((p) => `${p.line} ${p.level} ${p.rule} ${p.detail} ${p.doubt}`)).toEqual([
      '1 warning hardly-a-term 的 single',
      '2 warning hardly-a-term ， marks',
      '2 warning hardly-a-term 今天 stop',
      '3 warning hardly-a-term 半帆 name',
    ]);
  });

  it('a rejected entry is in nobody’s way', () => {
    expect(told([{ term: '灯塔', status: 'rejected', related: ['雾号'] }, { term: '灯塔' }])).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  CannotDecide,
  type Change,
  type Ruling,
  withDecisions,
} from '../../src/glossary/index.js';
import { changeFor } from '../../src/glossary/ruling.js';
import { type Entry, entrySchema, readDictionary } from '../../src/text/index.js';

const withDecision = (text: string, change: Change) => withDecisions(text, [change]);
const read = (text: string): Entry[] => readDictionary({ path: 'sea.yaml', text }).entries;
const ruling = (rest: Partial<Ruling> & Pick<Ruling, 'did' | 'term'>): Ruling => ({
  by: '阿橙',
  on: '2021-03-04',
  ...rest,
});
const seen: Candidate = {
  term: '航标灯',
  aliases: ['航灯'],
  class: 'tech',
  messages: 9,
  days: 3,
  people: 4,
  threads: 5,
  firstDay: '灯塔/2021-03-01',
  lastDay: '灯塔/2021-03-03',
  oneVoice: 0.3,
  company: [],
  explained: [],
  examples: [],
  score: 5,
};

const decide = (text: string, r: Ruling, candidate?: Candidate) =>
  withDecision(text, changeFor(r, read(text), candidate));

const hindered = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof CannotDecide) return error.hindrance;
    throw error;
  }
  return 'nothing';
};

const kept = '# 海上的词\n- term: 灯塔\n  class: org # 看灯的\n  aliases: [  LH , 灯楼 ]\n\n# 结尾';

describe('a decision about a term', () => {
  it('an accepted candidate becomes a draft with its forms and class, and the evidence stays with the decision', () => {
    const [entry] = read(decide('', ruling({ did: 'accept', term: '航标灯', why: '都这么叫' }), seen));
    expect(entry).toEqual({
      term: '航标灯',
      aliases: ['航灯'],
      class: 'tech',
      status: 'draft',
      history: [
        {
          on: '2021-03-04',
          by: '阿橙',
          did: 'accept',
          why: '都这么叫',
          seen: { messages: 9, days: 3, people: 4 },
        },
      ],
    });
  });

  it('a candidate accepted under another of its forms keeps the others as aliases', () => {
    const [entry] = read(decide('', ruling({ did: 'accept', term: '航灯' }), seen));
    expect(entry).toMatchObject({ term: '航灯', aliases: ['航标灯'] });
  });

  it('a rejected word that is accepted later keeps both decisions', () => {
    const rejected = decide('', ruling({ did: 'reject', term: '航标灯' }), seen);
    const [entry] = read(decide(rejected, ruling({ did: 'accept', term: '航标灯', on: '2021-04-05' })));
    expect(entry!.status).toBe('draft');
    expect(entry!.history!.map((d) => [d.on, d.did])).toEqual([
      ['2021-03-04', 'reject'],
      ['2021-04-05', 'accept'],
    ]);
  });

  it('a merged word becomes an alias of the entry, which may be named by an alias', () => {
    const [entry] = read(decide(kept, ruling({ did: 'merge', term: '灯塔楼', into: 'lh' })));
    expect(entry).toMatchObject({ term: '灯塔', aliases: ['LH', '灯楼', '灯塔楼'] });
    expect(entry!.history![0]).toMatchObject({ did: 'merge', why: '灯塔楼' });
  });

  it('what cannot be written is refused with its reason', () => {
    expect(hindered(() => decide(kept, ruling({ did: 'merge', term: '浮标', into: '雾号' })))).toBe(
      'no-entry',
    );
    expect(hindered(() => decide(kept, ruling({ did: 'accept', term: '灯楼' })))).toBe('taken');
    expect(hindered(() => decide('term: 灯塔', ruling({ did: 'reject', term: '雾号' })))).toBe('malformed');
    expect(hindered(() => decide(kept, ruling({ did: 'reject', term: '雾号', on: '昨天' })))).toBe(
      'malformed',
    );
  });

  it('comments and all other entries stay as people wrote them', () => {
    const decided = decide(kept, ruling({ did: 'accept', term: '雾号' }));
    for (const line of ['# 海上的词', '  class: org # 看灯的', '# 结尾']) expect(decided).toContain(line);
    expect(read(decided).map((e) => e.term)).toEqual(['灯塔', '雾号']);
  });

  it('an entry that somebody decided about meanwhile stays as it is', () => {
    const change = {
      entry: read(kept)[0]!,
      change: { status: 'draft' as const },
      decision: { on: '2021-03-04', by: '阿橙', did: 'accept' as const },
    };
    const elsewhere = decide(kept, ruling({ did: 'reject', term: '灯塔' }));
    expect(() => withDecisions(elsewhere, [change])).toThrow(
      expect.objectContaining({ hindrance: 'changed', detail: '灯塔' }),
    );
  });

  it('an entry that is not valid is not decided about, and what is wrong with it is told', () => {
    const slip = '- {term: 灯楼, class: concept, status: drfat}\n- {term: 浮标, class: concept}\n';
    expect(() => decide(slip, ruling({ did: 'reject', term: '灯楼' }))).toThrow(
      expect.objectContaining({ hindrance: 'malformed', detail: expect.stringContaining('status') }),
    );
  });

  it('fields stand in the order of the schema, however the entry came about', () => {
    const keys = (text: string) => [...text.matchAll(/^(?:- | {2})(\w+):/gm)].map(([, key]) => key);
    const entry: Entry = {
      ...{ status: 'draft', related: ['雾号'], definition: '夜里看的。', class: 'org' },
      ...{ aliases: [], term: '灯塔' },
    };
    const later = { aliases: ['灯楼'], source: '海令〔2021〕3号', english: 'lighthouse' };
    const decision = { on: '2021-03-04', by: '阿橙', did: 'edit' } as const;
    const made = withDecisions('', [
      { entry, change: {}, decision },
      { entry, change: later, decision },
    ]);
    expect(keys(made)).toEqual([
      ...['term', 'aliases', 'class', 'english', 'definition', 'source', 'related', 'status', 'history'],
    ]);
    // the same in one step, and of an entry that another layer has
    expect(keys(withDecision('', { entry, change: later, decision }))).toEqual(keys(made));
  });

  it('an entry that people wrote keeps its order and comments; a new field stands behind those before it', () => {
    const written = '- status: draft # 再看\n  term: 灯塔\n  # 看灯的\n  class: org\n  notes: 旧的\n';
    const decided = decide(written, ruling({ did: 'merge', term: '灯楼', into: '灯塔', why: '同一处' }));
    expect(decided).toBe(
      [
        ...[
          '- status: draft # 再看',
          '  term: 灯塔',
          '  aliases: [灯楼]',
          '  # 看灯的',
          '  class: org',
          '  notes: 旧的',
        ],
        ...['  history:', '    - {on: 2021-03-04, by: 阿橙, did: merge, why: 灯楼：同一处}', ''],
      ].join('\n'),
    );
  });

  it('whatever stands in a word or a reason, it is read back as it was', () => {
    const words = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 20 })
      .filter((s) => s.trim().length > 0);
    fc.assert(
      fc.property(words, words, (term, why) => {
        const text = decide(
          kept,
          ruling({ did: 'reject', term: `雾${term.trim()}号`, why: `因${why.trim()}` }),
        );
        const entry = read(text).at(-1)!;
        expect([entry.term, entry.history![0]!.why]).toEqual([`雾${term.trim()}号`, `因${why.trim()}`]);
      }),
    );
  });

  it('an entry of another layer is copied whole before it is changed', () => {
    const shipped = entrySchema.parse({ term: '灯塔', class: 'org', definition: '夜里看的。' });
    const [copy] = read(
      withDecision('', changeFor(ruling({ did: 'merge', term: '灯楼', into: '灯塔' }), [shipped], undefined)),
    );
    expect(copy).toMatchObject({ term: '灯塔', class: 'org', definition: '夜里看的。', aliases: ['灯楼'] });
  });
});

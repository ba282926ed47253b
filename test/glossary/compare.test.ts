import { describe, expect, it } from 'vitest';
import { compareGlossaries } from '../../src/glossary/index.js';
import { entry } from './entries.js';

const terms = (entries: { term: string }[]) => entries.map((e) => e.term);

describe('compareGlossaries(before, after)', () => {
  it('the same glossary twice has no differences, in whatever order it stands', () => {
    const [a, b] = [entry({ term: '灯塔费' }), entry({ term: '雾号', aliases: ['雾笛'] })];
    const difference = compareGlossaries([a, b], [b, a]);
    expect(difference).toEqual({ before: 2, after: 2, added: [], joined: [], gone: [], changed: [] });
  });

  it('what is new, what is gone and what another entry took in are told apart', () => {
    const difference = compareGlossaries(
      [entry({ term: '灯费' }), entry({ term: '雾号' }), entry({ term: '灯塔费' })],
      [entry({ term: '灯塔费', aliases: ['灯费'] }), entry({ term: '航标' })],
    );
    expect(terms(difference.added)).toEqual(['航标']);
    expect(terms(difference.gone)).toEqual(['雾号']);
    expect(difference.joined.map(({ entry: e, into }) => [e.term, into])).toEqual([['灯费', '灯塔费']]);
  });

  it('a change is told field by field, with the decisions that came with it', () => {
    const old = { on: '2021-03-04', by: '阿橙', did: 'accept' as const };
    const now = { on: '2021-03-05', by: '半帆', did: 'edit' as const, why: '查了原文' };
    const [change] = compareGlossaries(
      [entry({ term: '雾号', definition: '旧释义', notes: '待核', history: [old] })],
      [entry({ term: '雾号', definition: '新释义', english: 'fog signal', history: [old, now] })],
    ).changed;
    expect(change!.fields).toEqual([
      { field: 'definition', before: '旧释义', after: '新释义' },
      { field: 'notes', before: '待核', after: undefined },
      { field: 'english', before: undefined, after: 'fog signal' },
    ]);
    expect(change!.decisions).toEqual([now]);
  });

  it('an entry that only remembers a rejection takes nothing in', () => {
    const rejected = entry({ term: '灯塔', aliases: ['灯费'], status: 'rejected' });
    expect(compareGlossaries([entry({ term: '灯费' })], [rejected]).gone).toHaveLength(1);
  });
});

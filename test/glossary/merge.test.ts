import { describe, expect, it } from 'vitest';
import { importChanges, previewMerge } from '../../src/glossary/import/index.js';
import { previewWithoutDoubted } from '../../src/glossary/import/merge.js';
import { withDecisions } from '../../src/glossary/index.js';
import type { Told } from '../../src/glossary/told.js';
import { readDictionary } from '../../src/text/index.js';
import { entry } from './entries.js';

const lines = (...said: Told[]) => said.map((told, i) => ({ told, line: i + 2 }));
const own = [
  entry({ term: '灯塔费', aliases: ['灯费'], definition: '为灯塔付的费。', status: 'approved' }),
  entry({ term: '雾号', status: 'rejected' }),
];

describe('previewMerge', () => {
  it('a term that the glossary has not is new: a draft and a concept unless it says otherwise', () => {
    const { added } = previewMerge(lines({ term: '浮标费' }), own);
    expect(added).toEqual([{ line: 2, entry: entry({ term: '浮标费' }) }]);
  });

  it('of an entry there is, the fields that differ are shown, and what a line leaves out stays', () => {
    const { changed } = previewMerge(lines({ term: '灯塔费', english: 'lighthouse fee' }), own);
    expect(changed[0]!.fields).toEqual([{ field: 'english', before: undefined, after: 'lighthouse fee' }]);
  });

  it('a line that says what the entry says changes nothing', () => {
    const told = { term: '灯塔费', aliases: ['灯费'], status: 'approved' as const };
    expect(previewMerge(lines(told), own).unchanged).toEqual([{ line: 2, term: '灯塔费' }]);
  });

  it('a form that another entry has is a clash, and so is a term that stands twice', () => {
    const { clashes, added } = previewMerge(
      lines({ term: '灯火费', aliases: ['灯费'] }, { term: '浮标费' }, { term: '浮标费', class: 'role' }),
      own,
    );
    expect(clashes.map((c) => [c.line, c.reason, c.form, c.detail])).toEqual([
      [2, 'taken', '灯费', '灯塔费'],
      [4, 'twice', '浮标费', '浮标费'],
    ]);
    expect(added).toHaveLength(1);
  });

  it('two new entries of a file cannot have one form', () => {
    const { clashes } = previewMerge(lines({ term: '甲费', aliases: ['乙费'] }, { term: '乙费' }), []);
    expect(clashes.map((c) => [c.line, c.reason, c.detail])).toEqual([[3, 'taken', '甲费']]);
  });

  it('two entries there are cannot take one form either', () => {
    const { clashes, changed } = previewMerge(
      lines({ term: '甲费', aliases: ['丙费'] }, { term: '乙费', aliases: ['丙费'] }),
      [entry({ term: '甲费' }), entry({ term: '乙费' })],
    );
    expect([changed.length, clashes.map((c) => [c.line, c.detail])]).toEqual([1, [[3, '甲费']]]);
  });

  it('a form that a line repeats, or that is its term, says nothing', () => {
    const told = { aliases: ['灯塔费', '灯费', 'ＬＨ', 'lh', '燈費'] };
    const { added, changed } = previewMerge(
      lines({ term: '灯塔费', ...told }, { term: '燈塔費用', aliases: ['灯塔费用'] }),
      own,
    );
    expect(changed[0]!.fields.map((f) => f.after)).toEqual([['灯费', 'ＬＨ']]);
    expect(added[0]!.entry.aliases).toEqual([]);
  });

  it('an entry that repeats a form is not changed by a line that does the same, and mended by one that does not', () => {
    const here = [entry({ term: '灯塔费', aliases: ['灯费', '灯费'] })];
    expect(previewMerge(lines({ term: '灯塔费', aliases: ['灯费', '灯费'] }), here).unchanged).toHaveLength(
      1,
    );
    const [change] = previewMerge(lines({ term: '灯塔费', aliases: ['灯费'] }), here).changed;
    expect(change!.fields[0]!.after).toEqual(['灯费']);
  });

  it('another writing of the term is a change of it', () => {
    const { changed } = previewMerge(lines({ term: 'ＬＨ Fee' }), [entry({ term: 'lh fee' })]);
    expect(changed[0]!.fields).toEqual([{ field: 'term', before: 'lh fee', after: 'ＬＨ Fee' }]);
  });

  const either = <T>(a: T, b: T) => [
    [a, b],
    [b, a],
  ];

  it('a form goes from one entry to another, whichever line comes first', () => {
    const here = [entry({ term: '甲费', aliases: ['留费', '移费'] }), entry({ term: '乙费' })];
    const gives: Told = { term: '甲费', aliases: ['留费'] };
    for (const taker of ['乙费', '丙费'])
      for (const told of either(gives, { term: taker, aliases: ['移费'] })) {
        const { added, changed, clashes } = previewMerge(lines(...told), here);
        expect([clashes, added.length + changed.length]).toEqual([[], 2]);
      }
    // two entries may change forms, and a form may become a term
    const there = [entry({ term: '甲费', aliases: ['子费'] }), entry({ term: '乙费', aliases: ['丑费'] })];
    const changing: Told[] = [
      { term: '甲费', aliases: ['丑费'] },
      { term: '乙费', aliases: ['子费'] },
    ];
    expect(previewMerge(lines(...changing), there).changed).toHaveLength(2);
    expect(previewMerge(lines(gives, { term: '移费' }), here).clashes).toEqual([]);
  });

  it('a form that two lines would take from an entry goes to the first', () => {
    const here = [entry({ term: '甲费', aliases: ['留费', '移费'] })];
    const { clashes } = previewMerge(
      lines(
        ...[
          { term: '甲费', aliases: ['留费'] },
          { term: '乙费', aliases: ['移费'] },
        ],
        { term: '丙费', aliases: ['移费'] },
      ),
      here,
    );
    expect(clashes.map((c) => [c.line, c.detail])).toEqual([[4, '乙费']]);
  });

  it('a form stays where the line that gives it up is not imported itself', () => {
    const here = [entry({ term: '甲费', aliases: ['留费', '移费'] }), entry({ term: '丙费' })];
    for (const told of either<Told>(
      { term: '甲费', aliases: ['留费', '丙费'] },
      { term: '乙费', aliases: ['移费'] },
    ))
      expect(previewMerge(lines(...told), here).clashes).toHaveLength(2);
    // an empty cell gives nothing up
    const empty = lines({ term: '甲费', aliases: [] }, { term: '乙费', aliases: ['移费'] });
    expect(previewMerge(empty, here).clashes.map((c) => c.detail)).toEqual(['甲费']);
    const doubt = (form: string) => (form === '的' ? '存疑' : null);
    const told = lines({ term: '甲费', aliases: ['留费', '的'] }, { term: '乙费', aliases: ['移费'] });
    const { preview, doubted } = previewWithoutDoubted(told, here, doubt);
    expect([preview.added, preview.changed, preview.clashes.length]).toEqual([[], [], 1]);
    expect(doubted).toEqual([{ line: 2, term: '甲费', reason: '存疑' }]);
  });

  it('what was rejected here is not brought back by a file, as a form of another entry neither', () => {
    const told = lines({ term: '雾号', class: 'tech' }, { term: '号角', aliases: ['雾号'] });
    expect(previewMerge(told, own).clashes.map((c) => [c.line, c.reason, c.form])).toEqual([
      [2, 'rejected', '雾号'],
      [3, 'rejected', '雾号'],
    ]);
  });

  it('an entry that took a word in may be changed by a file, though the rejected entry of the word stands beside it', () => {
    const merged = [...own, entry({ term: '航灯', aliases: ['雾号'] })];
    const { changed, clashes } = previewMerge(
      lines({ term: '航灯', aliases: ['雾号'], english: 'light' }),
      merged,
    );
    expect(clashes).toEqual([]);
    expect(changed.map((c) => c.fields.map((f) => f.field))).toEqual([['english']]);
  });

  it('a word that another glossary merged comes in with the entry that took it in, in either order', () => {
    const took: Told = { term: '航灯', aliases: ['灯塔费', '灯费'] };
    const merged: Told = { term: '灯塔费', aliases: ['灯费'], status: 'rejected' };
    for (const told of [lines(took, merged), lines(merged, took)])
      for (const here of [own, []]) {
        const { added, changed, clashes } = previewMerge(told, here);
        expect(clashes).toEqual([]);
        expect(added.length + changed.length).toBe(2);
      }
  });

  it('an approved entry that gets another definition or source is a draft again, and its check goes', () => {
    const checked = { by: '阿橙', on: '2021-03-04', original: true };
    const approved = entry({ term: '灯塔费', source: '海规1', status: 'approved', checked });
    const of = (told: Partial<Told>, here = approved) => {
      const [change] = previewMerge(lines({ term: '灯塔费', ...told }), [here]).changed;
      return [change!.isUnchecked, ...change!.fields.map((f) => [f.field, f.after])];
    };
    const lost = [
      ['status', 'draft'],
      ['checked', undefined],
    ];
    expect(of({ definition: '别的。' })).toEqual([true, ['definition', '别的。'], ...lost]);
    // the check that stands already, as an export has it, was of the old source
    expect(of({ source: '海规2', status: 'approved', checked })).toEqual([
      true,
      ['source', '海规2'],
      ...lost,
    ]);
    expect(of({ english: 'fee' })).toEqual([false, ['english', 'fee']]);
    const ended = entry({ ...approved, status: 'deprecated' });
    expect(of({ source: '海规2' }, ended)).toEqual([true, ['source', '海规2'], ['checked', undefined]]);
  });

  it('a definition that comes with a check of its own is approved by that', () => {
    const here = entry({
      ...{ term: '灯塔费', source: '海规1', status: 'approved' },
      checked: { by: '阿橙', on: '2021-03-04', original: true },
    });
    const checked = { by: '半帆', on: '2021-03-06', original: true };
    const [change] = previewMerge(lines({ term: '灯塔费', definition: '别的。', checked }), [here]).changed;
    expect(change!.fields.map((f) => f.field)).toEqual(['definition', 'checked']);
    expect(change!.isUnchecked).toBe(false);
  });

  it("an entry's own history is never lost", () => {
    const mine = { on: '2021-03-04', by: '阿橙', did: 'accept' as const };
    const theirs = { on: '2021-03-02', by: '半帆', did: 'edit' as const };
    const { changed } = previewMerge(lines({ term: '灯费', history: [theirs] }), [
      entry({ term: '灯费', history: [mine] }),
    ]);
    expect(changed[0]!.fields[0]!.after).toEqual([theirs, mine]);
  });
});

describe('importChanges', () => {
  it('each entry that is written says in its history that it was imported, by whom, when and from what', () => {
    const preview = previewMerge(lines({ term: '浮标费' }, { term: '灯塔费', english: 'fee' }), own);
    const decision = { on: '2021-03-06', by: '小舟', did: 'import' as const, why: 'sea.csv' };
    const text = withDecisions(
      '# 海\n- term: 灯塔费 # 旧词\n  class: concept\n',
      importChanges(preview, decision),
    );
    expect(text).toContain('# 海\n- term: 灯塔费 # 旧词\n');
    expect(readDictionary({ path: '', text }).entries.map((e) => [e.term, e.english, e.history])).toEqual([
      ['灯塔费', 'fee', [decision]],
      ['浮标费', undefined, [decision]],
    ]);
  });
});

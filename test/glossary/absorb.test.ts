import { describe, expect, it } from 'vitest';
import { leftBehind } from '../../src/glossary/absorb.js';
import { changesFor, type Ruling, withDecisions } from '../../src/glossary/index.js';
import { type Entry, readDictionary } from '../../src/text/index.js';
import { entry } from './entries.js';

const read = (text: string): Entry[] => readDictionary({ path: 'sea.yaml', text }).entries;
const merger: Ruling = { did: 'merge', term: '灯楼', into: '灯塔', by: '阿橙', on: '2021-03-04' };
const ruled = (text: string, ...rulings: Ruling[]): Entry[] =>
  read(rulings.reduce((t, r) => withDecisions(t, changesFor(r, read(t), undefined)), text));
const named = (entries: readonly Entry[], term: string) => entries.find((e) => e.term === term);

const tower = '- {term: 灯楼, class: org, aliases: [灯阁, LH], english: light tower, broader: [航标]}\n';

describe('an entry that is merged into another', () => {
  it('brings its other forms along, and the history says so', () => {
    const found = named(ruled(`- {term: 灯塔, class: org, aliases: [LH]}\n${tower}`, merger), '灯塔');
    expect(found?.aliases).toEqual(['LH', '灯楼', '灯阁']);
    expect(found?.history).toMatchObject([{ did: 'merge', why: '灯楼', along: ['灯阁'] }]);
  });

  it('gives its English, relations and definition where the other has none', () => {
    const defined =
      '- {term: 灯楼, class: org, english: light tower, broader: [航标], definition: 夜里看的。, source: 海规1}\n';
    expect(named(ruled(`- {term: 灯塔, class: org}\n${defined}`, merger), '灯塔')).toMatchObject({
      english: 'light tower',
      broader: ['航标'],
      definition: '夜里看的。',
      source: '海规1',
    });
    const kept =
      '- {term: 灯塔, class: org, english: lighthouse, definition: 高的。, broader: [航标, 设施]}\n';
    const found = named(ruled(kept + defined, merger), '灯塔');
    expect(found).toMatchObject({ english: 'lighthouse', definition: '高的。', broader: ['航标', '设施'] });
    expect(found).not.toHaveProperty('source');
  });

  it('what pointed at it points at the other, each once, and nothing at itself', () => {
    const others =
      '- {term: 灯塔, class: org, confused: [灯楼], replacedBy: 灯楼}\n- {term: 雾号, class: tech, related: [灯楼, 灯塔], replacedBy: 灯楼}\n- {term: 浮标, class: tech, related: [雾号]}\n';
    const entries = ruled(others + tower, merger);
    expect(named(entries, '灯塔')).not.toHaveProperty('confused');
    expect(named(entries, '灯塔')).not.toHaveProperty('replacedBy');
    expect(named(entries, '雾号')).toMatchObject({
      related: ['灯塔'],
      replacedBy: '灯塔',
      history: [{ did: 'edit', why: '灯楼 → 灯塔' }],
    });
    expect(named(entries, '浮标')).not.toHaveProperty('history');
  });

  it('takes its forms with it again where the word is decided otherwise later', () => {
    const text = `- {term: 灯塔, class: org, aliases: [航灯]}\n${tower}`;
    const entries = ruled(text, merger, { ...merger, did: 'accept', into: undefined });
    expect(named(entries, '灯塔')?.aliases).toEqual(['航灯']);
    expect(named(entries, '灯楼')).toMatchObject({ status: 'draft', aliases: ['灯阁', 'LH'] });
  });
});

describe('leftBehind(into, own)', () => {
  it('is what both say differently, and what belongs to the one alone', () => {
    const into = entry({ term: '灯塔', english: 'lighthouse', definition: '高的。' });
    const own = entry({
      term: '灯楼',
      english: 'light tower',
      definition: '夜里看的。',
      source: '海规1',
      notes: '旧称',
    });
    expect(leftBehind(into, own)).toEqual(['english', 'definition', 'source', 'notes']);
    expect(leftBehind(entry({ term: '灯塔' }), own)).toEqual(['notes']);
  });
});

import { describe, expect, it } from 'vitest';
import { findCandidates, openCandidates, withAllUses } from '../../src/glossary/index.js';
import { entry } from './entries.js';
import { used, usesOf } from './uses.js';

/** Words used so often, the first the most. */
const usesIn = (words: readonly string[]) =>
  usesOf(...words.map((word, i) => used(word, { '2021-03-01': words.length - i })));
/** The lines that words become: the name of each, and its other forms. */
const lines = (words: readonly string[], listed: readonly string[] = []) =>
  findCandidates(usesIn(words), [], { listed })
    .map(({ term, aliases }) => [term, ...aliases].sort())
    .sort();
const areJoined = (a: string, b: string, listed: readonly string[] = []) =>
  lines([a, b], listed).length === 1;

describe('one word in several spellings', () => {
  it.each([
    ['灯塔证号', '灯塔证号码'],
    ['航标账户', '航标户'],
    ['航标帐户', '航标户'],
    ['灯塔台账', '灯塔台帐'],
    ['一灯通', '壹灯通'],
    ['fog-horn', 'foghorn'],
    ['fog horn', 'ＦＯＧＨＯＲＮ'],
    ['fog 号', 'fog号'],
  ])('%s and %s are one line', (a, b) => {
    expect(areJoined(a, b)).toBe(true);
  });

  it.each([
    ['灯账户', '灯户'],
    ['灯塔商户', '灯塔商账户'],
    ['总账户', '总账账户'],
    ['个体户', '个体账户'],
    ['卡号', '卡号码'],
    ['灯塔号', '灯塔码'],
    ['t-1', 't1'],
    ['1 2级', '12级'],
    ['灯塔费', '灯塔税'],
  ])('%s and %s may be two words and stay two lines', (a, b) => {
    expect(areJoined(a, b)).toBe(false);
  });

  it('a form of a line is no line of its own', () => {
    const [term, record] = used('雾号', { '2021-03-01': 3 });
    const both = { ...record, forms: new Map([...record.forms, ['雾号业务', 1]]) };
    const found = findCandidates(usesOf([term, both], used('雾号业务', { '2021-03-02': 1 })), []);
    expect(found).toMatchObject([{ term: '雾号', aliases: ['雾号业务'], messages: 4, days: 2 }]);
  });
});

describe('a word mistyped by its sound', () => {
  const listed = ['灯塔费率', '塔费'];

  it('joins the word that listed words are written like', () => {
    expect(areJoined('灯塔费率', '灯塔废率', listed)).toBe(true);
  });

  it('stays apart where listed words are written either way', () => {
    expect(areJoined('灯塔费率', '灯塔废率', [...listed, '塔废', '废率'])).toBe(false);
  });

  it('stays apart where it is short, begins otherwise, differs in more or is read in another tone', () => {
    for (const [a, b] of [
      ['灯塔费', '灯塔废'],
      ['灯塔费率', '登塔费率'],
      ['灯塔费率', '灯踏废率'],
      ['灯塔费率', '灯塔飞率'],
    ] as const)
      expect([a, b, areJoined(a, b, listed)]).toEqual([a, b, false]);
  });
});

describe('a line of several spellings', () => {
  it('has the name that most days have, wherever it is written', () => {
    const found = findCandidates(usesIn(['航标户', '航标账户']), []);
    const [, everywhere] = used('航标户', { '2021-03-01': 2, '2021-03-02': 1 });
    const written = {
      ...everywhere,
      forms: new Map([
        ['航标户', 1],
        ['航标账户', 2],
      ]),
    }; // prettier-ignore
    expect(withAllUses(found, usesOf([found[0]!.term, written]))).toMatchObject([
      { term: '航标账户', aliases: ['航标户'], messages: 3, days: 2 },
    ]);
  });

  it('is not named by a typo, however often that is written', () => {
    const listed = ['灯塔费率', '塔费'];
    const found = findCandidates(usesIn(['灯塔废率', '灯塔费率']), [], { listed });
    expect(found).toMatchObject([{ term: '灯塔费率', aliases: ['灯塔废率'] }]);
    const [, everywhere] = used('灯塔费率', { '2021-03-01': 2 });
    const written = {
      ...everywhere,
      forms: new Map([
        ['灯塔废率', 9],
        ['灯塔费率', 1],
      ]),
    }; // prettier-ignore
    expect(withAllUses(found, usesOf(['灯塔费率', written]), listed)).toMatchObject([
      { term: '灯塔费率', aliases: ['灯塔废率'] },
    ]);
  });

  it('is asked about where one spelling alone was rejected or put off, apart from that one', () => {
    const uses = usesIn(['航标户', '航标账户']);
    const asked = (status: 'rejected' | 'candidate') => {
      const entries = [entry({ term: '航标账户', status })];
      return openCandidates(findCandidates(uses, entries), entries).map((c) => [c.term, ...c.aliases]);
    };
    expect(asked('rejected')).toEqual([['航标户']]);
    expect(asked('candidate')).toEqual([['航标户'], ['航标账户']]);
  });

  it('is not asked about again in any of them once it was rejected', () => {
    const entries = [entry({ term: '航标户', aliases: ['航标账户'], status: 'rejected' })];
    expect(openCandidates(findCandidates(usesIn(['航标户', '航标账户']), entries), entries)).toEqual([]);
  });
});

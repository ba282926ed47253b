import { describe, expect, it } from 'vitest';
import {
  CannotDecide,
  changesFor,
  isDecided,
  type Ruling,
  withChange,
  withDecisions,
} from '../../src/glossary/index.js';
import { type Entry, readDictionary } from '../../src/text/index.js';

const read = (text: string): Entry[] => readDictionary({ path: 'sea.yaml', text }).entries;
const ruling = (did: Ruling['did'], rest: Partial<Ruling> = {}): Ruling => ({
  did,
  term: '航标灯',
  by: '阿橙',
  on: '2021-03-04',
  ...rest,
});
const into = { into: '灯塔' };
const seen = (messages: number) => ({
  ...{ term: '航标灯', aliases: ['航灯'], class: 'tech' as const },
  ...{ messages, days: 3, people: 4 },
});
const own = '- {term: 灯塔, class: org, aliases: [灯楼]}\n- {term: 浮标, class: tech}\n';
/** The glossary after rulings, one after the other. */
const ruled = (...rulings: Ruling[]): Entry[] =>
  read(rulings.reduce((text, r) => withDecisions(text, changesFor(r, read(text), seen(9))), own));
const named = (entries: readonly Entry[], term: string) => entries.find((e) => e.term === term);
const history = (entry: Entry | undefined) => entry?.history?.map((d) => d.did);

describe('isDecided(ruling, entries, candidate)', () => {
  it.each([
    ['an acceptance', ruling('accept')],
    ['a rejection', ruling('reject', { why: '太泛' })],
    ['a merger', ruling('merge', { ...into, why: '一回事' })],
    ['what was put off', ruling('later')],
  ])('knows %s again, whoever says it whenever', (_, r) => {
    expect(isDecided(r, read(own), seen(9))).toBe(false);
    expect(isDecided({ ...r, by: '半帆', on: '2021-04-05' }, ruled(r), seen(9))).toBe(true);
  });

  it('another decision, another reason and more evidence are new; less evidence is not', () => {
    const entries = ruled(ruling('reject', { why: '太泛' }));
    expect(isDecided(ruling('later'), entries, seen(9))).toBe(false);
    expect(isDecided(ruling('reject', { why: '没人用' }), entries, seen(9))).toBe(false);
    expect(isDecided(ruling('reject'), entries, seen(40))).toBe(false);
    expect(isDecided(ruling('reject'), entries, seen(2))).toBe(true);
  });

  it('a merger into an entry that was rejected since, or into the word itself, is none that stands', () => {
    const merger = ruling('merge', into);
    const rejected = ruled(merger, ruling('reject', { term: '灯塔' }));
    expect(isDecided(merger, rejected, seen(9))).toBe(false);
    expect(isDecided(ruling('merge', { term: '灯塔', into: '灯塔' }), read(own), undefined)).toBe(false);
  });

  it('a decision that was undone since is no decision', () => {
    expect(isDecided(ruling('reject'), ruled(ruling('reject'), ruling('accept')), seen(9))).toBe(false);
    expect(isDecided(ruling('merge', into), ruled(ruling('merge', into), ruling('reject')), seen(9))).toBe(
      false,
    );
  });
});

describe('changesFor(ruling, entries, candidate)', () => {
  it('a merged word that is rejected later leaves the entry that took it in, which stands', () => {
    const entries = ruled(ruling('merge', into), ruling('reject', { why: '两回事' }));
    expect(named(entries, '灯塔')).toMatchObject({ status: 'draft', aliases: ['灯楼'] });
    expect(history(named(entries, '灯塔'))).toEqual(['merge', 'edit']);
    expect(named(entries, '航标灯')).toMatchObject({ status: 'rejected', aliases: ['航灯'] });
  });

  it('a merged word that is merged into another entry moves there', () => {
    const entries = ruled(ruling('merge', into), ruling('merge', { into: '浮标' }));
    expect(entries.map((e) => [e.term, e.aliases])).toEqual([
      ['灯塔', ['灯楼']],
      ['浮标', ['航标灯', '航灯']],
    ]);
  });

  it('an accepted word that is merged later is no entry beside the one that takes it in', () => {
    const entries = ruled(ruling('accept'), ruling('merge', { ...into, why: '一回事' }));
    expect(named(entries, '灯塔')?.aliases).toEqual(['灯楼', '航标灯', '航灯']);
    expect(named(entries, '航标灯')?.status).toBe('rejected');
    expect(named(entries, '航标灯')?.history?.map((d) => [d.did, d.why])).toEqual([
      ['accept', undefined],
      ['merge', '→ 灯塔：一回事'],
    ]);
  });

  it.each<[string, string, string, string, Partial<Ruling>]>([
    ['itself', '航标灯', 'into-itself', '航标灯', {}],
    ['itself, accepted or not', '灯塔', 'into-itself', '灯塔', { term: '灯塔' }],
    ['the entry whose form it is, by that form', '灯楼', 'into-itself', '灯楼', { term: '灯楼' }],
    ['another form of its own entry', '灯楼', 'into-itself', '灯楼', { term: '灯塔' }],
    ['a rejected entry', '浮筒', 'into-rejected', '浮筒', {}],
    ['a form of an entry that was put off', '灯船号', 'into-put-off', '灯船', {}],
  ])('no word joins %s', (_, name, hindrance, detail, rest) => {
    const entries = read(
      `${own}- {term: 浮筒, class: tech, status: rejected}\n- {term: 灯船, class: tech, aliases: [灯船号], status: candidate}\n`,
    );
    const merger = ruling('merge', { into: name, ...rest });
    expect(() => changesFor(merger, entries, undefined)).toThrow(
      expect.objectContaining({ hindrance, detail }),
    );
  });

  it('a word that was merged names the entry that took it in, for others to join', () => {
    const entries = ruled(
      ruling('accept'),
      ruling('merge', into),
      ruling('merge', { term: '雾灯', into: '航标灯' }),
    );
    expect(named(entries, '灯塔')?.aliases).toContain('雾灯');
  });

  it('a word that was put off and is merged later does not wait to be decided any more', () => {
    const entries = ruled(ruling('later'), ruling('merge', into));
    expect(named(entries, '灯塔')?.aliases).toEqual(['灯楼', '航标灯', '航灯']);
    expect(named(entries, '航标灯')?.status).toBe('rejected');
    expect(history(named(entries, '航标灯'))).toEqual(['later', 'merge']);
  });

  it('one form of an entry is no ground to reject the entry, and nothing is written', () => {
    for (const did of ['reject', 'later', 'accept'] as const)
      expect(() => ruled(ruling(did, { term: '灯楼' }))).toThrow(CannotDecide);
    expect(() => ruled(ruling('merge', { term: '灯楼', into: '浮标' }))).toThrow(CannotDecide);
  });

  it('the entries after changes are those that the file has', () => {
    const rulings = [ruling('merge', into), ruling('accept'), ruling('merge', { into: '浮标' })];
    const kept = rulings.reduce<Entry[]>(
      (entries, r) => changesFor(r, entries, seen(9)).reduce(withChange, entries),
      read(own),
    );
    const byTerm = (entries: readonly Entry[]) => new Map(entries.map((e) => [e.term, e]));
    expect(byTerm(kept)).toEqual(byTerm(ruled(...rulings)));
  });
});

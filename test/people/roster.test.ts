import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyRoster,
  findPeople,
  type KnownName,
  mergeRosters,
  type Resolution,
  type Roster,
  resolutionsOf,
  rosterOf,
} from '../../src/people/index.js';
import { chat } from '../threads/chat.js';

const rosterFrom = (...scripts: string[]): Roster =>
  scripts
    .map((script) => {
      const day = chat(script);
      return rosterOf(day, findPeople(day));
    })
    .reduce(mergeRosters, emptyRoster);

const who = (roster: Roster, name: string, known: KnownName[] = []): Resolution | undefined =>
  resolutionsOf(roster, known).find((r) => r.name === name);

const words = ['灯塔', '潮汐', '渡口', '码头', '海风', '礁石', '帆布'];
/** A day that stands twice in the log, under two names of one person. */
const doubled = words.map((word, i) => `09:0${i} 远帆-灯塔-运营 ${word}\n09:0${i} 小鱼儿 ${word}`).join('\n');

const called =
  '09:00 阿橙 @掌灯人 在吗\n09:01 半帆 @阿橙 在\n09:30 阿橙 @掌灯人 请看\n09:31 半帆 好\n10:00 小舟 早';

describe('resolutionsOf', () => {
  it('two names of a doubled day are one person', () => {
    const found = resolutionsOf(rosterFrom(doubled));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ resolved: true, confirmed: false, evidence: { doubled: 7 } });
    expect([found[0]!.name, found[0]!.speaker].sort()).toEqual(['小鱼儿', '远帆-灯塔-运营']);
  });

  it('a name that is called means the one speaker who shares its personal part', () => {
    const roster = rosterFrom('09:00 周远帆 早\n09:01 阿橙 @周远帆-灯塔-运营\u2005在吗', '09:00 周远帆 好');
    expect(who(roster, '周远帆-灯塔-运营')).toMatchObject({ speaker: '周远帆', resolved: true });
  });

  it('a part that two people bear on one day tells neither of them', () => {
    const roster = rosterFrom('09:00 周远帆-甲 早\n09:01 周远帆-乙 早\n09:02 阿橙 @周远帆 在吗');
    expect(who(roster, '周远帆')).toMatchObject({ resolved: false });
  });

  it('who answers on several days when a name is called bears it; on one day that is not enough', () => {
    expect(who(rosterFrom(called), '掌灯人')).toMatchObject({ resolved: false });
    const often = rosterFrom(called, called, called, called);
    expect(who(often, '掌灯人')).toMatchObject({ speaker: '半帆', evidence: { calls: 8, answers: 8 } });
    expect(who(often, '掌灯人')!.confidence).toBeGreaterThan(who(rosterFrom(called), '掌灯人')!.confidence);
  });

  it('a name that nothing speaks for stays unresolved, with nobody', () => {
    expect(who(rosterFrom('09:00 阿橙 @远山 在吗'), '远山')).toMatchObject({
      speaker: null,
      confidence: 0,
      resolved: false,
    });
  });

  it('what a person confirmed holds against all evidence', () => {
    const roster = rosterFrom(called, called, called);
    expect(who(roster, '掌灯人', [{ name: '掌灯人', is: '小舟' }])).toMatchObject({
      speaker: '小舟',
      confidence: 1,
      confirmed: true,
    });
    expect(who(roster, '掌灯人', [{ name: '掌灯人', is: null }])).toMatchObject({
      speaker: null,
      confirmed: true,
    });
  });

  it('the owner is known by the names in huati.yaml', () => {
    const found = resolutionsOf(rosterFrom('09:00 阿橙 @阿岚 在吗'), [], ['阿岚']);
    expect(found).toMatchObject([{ name: '阿岚', speaker: '我', confirmed: true }]);
  });

  it('a speaker whom nothing joins to another is not listed', () => {
    expect(resolutionsOf(rosterFrom('09:00 阿橙 早\n09:01 半帆 早'))).toEqual([]);
  });

  it('a name that comes with another firm in the next month is the same person; on the same day it is not', () => {
    const [may, june] = ['09:00 周远帆-甲 早\n09:01 周远帆-甲 好', '09:00 周远帆-乙 早'];
    expect(who(rosterFrom(may, june), '周远帆-乙')).toMatchObject({ speaker: '周远帆-甲', resolved: true });
    expect(who(rosterFrom(`${may}\n${june}`), '周远帆-乙')).toBeUndefined();
  });
});

describe('mergeRosters', () => {
  const turn = fc.record({
    speaker: fc.constantFrom('阿橙', '半帆-灯塔', '半帆-码头', '周远帆'),
    text: fc.constantFrom('早', '@掌灯人 在吗', '@阿橙 好', '@周远帆-灯塔 请看'),
  });
  const roster = fc
    .array(turn, { minLength: 1, maxLength: 12 })
    .map((turns) =>
      rosterFrom(turns.map((t, i) => `09:${String(i).padStart(2, '0')} ${t.speaker} ${t.text}`).join('\n')),
    );
  /** A roster as bytes: the order of keys counts. */
  const bytes = (r: Roster) => JSON.stringify(r, (_, value) => (value instanceof Map ? [...value] : value));

  it('mergeRosters gives the same to the byte in any order and any tree, with nothing as zero', () => {
    fc.assert(
      fc.property(roster, roster, roster, (a, b, c) => {
        const once = bytes(mergeRosters(mergeRosters(a, b), c));
        expect(bytes(mergeRosters(a, mergeRosters(b, c)))).toBe(once);
        expect(bytes(mergeRosters(mergeRosters(c, b), a))).toBe(once);
        expect(bytes(mergeRosters(a, emptyRoster))).toBe(bytes(a));
        expect(bytes(mergeRosters(emptyRoster, a))).toBe(bytes(a));
      }),
      { seed: 811, numRuns: 60 },
    );
  });
});

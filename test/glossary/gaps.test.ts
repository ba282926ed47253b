import { describe, expect, it } from 'vitest';
import { findGaps } from '../../src/glossary/index.js';
import { documentSchema } from '../../src/talks/documents.js';
import type { Entry } from '../../src/text/index.js';
import { entry } from './entries.js';
import { used, usesOf } from './uses.js';

const issued = { title: '灯塔收费', issuer: '海事局', date: '2011' };
const documents = [
  { ...issued, number: '海发〔2011〕3号', until: '2021-03-01', replacedBy: '海发〔2021〕5号' },
  { ...issued, number: '海发〔2021〕5号' },
].map((d) => documentSchema.parse(d));
const gapsOf = (uses: ReturnType<typeof usesOf>, ...entries: (Partial<Entry> & { term: string })[]) =>
  findGaps(uses, entries.map(entry), documents, { last: '2021-12-31', unused: 180 });

describe('findGaps', () => {
  it('an entry is long unused from so many days before the end of the logs, and apart from one never used', () => {
    const uses = usesOf(
      used('旧词', { '2021-05-01': 1, '2021-07-04': 2 }),
      used('近词', { '2021-07-05': 9 }),
      used('旧而多', { '2021-01-04': 9 }),
    );
    const words = ['旧词', '近词', '旧而多', '没用过'].map((term) => ({ term }));
    const { stale, never } = gapsOf(uses, ...words);
    expect(stale.map((u) => [u.entry.term, u.last, u.messages])).toEqual([
      ['旧而多', '2021-01-04', 9],
      ['旧词', '2021-07-04', 3],
    ]);
    expect(never.map((e) => e.term)).toEqual(['没用过']);
  });

  it('a rule that was replaced since its entry was checked asks for a new look', () => {
    const source = '海发〔2011〕3号';
    const checked = (on: string) => ({ checked: { by: '阿橙', on, original: true } });
    const { replaced } = gapsOf(
      usesOf(),
      { term: '甲', source, ...checked('2020-02-01') },
      { term: '乙', source, ...checked('2021-04-01') },
      { term: '丙', source },
      { term: '丁', source, until: '2021-03-01' },
      { term: '戊', source: '海发〔2021〕5号' },
    );
    expect(replaced.map((r) => [r.entry.term, r.recheck])).toEqual([
      ['甲', true],
      ['乙', false],
      ['丙', false],
    ]);
  });

  it('an entry that is used after the day until which it held is told, with its uses since', () => {
    const uses = usesOf(used('灯费', { '2021-02-28': 5, '2021-03-01': 1, '2021-04-01': 2 }));
    const { outlived } = gapsOf(uses, { term: '灯费', until: '2021-03-01' });
    expect(outlived.map((u) => [u.last, u.messages])).toEqual([['2021-04-01', 2]]);
  });

  it('a log without a date speaks neither for a use of late nor for one behind a day', () => {
    const uses = usesOf(used('灯费', { '2021-01-04': 2, notes: 1 }), used('浮标', { notes: 1 }));
    const { stale, outlived } = gapsOf(uses, { term: '灯费' }, { term: '浮标', until: '2021-03-01' });
    expect(stale.map((u) => [u.entry.term, u.last])).toEqual([['灯费', '2021-01-04']]);
    expect(outlived).toEqual([]);
  });

  it('what was rejected, put off or deprecated is no gap', () => {
    const entries = (['rejected', 'candidate', 'deprecated'] as const).map((status) => ({
      term: status,
      status,
    }));
    expect(gapsOf(usesOf(), ...entries)).toMatchObject({ stale: [], never: [], replaced: [], outlived: [] });
  });
});

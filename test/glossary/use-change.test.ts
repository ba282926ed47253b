import { describe, expect, it } from 'vitest';
import { changesOfUse, type SpanUse } from '../../src/glossary/index.js';
import { entry } from './entries.js';
import { used, usesOf } from './uses.js';

const span = (messages: number, ...uses: Parameters<typeof usesOf>): SpanUse => ({
  uses: usesOf(...uses),
  days: 30,
  messages,
});
const many = { '2021-03-04': 20, '2021-03-05': 20 };
const few = { '2021-03-04': 2, '2021-03-05': 2 };
const told = (...given: Parameters<typeof changesOfUse>) =>
  changesOfUse(...given).map((c) => `${c.term} ${c.kind}`);

describe('changesOfUse(before, after, entries)', () => {
  it('terms that come, grow, shrink and go are told apart, the surest first', () => {
    const before = span(1000, used('旧词', many), used('少了', many), used('多了', few));
    const after = span(1000, used('新词', many), used('少了', few), used('多了', many));
    expect(told(before, after, []).sort()).toEqual(['多了 more', '少了 less', '新词 fresh', '旧词 faded']);
  });

  it('what is said as much in a thousand messages did not change, however long the spans are', () => {
    const longer = { '2021-03-04': 200, '2021-03-05': 200 };
    expect(told(span(1000, used('费率', many)), span(10_000, used('费率', longer)), [])).toEqual([]);
  });

  it('what may be chance, or is one person’s or one day’s, is left out', () => {
    const nothing = span(1000);
    expect(told(nothing, span(1000, used('偶然', few)), [])).toEqual([]);
    expect(told(nothing, span(1000, used('一人', many, 1)), [])).toEqual([]);
    expect(told(nothing, span(1000, used('一天', { '2021-03-04': 40 })), [])).toEqual([]);
    expect(told(nothing, span(1000, used('新词', many)), [])).toEqual(['新词 fresh']);
  });

  it('says whether there is an entry, and leaves out what was rejected', () => {
    const entries = [entry({ term: '费率' }), entry({ term: '口头禅', status: 'rejected' })];
    const after = span(1000, used('费率', many), used('口头禅', many), used('新词', many));
    const changes = changesOfUse(span(1000), after, entries);
    expect(changes.map((c) => [c.term, c.known])).toEqual([
      ['新词', false],
      ['费率', true],
    ]);
    expect(changes[0]).toMatchObject({ rates: { before: 0, after: 40 }, after: { messages: 40, days: 2 } });
  });
});

import { describe, expect, it } from 'vitest';
import type { TermRecord, TermUses } from '../../src/corpus/index.js';
import { findCandidates, openCandidates, withAllUses } from '../../src/glossary/index.js';
import { entrySchema } from '../../src/text/index.js';

/** A term used so often by each of some people, on as many days. */
const record = (term: string, people: number[], rest: Partial<TermRecord> = {}): TermRecord => {
  const messages = people.reduce((sum, count) => sum + count, 0);
  return {
    forms: new Map([[term, messages]]),
    classes: new Map([['concept', 1]]),
    messages,
    threads: people.length,
    tradeThreads: people.length,
    days: new Map(people.map((count, i) => [`灯塔/2021-03-0${i + 1}`, count])),
    people: new Map(people.map((count, i) => [`群友${i}`, count])),
    company: new Map(),
    explained: [],
    examples: [{ address: '灯塔/2021-03-01#1', text: term, weight: 0 }],
    ...rest,
  };
};

const uses = (...records: TermRecord[]): TermUses =>
  new Map(records.map((r) => [[...r.forms.keys()][0]!, r]));
const entry = (rest: object) => entrySchema.parse({ class: 'concept', ...rest });
const terms = (all: TermUses, given: object[] = []) => {
  const entries = given.map(entry);
  return openCandidates(findCandidates(all, entries), entries).map((c) => c.term);
};

describe('findCandidates', () => {
  it('what many say on many days stands before what is said less', () => {
    expect(terms(uses(record('雾号', [1, 1]), record('航标灯', [3, 3, 3, 3])))).toEqual(['航标灯', '雾号']);
  });

  it('a word that one person repeats stands behind one that several use as often', () => {
    expect(terms(uses(record('口头禅', [8, 1, 1]), record('航标灯', [4, 3, 3])))).toEqual([
      '航标灯',
      '口头禅',
    ]);
  });

  it('a term that one guest explains is news, however few say it', () => {
    const explained = record('雾号', [6], { explained: ['灯塔/2021-03-01#1'] });
    expect(terms(uses(record('口头禅', [6]), explained))).toEqual(['雾号', '口头禅']);
  });

  it('a word at home outside talk of the trade stands behind one of it, unless it is explained', () => {
    const everyday = (rest: object = {}) => record('午饭', [3, 3, 3, 3], { tradeThreads: 1, ...rest });
    expect(terms(uses(everyday(), record('航标灯', [2, 2, 2, 2])))).toEqual(['航标灯', '午饭']);
    const explained = everyday({ explained: ['灯塔/2021-03-01#1'] });
    expect(terms(uses(explained, record('航标灯', [2, 2, 2, 2])))).toEqual(['午饭', '航标灯']);
  });

  it('a word built of nothing that words of the trade are built of stands behind one that is', () => {
    const both = uses(record('贵司', [3, 3, 3]), record('航标费', [2, 2, 3]));
    expect(findCandidates(both, [], { morphemes: new Set(['费']) }).map((c) => c.term)).toEqual([
      '航标费',
      '贵司',
    ]);
    expect(findCandidates(both, []).map((c) => c.term)).toEqual(['贵司', '航标费']);
  });

  it('what an entry lists, by any form, is no candidate', () => {
    expect(terms(uses(record('雾号', [2, 2])), [{ term: '雾笛', aliases: ['雾号'] }])).toEqual([]);
  });

  it('what was put off is asked about again, after all others', () => {
    const both = uses(record('雾号', [2, 2]), record('航标灯', [1]));
    expect(terms(both)).toEqual(['雾号', '航标灯']);
    expect(terms(both, [{ term: '雾号', status: 'candidate' }])).toEqual(['航标灯', '雾号']);
  });

  it('what was rejected is asked about again only where it is used far more, by far more people', () => {
    const decided = (seen?: object) => ({
      term: '雾号',
      status: 'rejected',
      history: [{ on: '2021-03-04', by: '阿橙', did: 'reject', ...(seen && { seen }) }],
    });
    const now = uses(record('雾号', [3, 3, 3, 3]));
    expect(terms(now, [decided({ messages: 10, days: 3, people: 3 })])).toEqual([]);
    expect(terms(now, [decided({ messages: 3, days: 1, people: 4 })])).toEqual([]);
    expect(terms(now, [decided({ messages: 3, days: 1, people: 2 })])).toEqual(['雾号']);
    expect(terms(now, [decided()])).toEqual([]);
  });

  it('what was accepted and then rejected is asked about again where far more speaks for it than when it was accepted', () => {
    const history = (messages: number) => [
      { on: '2021-03-04', by: '阿橙', did: 'accept', seen: { messages, days: 1, people: 2 } },
      { on: '2021-03-05', by: '阿橙', did: 'reject' },
    ];
    const now = uses(record('雾号', [3, 3, 3, 3]));
    expect(terms(now, [{ term: '雾号', status: 'rejected', history: history(3) }])).toEqual(['雾号']);
    expect(terms(now, [{ term: '雾号', status: 'rejected', history: history(10) }])).toEqual([]);
  });

  it('a candidate is told with all its uses, and keeps its name, its place and what it is worth', () => {
    const [found] = findCandidates(uses(record('雾号', [1, 2], { classes: new Map([['tech', 2]]) })), []);
    const everywhere = record('雾号', [4, 4, 4], { explained: ['灯塔/2021-03-02#1'] });
    expect(withAllUses([found!], uses(everywhere))).toEqual([
      {
        ...found!,
        ...{ messages: 12, days: 3, people: 3, threads: 3, lastDay: '灯塔/2021-03-03', oneVoice: 0.33 },
        explained: ['灯塔/2021-03-02#1'],
      },
    ]);
    expect(withAllUses([found!], uses())).toEqual([found!]);
  });

  it('a candidate says when it was first and last seen, in any group', () => {
    const days = new Map([
      ['码头/2021-03-01', 1],
      ['灯塔/2021-04-02', 1],
      ['灯塔/2021-02-28', 1],
    ]);
    expect(findCandidates(uses(record('雾号', [1, 1, 1], { days })), [])[0]).toMatchObject({
      firstDay: '灯塔/2021-02-28',
      lastDay: '灯塔/2021-04-02',
    });
  });
});

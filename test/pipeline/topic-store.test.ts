import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  readTopicEdits,
  readTopicStore,
  seriesFor,
  seriesIn,
  topicEditsPath,
  writeTopicSeries,
} from '../../src/pipeline/index.js';
import { findTopics } from '../../src/topics/index.js';
import { daysOf } from '../topics/days.js';
import { folderWith } from './folder.js';

const { series } = findTopics(daysOf(6), null, [], { and: '与', count: 2 });
const key = { groups: ['灯塔'], count: 2, isPublic: false };

describe('topics that are kept', () => {
  it('what was written is read back as it was, each set of groups and number on its own', () => {
    const path = join(folderWith({}), '.huati', 'topics.json');
    writeTopicSeries(path, readTopicStore(path), key, series);
    writeTopicSeries(path, readTopicStore(path), { ...key, count: null }, series);
    const store = readTopicStore(path);
    expect(seriesIn(store, key)).toMatchObject(series);
    expect(store.series.map((s) => s.count)).toEqual([2, null]);
    expect(seriesIn(store, { ...key, groups: ['海岛'] })).toBeNull();
  });

  it('a series that did not change is not written again', () => {
    const path = join(folderWith({}), 'topics.json');
    writeTopicSeries(path, readTopicStore(path), key, series);
    const store = readTopicStore(path);
    writeFileSync(path, 'untouched');
    writeTopicSeries(path, store, key, seriesIn(store, key)!);
    expect(readFileSync(path, 'utf8')).toBe('untouched');
  });

  it('of two runs at once neither takes the series of the other away', () => {
    const path = join(folderWith({}), 'topics.json');
    const before = readTopicStore(path);
    writeTopicSeries(path, before, key, series);
    writeTopicSeries(path, before, { ...key, count: 3 }, series);
    expect(readTopicStore(path).series.map((s) => s.count)).toEqual([2, 3]);
  });

  it('a damaged file is an error, not an empty store', () => {
    const folder = folderWith({ 'a.json': '{', 'b.json': '{"version":1,"series":[{}]}' });
    expect(() => readTopicStore(join(folder, 'a.json'))).toThrow();
    expect(() => readTopicStore(join(folder, 'b.json'))).toThrow();
  });
});

describe('topics.yaml', () => {
  it('says what is renamed, merged, split and pinned, and what it does not understand by line', () => {
    const yaml =
      '- topic: 对账\n  name: 日终核对\n- topic: 短款\n  into: 对账\n- topic: 跨境\n  split: [购汇]\n- topic: 风控\n  pinned: true\n- topic: 风控\n  colour: red\n';
    const { items, problems } = readTopicEdits(topicEditsPath(folderWith({ 'topics.yaml': yaml })));
    expect(items).toHaveLength(4);
    expect(problems).toEqual([expect.objectContaining({ line: 9 })]);
  });
});

describe('seriesFor(store, groups)', () => {
  const of = (groups: string[], count: number | null) => ({ ...series, groups, count, isPublic: false });
  const store = {
    version: 1 as const,
    series: [of(['灯塔', '海堤', '码头'], null), of(['灯塔', '海堤'], 2), of(['灯塔', '海堤'], null)],
  };

  it('is found in the groups or in the fewest more, with as many topics as the days bore', () => {
    expect(seriesFor(store, { groups: ['灯塔'], isPublic: false })).toBe(store.series[2]);
    expect(seriesFor(store, { groups: ['码头', '灯塔'], isPublic: false })).toBe(store.series[0]);
    expect(seriesFor(store, { groups: ['海岛'], isPublic: false })).toBeNull();
  });

  it('that of one edition is none of the other', () => {
    expect(seriesFor(store, { groups: ['灯塔'], isPublic: true })).toBeNull();
  });
});

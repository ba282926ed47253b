import { describe, expect, it } from 'vitest';
import type { DaySlice } from '../../src/corpus/index.js';
import { findTopics, type TopicEdit, type TopicSeries, type Topics } from '../../src/topics/index.js';
import { dayOf, daysOf, planted } from './days.js';

const options = { and: '与' };
const found = (days: DaySlice[], kept: TopicSeries | null = null, edits: TopicEdit[] = [], count = 3) =>
  findTopics(days, kept, edits, { ...options, count });
/** Each topic's id with the titles of its threads. */
const titlesOf = ({ topics }: Topics) =>
  Object.fromEntries(topics.map((t) => [t.id, [...new Set(t.threads.map((x) => x.thread.title))]]));
const idOf = (topics: Topics, title: string) =>
  topics.topics.find((t) => t.threads.some((x) => x.thread.title === title))!.id;
const { found: whole, series } = found(daysOf(12));

describe('findTopics(days)', () => {
  it('threads with the same words are of one topic, and no other thread is', () => {
    expect(Object.values(titlesOf(whole)).sort()).toEqual(
      [['对账怎么办'], ['跨境怎么办'], ['风控怎么办']].sort(),
    );
    expect(whole.leftovers).toEqual([]);
  });

  it('a topic is told by its own words, and named by two of them', () => {
    const topic = whole.topics.find((t) => t.id === idOf(whole, '跨境怎么办'))!;
    expect(topic.terms.map((t) => t.word).sort()).toEqual([...planted.跨境].sort());
    for (const word of topic.name.split('与')) expect(planted.跨境).toContain(word);
  });

  it('threads in which people say who they are make no topic, and belong to none', () => {
    const [first, ...others] = daysOf(12);
    const [thread, ...rest] = first!.threads;
    const day = { ...first!, threads: [{ ...thread!, title: '新人自我介绍' }, ...rest] };
    const { found: sorted } = found([day, ...others]);
    expect(sorted.leftovers.map((t) => t.title)).toEqual(['新人自我介绍']);
    expect(sorted.topics).toHaveLength(3);
  });

  it('a short thread that is full of the terms stands for the topic before a long one that drifts', () => {
    const [first, ...others] = daysOf(12);
    const [thread, ...rest] = first!.threads;
    const drifting = [...thread!.messages, ...Array.from({ length: 40 }, (_, i) => 100 + i)];
    const day = { ...first!, threads: [{ ...thread!, title: '越聊越远', messages: drifting }, ...rest] };
    const { found: sorted } = found([day, ...others]);
    const topic = sorted.topics.find((t) => t.threads.some((x) => x.thread.title === '越聊越远'))!;
    expect(topic.threads.at(-1)!.thread.title).toBe('越聊越远');
  });

  it('what somebody is called by is no word of a topic', () => {
    const called = daysOf(12).map((day) => {
      const word = { ...day.words.words[0]!, word: '圆圆', form: '圆圆', class: null, known: false };
      return { ...day, words: { ...day.words, words: [...day.words.words, word] } };
    });
    const { topics } = found(called).found;
    expect(topics.flatMap((t) => t.terms.map((x) => x.word))).not.toContain('圆圆');
  });

  it('a topic says who answered in its threads, and how many messages each period has', () => {
    expect(whole.topics[0]!.answerers).toEqual([{ name: '半帆', questions: 12 }]);
    expect(whole.topics[0]!.movement).toHaveLength(12);
    expect(whole.topics[0]!.movement[0]).toEqual({ period: '2024-03-01', threads: 1, messages: 4 });
  });

  it('the same days give the same bytes, with what is kept and without', () => {
    expect(JSON.stringify(found(daysOf(12)).found)).toBe(JSON.stringify(whole));
    const kept = JSON.parse(JSON.stringify(series)) as TopicSeries;
    expect(JSON.stringify(found(daysOf(12), kept).found)).toBe(JSON.stringify(whole));
  });

  it('without a number asked for it finds at least two topics in days enough, and no small talk', () => {
    const days = daysOf(12);
    for (const day of days) for (const t of day.threads) if (t.title === '风控怎么办') t.domain = 'social';
    const { found: own } = findTopics(days, null, [], options);
    expect(own.topics.length).toBeGreaterThan(1);
    expect(own.threads).toBe(24);
  });

  it('nothing has no topics', () => {
    const { found: none } = found([]);
    expect(none).toMatchObject({ topics: [], families: [], leftovers: [], threads: 0 });
  });
});

describe('findTopics(days, kept)', () => {
  it('one more day leaves every thread in its topic, and topics their names and colours', () => {
    const { found: more, series: same } = found([...daysOf(12), dayOf('2024-03-13', ['风控'])], series);
    expect(same).toBe(series);
    const about = (t: Topics) =>
      t.topics.map(({ id, name, colour }) => ({ id, name, colour })).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(about(more)).toEqual(about(whole));
    expect(titlesOf(more)).toEqual(titlesOf(whole));
  });

  it('topics that are found anew stay who they were', () => {
    const { found: more, series: next } = found(daysOf(30), series);
    expect(next).not.toBe(series);
    expect(idOf(more, '对账怎么办')).toBe(idOf(whole, '对账怎么办'));
    expect(titlesOf(more)).toEqual(titlesOf(whole));
  });

  it('half as many days again make it take to their words', () => {
    const { found: more, series: next } = found(daysOf(18), series);
    expect(next.model.threads).toBe(54);
    expect(titlesOf(more)).toEqual(titlesOf(whole));
  });
});

describe('findTopics(days, kept, edits)', () => {
  const [a, b] = [idOf(whole, '对账怎么办'), idOf(whole, '跨境怎么办')];
  const edited = (edits: TopicEdit[], days = daysOf(12)) => found(days, series, edits).found;

  it('a topic bears the name that people gave it, in later runs too', () => {
    for (const days of [daysOf(12), daysOf(30)])
      expect(edited([{ topic: a, name: '日终核对' }], days).topics.find((t) => t.id === a)?.name).toBe(
        '日终核对',
      );
  });

  it('a topic that is merged has its threads in the other', () => {
    const topics = edited([{ topic: a, into: b }]);
    expect(topics.topics).toHaveLength(2);
    expect(titlesOf(topics)[b]!.sort()).toEqual(['对账怎么办', '跨境怎么办'].sort());
  });

  it('a word that is split off takes its threads along as a topic of its own', () => {
    const days = [...daysOf(12)];
    const topics = edited([{ topic: b, split: ['购汇', '结汇', '跨境', '汇率'] }], days);
    expect(titlesOf(topics)).toMatchObject({ 购汇: ['跨境怎么办'] });
  });

  it('a pinned topic stands first, and stays where no thread is of it', () => {
    const topics = edited([{ topic: b, pinned: true }], [dayOf('2024-03-01', ['对账'])]);
    expect(topics.topics[0]).toMatchObject({ id: b, pinned: true, threads: [] });
  });

  it('an edit of a topic that there is not is given back', () => {
    const edit: TopicEdit = { topic: '灯油', name: '油' };
    expect(edited([edit]).unknown).toEqual([edit]);
  });
});

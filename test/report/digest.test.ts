import { describe, expect, it } from 'vitest';
import type { ThreadDoc } from '../../src/corpus/index.js';
import { innerNames } from '../../src/privacy/index.js';
import { buildDigest } from '../../src/report/index.js';
import type { Topics } from '../../src/topics/index.js';

const date = '2021-03-04';
/** A thread of so many messages. */
const threadOf = (title: string, count: number, id: number): ThreadDoc => ({
  ...{ group: '灯塔', date, id, title, domain: 'payments', size: count, from: 0, to: 60 },
  messages: Array.from({ length: count }, (_, i) => id + i),
  ...{ people: ['阿橙'], words: [], quote: null, answers: [] },
});
/** One topic with its threads, the most representative first. */
const topicOf = (...threads: ThreadDoc[]): Topics => ({
  ...{ step: 'day', periods: [date], latest: null, threads: threads.length, messages: 0 },
  ...{ families: [], leftovers: [], unknown: [] },
  topics: [
    {
      ...{ id: '二清', name: '二清', colour: 0, pinned: false, family: 0, terms: [], answerers: [] },
      threads: threads.map((thread) => ({ thread, share: 1, worth: 1 })),
      messages: threads.reduce((sum, t) => sum + t.messages.length, 0),
      ...{ movement: [], change: { trend: 'steady', z: 0 }, place: { x: 0, y: 0 } },
    },
  ],
});
const digestOf = (topics: Topics) =>
  buildDigest(
    {
      ...{ span: { from: date, to: date }, isPublic: false, days: [], topics, calls: [], exchanges: [] },
      ...{ programme: { announced: [], held: [] }, articles: new Map(), recordOf: () => null },
    },
    innerNames,
  );

describe('buildDigest', () => {
  it('a main topic is told by threads that say enough to be read, before shorter ones', () => {
    const { topics } = digestOf(
      topicOf(
        threadOf('一句二清', 1, 1),
        threadOf('大商户怎么合规', 9, 11),
        threadOf('两句二清', 2, 21),
        threadOf('平台账户算不算', 4, 31),
      ),
    );
    expect(topics[0]!.threads.map((t) => t.title)).toEqual(['大商户怎么合规', '平台账户算不算', '一句二清']);
    expect(topics[0]!.messages).toBe(16);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domains, groupByRoot } from '../../src/threads/index.js';
import { anyDay } from './arbitrary.js';
import { chat, follow, irc } from './chat.js';

describe('groupByRoot', () => {
  it('groupByRoot gathers what links join under the first message', () => {
    expect([...groupByRoot([1, 1, 3, 2, 3, 6])]).toEqual([
      [1, [1, 2, 4]],
      [3, [3, 5]],
      [6, [6]],
    ]);
  });

  it('groupByRoot of no messages is no thread', () => {
    expect([...groupByRoot([])]).toEqual([]);
  });

  it('groupByRoot gives every message to one thread, that of its parent', () => {
    const parents = fc
      .array(fc.nat(), { maxLength: 60 })
      .map((list) => list.map((value, i) => (value % (i + 1)) + 1));
    fc.assert(
      fc.property(parents, (list) => {
        const groups = groupByRoot(list);
        const threadOf = new Map([...groups].flatMap(([id, all]) => all.map((n) => [n, id] as const)));
        expect([...threadOf.keys()].sort((a, b) => a - b)).toEqual(list.map((_, i) => i + 1));
        for (const [id, all] of groups) {
          expect(all[0]).toBe(id);
          expect(all).toEqual([...all].sort((a, b) => a - b));
        }
        list.forEach((parent, i) => {
          expect(threadOf.get(i + 1)).toBe(parent === i + 1 ? i + 1 : threadOf.get(parent));
        });
      }),
      { seed: 351, numRuns: 200 },
    );
  });
});

describe('findThreads', () => {
  it('findThreads gives threads by their first message, with title and domain', () => {
    const { threads } = follow(
      chat(`
        09:00 阿橙 备付金的利息怎么记账？
        09:01 半帆 记在清算那一栏
        14:00 小舵 下午一起去吃火锅
        14:01 老锚 带上我`),
    );
    expect(threads).toEqual([
      { id: 1, title: '备付金的利息怎么记账', domain: 'payments', messages: [1, 2] },
      { id: 3, title: expect.stringContaining('火锅'), domain: 'social', messages: [3, 4] },
    ]);
  });

  it('findThreads gives a line of the server a thread of its own', () => {
    const { threads } = follow(irc('=== harbor left', '=== buoy joined'));
    expect(threads.map(({ messages, domain }) => [messages, domain])).toEqual([
      [[1], 'social'],
      [[2], 'social'],
    ]);
  });

  it('findThreads of a day without messages is no thread', () => {
    expect(follow({ ...chat('09:00 阿橙 早'), messages: [] }).threads).toEqual([]);
  });

  it('threads are exactly what links join', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { links, threads } = follow(day);
        expect(threads.map((t) => [t.id, t.messages])).toEqual([...groupByRoot(links.parents)]);
        for (const { domain } of threads) expect(domains).toContain(domain);
      }),
      { seed: 352, numRuns: 200 },
    );
  });
});

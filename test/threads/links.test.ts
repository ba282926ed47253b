import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageKinds } from '../../src/threads/index.js';
import { anyDay, chats } from './arbitrary.js';
import { chat, follow, irc } from './chat.js';

/** A day that stands twice, under two names. */
const doubled = (script: string) =>
  script
    .trim()
    .split('\n')
    .flatMap((line) => [line, line.trim().replace(/^(\S+) (\S+)/, '$1 $2-第二份')])
    .join('\n');

const twice = doubled(`
  09:00:00 阿橙 灯塔的手续费怎么算？
  09:00:30 半帆 千三，去年谈的
  09:00:40 阿橙 谢谢
  09:01:40 小舵 今天的天气不错
  09:02:40 老锚 下午去看船
  09:03:40 小舵 我也去`);

describe('findLinks of the rules of a group', () => {
  it('findLinks takes the rules of the group for a notice', () => {
    const { links } = follow(
      chat(`
        09:00 群主 群中禁止发表和灯塔无关的话题，禁止灌水
        09:01 阿橙 备付金怎么记账？`),
    );
    expect(links.kinds).toEqual(['notice', 'question']);
  });

  it('findLinks takes who quotes the rules of the group for what he says himself', () => {
    const { links } = follow(
      chat(`
        09:00 群主 群中禁止发表和灯塔无关的话题，禁止灌水
        09:01 阿橙 「群主：群中禁止发表和灯塔无关的话题」 - - - - - - - - - - - - - - - 这条备付金算不算？`),
    );
    expect(links.kinds).toEqual(['notice', 'question']);
  });
});

describe('findLinks of a day that stands twice', () => {
  const { links } = follow(chat(twice));

  it('findLinks makes a second copy go on from its original', () => {
    expect([2, 4, 8, 10, 12].map((n) => links.parents[n - 1])).toEqual([1, 3, 7, 9, 11]);
  });

  it('findLinks gives a second copy the kind of its original', () => {
    expect(links.kinds.filter((_, i) => i % 2 === 1)).toEqual(links.kinds.filter((_, i) => i % 2 === 0));
  });

  it('findLinks makes what goes on from an original go on from its copy', () => {
    expect(links.parents[3 - 1]).toBe(2);
  });

  it("a reaction's second copy goes on from where the reaction does, so that no chain grows of reactions", () => {
    expect(links.kinds[5 - 1]).toBe('reaction');
    expect(links.parents[6 - 1]).toBe(links.parents[5 - 1]);
  });

  it('findLinks links a doubled day as the single one', () => {
    const single = follow(
      chat(
        twice
          .split('\n')
          .filter((_, i) => i % 2 === 0)
          .join('\n'),
      ),
    );
    const roots = (groups: { messages: number[] }[]) => groups.map((t) => t.messages.length);
    expect(roots(follow(chat(twice)).threads)).toEqual(roots(single.threads).map((count) => 2 * count));
  });
});

describe('findLinks of an English day', () => {
  const day = irc(
    '[08:15] <harbor> how do I mount a disk?',
    '=== buoy joined #harbour',
    '[08:16] <buoy> harbor: use fstab',
    '=== lamp left #harbour',
    '[08:17] <harbor> buoy: thanks',
  );
  const { links } = follow(day);

  it('findLinks leaves a line of the server to itself', () => {
    expect([links.parents[1], links.parents[3]]).toEqual([2, 4]);
    expect([links.kinds[1], links.kinds[3]]).toEqual(['chat', 'chat']);
  });

  it('findLinks follows who is addressed across lines of the server', () => {
    expect([links.parents[2], links.parents[4]]).toEqual([1, 3]);
  });

  it('findLinks knows questions and answers in English', () => {
    expect([links.kinds[0], links.kinds[2]]).toEqual(['question', 'answer']);
  });

  it('findLinks of lines of the server alone finds nothing to link', () => {
    const alone = follow(irc('=== harbor left', '=== buoy joined', '=== lamp left')).links;
    expect(alone.parents).toEqual([1, 2, 3]);
    expect(alone.talks).toEqual([]);
  });
});

describe('findLinks of anything', () => {
  it('findLinks of a day without messages is nothing', () => {
    const { links } = follow(chat('09:00 阿橙 早'));
    expect(links.parents).toEqual([1]);
    expect(follow({ ...chat('09:00 阿橙 早'), messages: [] }).links.parents).toEqual([]);
  });

  it('findLinks gives each message itself or an earlier one, and a kind', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { links } = follow(day);
        expect(links.parents).toHaveLength(day.messages.length);
        links.parents.forEach((parent, i) => {
          expect(parent >= 1 && parent <= i + 1).toBe(true);
        });
        expect(links.kinds).toHaveLength(day.messages.length);
        for (const kind of links.kinds) expect(messageKinds).toContain(kind);
      }),
      { seed: 331, numRuns: 200 },
    );
  });

  it('findLinks never leaves a second copy in another thread than its original', () => {
    fc.assert(
      fc.property(chats, (day) => {
        const { threads } = follow(day);
        const threadOf = new Map(threads.flatMap((t) => t.messages.map((n) => [n, t.id] as const)));
        for (const m of day.messages)
          if (m.duplicateOf !== null) expect(threadOf.get(m.n)).toBe(threadOf.get(m.duplicateOf));
      }),
      { seed: 332, numRuns: 200 },
    );
  });

  it('findLinks lets passages of a talk follow one another, copies between them or not', () => {
    fc.assert(
      fc.property(chats, (day) => {
        const { links } = follow(day);
        const original = (n: number) => day.messages[n - 1]!.duplicateOf ?? n;
        for (const { passages } of links.talks)
          passages.slice(1).forEach((n, k) => {
            expect(original(links.parents[n - 1]!)).toBe(passages[k]);
          });
      }),
      { seed: 333, numRuns: 200 },
    );
  });
});

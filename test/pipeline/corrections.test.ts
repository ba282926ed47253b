import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noCache, readCorrections } from '../../src/pipeline/index.js';
import { fingerprint } from '../../src/read/index.js';
import { logOf } from '../threads/chat.js';
import { evening } from '../threads/talk.js';
import { folderWith } from './folder.js';
import { dayOf } from './run.js';

const script =
  '09:00 阿橙 灯塔的手续费是多少？\n09:01 半帆 @阿橙 千三\n09:30 小舟 今天火锅吃什么\n09:31 阿橙 毛肚';
const log = logOf(script);
/** The same talk in a new export, with two messages more before it. */
const again = logOf(`08:00 小舟 早\n08:01 半帆 早\n${script}`);

const print = (time: string, speaker: string, text: string) => fingerprint({ time, speaker, text });
const answer = print('09:31:00', '阿橙', '毛肚');
const hotpot = print('09:30:00', '小舟', '今天火锅吃什么');
const price = print('09:00:00', '阿橙', '灯塔的手续费是多少？');
const ref = (message: string, n: number) => `message: "${message}", n: ${n}`;

/** The analysis of a log under the corrections of a day. */
async function corrected(days: string, text = log, people = '') {
  const folder = folderWith({
    'logs/灯塔/2021-03-04.md': text,
    'c/days/灯塔/2021-03-04.yaml': days,
    'c/people.yaml': people,
  });
  const corrections = readCorrections(join(folder, 'c'));
  expect(corrections.problems).toEqual([]);
  return (await dayOf(join(folder, 'logs'), { corrections })).analysis;
}

const problemsOf = (path: string, text: string) => {
  const folder = folderWith({ [path]: text });
  return readCorrections(folder).problems.map(
    (p) => `${p.path.slice(folder.length + 1)}:${p.line}: ${p.reason}`,
  );
};

describe('corrections of a day', () => {
  it('a corrected link holds, and threads are what the links join', async () => {
    const { links, threads } = await corrected(
      `links: [{ ${ref(answer, 4)}, parent: { ${ref(price, 1)} } }]\n`,
    );
    expect(links[3]).toMatchObject({ n: 4, parent: 1 });
    expect(threads.find((t) => t.id === 1)!.messages).toContain(4);
  });

  it('a message that is its own parent starts a thread', async () => {
    const { threads } = await corrected(`links: [{ ${ref(answer, 4)}, parent: { ${ref(answer, 4)} } }]\n`);
    expect(threads.map((t) => t.id)).toContain(4);
  });

  it('kinds, titles and domains are what a person said', async () => {
    const { messages, threads } = await corrected(
      `kinds: [{ ${ref(answer, 4)}, kind: share }]\ntitles: [{ ${ref(hotpot, 3)}, title: 晚饭 }]\n` +
        `domains: [{ ${ref(hotpot, 3)}, domain: work }]\n`,
    );
    expect(messages[3]!.kind).toBe('share');
    expect(threads.find((t) => t.messages.includes(3))).toMatchObject({ title: '晚饭', domain: 'work' });
  });

  it('a talk is what a person says that it is: its passages, its end and its title', async () => {
    const log = logOf(evening);
    const { talks, messages } = await corrected('', log);
    const of = (n: number) =>
      ref(print(messages[n - 1]!.time, messages[n - 1]!.speaker, messages[n - 1]!.text), n);
    const kinds = (...said: [number, string][]) =>
      `kinds: [${said.map(([n, kind]) => `{ ${of(n)}, kind: ${kind} }`).join(', ')}]\n`;
    const passagesWith = async (days: string) =>
      (await corrected(days, log)).talks.map((talk) => [talk.speaker, talk.passages]);
    expect(talks[0]!.passages).toEqual([5, 6, 7, 9, 10, 12, 13]);
    expect(await passagesWith(kinds([12, 'chat'], [13, 'chat'], [15, 'talk']))).toEqual([
      ['阿橙', [5, 6, 7, 9, 10, 15]],
    ]);
    const others = talks[0]!.passages.map((n): [number, string] => [n, 'chat']);
    expect(await passagesWith(kinds(...others, [16, 'talk']))).toEqual([['小舵', [16]]]);
    const [renamed] = (await corrected(`titles: [{ ${of(5)}, title: 渡口的三本账 }]\n`, log)).talks;
    expect(renamed!.title).toBe('渡口的三本账');
  });

  it('a correction survives a new export with other numbers', async () => {
    const { links, threads, notes } = await corrected(
      `links: [{ ${ref(answer, 4)}, parent: { ${ref(price, 1)} } }]\ntitles: [{ ${ref(price, 1)}, title: 费率 }]\n`,
      again,
    );
    expect(links[5]).toMatchObject({ n: 6, parent: 3 });
    expect(threads.find((t) => t.messages.includes(3))!.title).toBe('费率');
    expect(notes).toEqual([]);
  });

  it('of two messages that are alike the one nearest to the number is meant', async () => {
    const twice = logOf('09:00 阿橙 早\n09:00 阿橙 早\n09:00 阿橙 早');
    const early = print('09:00:00', '阿橙', '早');
    const { messages } = await corrected(`kinds: [{ ${ref(early, 9)}, kind: notice }]\n`, twice);
    expect(messages.map((m) => m.kind === 'notice')).toEqual([false, false, true]);
  });

  it('a correction without its message is noted and left out; the others hold', async () => {
    const { messages, notes } = await corrected(
      `kinds:\n  - { ${ref('0123456789ab', 7)}, kind: share }\n  - { ${ref(answer, 4)}, kind: share }\n`,
    );
    expect(messages[3]!.kind).toBe('share');
    expect(notes).toMatchObject([{ level: 'warning', rule: 'correction-lost' }]);
    expect(notes[0]!.detail).toContain('0123456789ab n=7');
  });

  it('a parent behind its message is noted and left out', async () => {
    const { links, notes } = await corrected(
      `links: [{ ${ref(price, 1)}, parent: { ${ref(answer, 4)} } }]\n`,
    );
    expect(links[0]).toMatchObject({ n: 1, parent: 1 });
    expect(notes.map((note) => note.rule)).toEqual(['correction-lost']);
  });

  it('a confirmed name means its bearer; a name that is nobody means none', async () => {
    const calls = logOf('09:00 阿橙 早\n09:01 半帆 @掌灯人 在吗\n09:02 半帆 @阿橙 千三');
    const speakers = async (people: string) =>
      (await corrected('', calls, people)).messages.flatMap((m) => m.mentions.map((x) => x.speaker));
    expect(await speakers('')).toEqual([null, '阿橙']);
    expect(await speakers('- { name: 掌灯人, is: 阿橙 }\n')).toEqual(['阿橙', '阿橙']);
    expect(await speakers('- { name: 掌灯人, is: null }\n- { name: 阿橙-灯塔, is: null }\n')).toEqual([
      null,
      '阿橙',
    ]);
  });
});

describe('corrections and the cache', () => {
  it('a correction changes the key of its own day alone, a name that of the days it occurs in', async () => {
    const keyOf = async (files: Record<string, string>) => {
      const folder = folderWith({ 'logs/灯塔/2021-03-04.md': log, ...files });
      let key = '';
      const cache = {
        ...noCache,
        get: (asked: string) => {
          key = asked;
          return null;
        },
      };
      await dayOf(join(folder, 'logs'), { cache, corrections: readCorrections(join(folder, 'c')) });
      return key;
    };
    const plain = await keyOf({});
    const kind = `kinds: [{ ${ref(answer, 4)}, kind: share }]\n`;
    expect(await keyOf({ 'c/days/灯塔/2021-03-05.yaml': kind })).toBe(plain);
    expect(await keyOf({ 'c/people.yaml': '- { name: 远山, is: 小舟 }\n' })).toBe(plain);
    expect(await keyOf({ 'c/days/灯塔/2021-03-04.yaml': kind })).not.toBe(plain);
    expect(await keyOf({ 'c/people.yaml': '- { name: 阿橙, is: 小舟 }\n' })).not.toBe(plain);
  });
});

describe('readCorrections', () => {
  it('a folder that is missing holds no corrections', () => {
    expect(readCorrections(join(folderWith(), 'none'))).toMatchObject({ people: [], problems: [] });
  });

  it.each<[string, string, string, RegExp]>([
    ['a hash that is none', 'days/a/b.yaml', 'kinds:\n  - { message: x, n: 1, kind: chat }\n', /:2: .*hexa/],
    [
      'a kind that is none',
      'days/a/b.yaml',
      'kinds:\n  - message: "0123456789ab"\n    n: 1\n    kind: song\n',
      /:4: kinds\.kind: /,
    ],
    ['an unknown list', 'days/a/b.yaml', 'links: []\nknots: []\n', /:2: unknown key knots; expected links/],
    ['a list that is none', 'days/a/b.yaml', 'links: 7\n', /:1: links: expected a list/],
    ['a list for a day', 'days/a/b.yaml', '- 7\n', /:1: expected links, kinds, titles, domains/],
    ['YAML that is none', 'people.yaml', '- { name: a\n', /people\.yaml:\d+: /],
    ['a name without a person', 'people.yaml', '- { name: a, is: b }\n- { name: c }\n', /:2: is: /],
    [
      'a title too long',
      'days/a/b.yaml',
      `titles:\n  - { message: "0123456789ab", n: 1, title: ${'长'.repeat(21)} }\n`,
      /:2: titles\.title: /,
    ],
  ])('readCorrections says file and line of %s', (_, path, text, expected) => {
    const problems = problemsOf(path, text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });

  it('what is wrong in a file does not cost the rest of it', () => {
    const { people, problems } = readCorrections(
      folderWith({ 'people.yaml': '- { name: a, is: b }\n- { nam: c }\n- { name: d, is: null }\n' }),
    );
    expect(people).toEqual([
      { name: 'a', is: 'b' },
      { name: 'd', is: null },
    ]);
    expect(problems.length).toBeGreaterThan(0);
  });
});

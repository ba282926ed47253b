import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions, NameIndex, resolveNames } from '../../src/people/index.js';
import type { Message } from '../../src/read/index.js';

type Turn = [second: number, speaker: string, text: string];

const messagesOf = (turns: Turn[]): Message[] =>
  turns.map(([second, speaker, text], i) => ({
    n: i + 1,
    line: i + 1,
    time: '09:00:00',
    second,
    speaker,
    text,
    attachments: [],
    duplicateOf: null,
  }));

/** Whom the names of a talk mean. */
function resolve(turns: Turn[]): Record<string, string> {
  const messages = messagesOf(turns);
  const names = new NameIndex(messages.map((m) => m.speaker));
  return Object.fromEntries(
    resolveNames(
      messages,
      messages.map((m) => findMentions(m.text, names)),
    ),
  );
}

/** Whom one name means among speakers who say nothing to it. */
const among = (name: string, ...speakers: string[]) =>
  resolve([
    ...speakers.map((speaker, i): Turn => [i, speaker, '早']),
    [9000, '問事的人', `@${name}\u2005在吗`],
  ])[name];

describe('resolveNames: by the name', () => {
  it('resolveNames knows a speaker by the whole name', () => {
    expect(among('阿橙-灯塔', '阿橙-灯塔', '阿橙')).toBe('阿橙-灯塔');
  });

  it('resolveNames knows a speaker by the name but for damage, case and separators', () => {
    expect(among('阿橙 - 灯塔', '??阿橙-灯塔')).toBe('??阿橙-灯塔');
    expect(among('lumen', 'LUMEN')).toBe('LUMEN');
  });

  it('resolveNames does not choose between two that are alike but for damage', () => {
    expect(among('阿橙', '??阿橙', '阿橙??')).toBeUndefined();
  });

  it('resolveNames does not take a name of nothing but dashes for a name of nothing but damage', () => {
    expect(among('~', '??', '阿橙')).toBeUndefined();
  });

  it('resolveNames knows a speaker by the personal part of a card', () => {
    expect(among('柯晚灯', '柯晚灯-灯塔-领航', '阿橙-码头')).toBe('柯晚灯-灯塔-领航');
    expect(among('灯塔-柯晚灯', '柯晚灯-码头-领航')).toBe('柯晚灯-码头-领航');
  });

  it('resolveNames knows a nickname that leads both cards', () => {
    expect(among('阿橙-灯塔', '阿橙-码头', '半帆-码头')).toBe('阿橙-码头');
  });

  it('resolveNames leaves a name open whose bearer shares only a company with speakers', () => {
    expect(among('半帆-灯塔', '阿橙-灯塔', '小舵-灯塔')).toBeUndefined();
    expect(among('半帆-灯塔', '阿橙-灯塔')).toBeUndefined();
  });

  it('resolveNames leaves a name open whose bearer shares only a city with a speaker', () => {
    expect(among('半帆-灯塔-武汉', '阿橙-码头-武汉')).toBeUndefined();
    expect(among('柯晚灯-灯塔-武汉', '黎半帆-码头-武汉')).toBeUndefined();
  });

  it('resolveNames leaves a name open that two speakers bear', () => {
    expect(among('柯晚灯', '柯晚灯-灯塔', '柯晚灯-码头')).toBeUndefined();
  });

  it('resolveNames leaves a card open whose parts point to two speakers', () => {
    expect(among('柯晚灯-黎半帆', '柯晚灯-灯塔', '黎半帆-码头')).toBeUndefined();
  });

  it('resolveNames leaves everyone open', () => {
    expect(among('所有人', '阿橙', '半帆')).toBeUndefined();
  });
});

describe('resolveNames: by who answers', () => {
  /** `name` is called `times` times, and `answer` speaks up after `wait` seconds. */
  const calls = (name: string, answer: string, times: number, wait = 20): Turn[] =>
    Array.from({ length: times }, (_, i): Turn[] => [
      [i * 3600, '阿橙', `@${name}\u2005在吗`],
      [i * 3600 + wait, answer, '在的'],
    ]).flat();

  it('resolveNames believes the one person who answers three calls of a name', () => {
    expect(resolve(calls('老船长', '半帆-码头', 3))).toEqual({ 老船长: '半帆-码头' });
  });

  it('resolveNames does not believe two answers', () => {
    expect(resolve(calls('老船长', '半帆-码头', 2))).toEqual({});
  });

  it('resolveNames does not believe an answer that comes too late', () => {
    expect(resolve(calls('老船长', '半帆-码头', 3, 301))).toEqual({});
    expect(resolve(calls('老船长', '半帆-码头', 3, 300))).toEqual({ 老船长: '半帆-码头' });
  });

  it('resolveNames does not believe answers of many', () => {
    const turns = [...calls('老船长', '半帆', 3), ...calls('老船长', '小舵', 3)];
    expect(resolve(turns)).toEqual({});
  });

  it('resolveNames does not take the caller for the one who answers', () => {
    expect(resolve(calls('老船长', '阿橙', 4))).toEqual({});
  });

  it('resolveNames does not give one speaker to a second name', () => {
    const turns: Turn[] = [[0, '小舵', '@半帆\u2005早'], ...calls('老船长', '半帆', 4)];
    expect(resolve(turns)).toEqual({ 半帆: '半帆' });
  });

  it('resolveNames does not make two people one whose own names differ', () => {
    expect(resolve(calls('柯晚灯-灯塔', '黎半帆-灯塔', 4))).toEqual({});
  });

  it('resolveNames hears no answer in lines without a speaker', () => {
    expect(resolve(calls('老船长', '', 4))).toEqual({});
  });
});

describe('resolveNames: any talk', () => {
  const speaker = fc.constantFrom('阿橙-灯塔', '半帆-码头', '柯晚灯', '柯晚灯-武汉', '??', '~', 'Lumen', '');
  const text = fc.constantFrom(
    '早',
    '@老船长\u2005在吗',
    '@柯晚灯\u2005看',
    '@阿橙 来',
    '@~ 嗯',
    '@所有人 早',
    '@lumen，@半帆',
  );
  const turn = fc.tuple(fc.integer({ min: 0, max: 2000 }), speaker, text);

  it('resolveNames names only speakers of the day, and only for names that are called', () => {
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 40 }), (turns) => {
        const speakers = turns.map(([, name]) => name);
        for (const [name, who] of Object.entries(resolve(turns))) {
          expect(speakers).toContain(who);
          expect(who).not.toBe('');
          expect(name).not.toBe('所有人');
          expect(turns.some(([, , said]) => said.includes(`@${name}`))).toBe(true);
        }
      }),
      { seed: 131, numRuns: 300 },
    );
  });

  it('resolveNames takes a name that a speaker bears for that speaker', () => {
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 40 }), (turns) => {
        const resolved = resolve(turns);
        for (const [, name] of turns) if (name in resolved) expect(resolved[name]).toBe(name);
      }),
      { seed: 132, numRuns: 300 },
    );
  });
});

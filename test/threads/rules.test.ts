import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chineseWeights,
  englishWeights,
  linkByRules,
  type RuleWeights,
  type Utterance,
} from '../../src/threads/index.js';
import { parentsOf } from './chat.js';

const words = 40;

/** Utterances as the rules see them; what is not given is plain. */
const said = (...given: Partial<Utterance>[]): Utterance[] =>
  given.map((u, i) => ({
    n: i + 1,
    second: i * 10,
    speaker: `人${i}`,
    to: [],
    toUnknown: false,
    length: 8,
    form: 'chat',
    words: [],
    quotes: null,
    ...u,
  }));

const link = (...given: Partial<Utterance>[]) => linkByRules(said(...given), [], words);

/** Links by the weights given and by nearness, which counts for little. */
const linkBy = (weights: Partial<RuleWeights>, ...given: Partial<Utterance>[]) => {
  const none = Object.fromEntries(
    Object.keys(chineseWeights).map((key) => [key, 0]),
  ) as unknown as RuleWeights;
  return linkByRules(said(...given), [], words, { ...none, rank: 0.01, start: -1, ...weights });
};

describe('linkByRules: who is called', () => {
  it('linkByRules goes to whom a message mentions, though others spoke since', () => {
    expect(link({ speaker: '阿橙' }, {}, {}, {}, { to: ['阿橙'] }).at(-1)).toBe(0);
  });

  it('linkByRules goes to the last message of whom it mentions', () => {
    expect(link({ speaker: '阿橙' }, {}, { speaker: '阿橙' }, {}, { to: ['阿橙'] }).at(-1)).toBe(2);
  });

  it('linkByRules finds whom a message mentions when he spoke hours ago', () => {
    const hours = (h: number) => h * 3600;
    const parents = link(
      { speaker: '阿橙', second: 0 },
      { second: hours(6) },
      { second: hours(6) + 60, to: ['阿橙'] },
    );
    expect(parents.at(-1)).toBe(0);
  });

  it('linkByRules finds whom a message mentions behind many messages of others', () => {
    const others = Array.from({ length: 90 }, () => ({}));
    expect(link({ speaker: '阿橙' }, ...others, { to: ['阿橙'] }).at(-1)).toBe(0);
  });

  it('linkByRules goes to whom somebody quotes', () => {
    const parents = link({ speaker: '阿橙' }, { speaker: '半帆' }, { speaker: '小舵', quotes: '阿橙' });
    expect(parents.at(-1)).toBe(0);
  });

  it('linkByRules goes to the one who called the speaker rather than to a bystander', () => {
    const parents = link(
      { speaker: '阿橙' },
      { speaker: '半帆', to: ['小舵'] },
      { speaker: '老锚' },
      { speaker: '小舵' },
    );
    expect(parents.at(-1)).toBe(1);
  });
});

describe('linkByRules: one speaker', () => {
  it("linkByRules goes on with one person's run of messages", () => {
    expect(link({ speaker: '阿橙' }, { speaker: '阿橙' }, { speaker: '阿橙' })).toEqual([0, 0, 1]);
  });

  it("linkByRules goes on with one person's run across another's remark", () => {
    expect(link({ speaker: '阿橙' }, { speaker: '半帆' }, { speaker: '阿橙' }).at(-1)).toBe(0);
  });

  it("a person's run does not push what stands before it out of sight", () => {
    const run = Array.from({ length: 80 }, (_, i) => ({ speaker: '阿橙', second: 10 + i }));
    const shared = [1, 2, 3, 4, 5, 6];
    const parents = link({ speaker: '半帆', words: shared }, ...run, {
      speaker: '小舵',
      second: 95,
      words: shared,
    });
    expect(parents.at(-1)).toBe(0);
  });
});

describe('linkByRules: where a thread starts', () => {
  it('linkByRules starts a thread with the first message', () => {
    expect(link({})).toEqual([0]);
  });

  it('linkByRules starts a thread after a long pause', () => {
    expect(link({ second: 0 }, { second: 3 * 3600, words: [1, 2, 3, 4] })).toEqual([0, 1]);
  });

  it('linkByRules starts no thread with a reaction, long after as it may come', () => {
    expect(link({ second: 0 }, { second: 1200, form: 'reaction' })).toEqual([0, 0]);
  });

  it('linkByRules starts no thread with a message that calls somebody, though the pause is as long', () => {
    const pause = (u: Partial<Utterance>) =>
      link({ second: 0, speaker: '阿橙' }, { second: 9000, ...u }).at(-1);
    expect([pause({}), pause({ to: ['阿橙'] })]).toEqual([1, 0]);
  });

  it('linkByRules looks no further back than four hours unless somebody is called', () => {
    const at = (second: number, to: string[] = []) =>
      linkBy({ start: -9 }, { second: 0, speaker: '阿橙' }, { second, to });
    expect(at(4 * 3600)).toEqual([0, 0]);
    expect(at(4 * 3600 + 1)).toEqual([0, 1]);
    expect(at(4 * 3600 + 1, ['阿橙'])).toEqual([0, 0]);
    expect(at(14 * 3600 + 1, ['阿橙'])).toEqual([0, 1]);
  });

  it('linkByRules looks no further back than 60 turns of others', () => {
    const shared = { words: [1] };
    const parents = (turns: number) =>
      linkBy({ words: 99 }, shared, ...Array.from({ length: turns }, () => ({})), shared).at(-1);
    expect([parents(59), parents(60)]).toEqual([0, 60]);
  });

  it.each<[keyof RuleWeights, Partial<Utterance>]>([
    ['startGap', {}],
    ['startQuestion', { form: 'question' }],
    ['startShare', { form: 'share' }],
    ['startNotice', { form: 'notice' }],
    ['startWords', { words: [1, 2, 3, 4] }],
  ])('the weight %s makes a message start a thread that is %j', (weight, u) => {
    const last = (value: number) => linkBy({ [weight]: value }, {}, { second: 90, ...u }).at(-1);
    expect([last(0), last(9)]).toEqual([0, 1]);
  });

  it.each<[keyof RuleWeights, Partial<Utterance>]>([
    ['startReaction', { form: 'reaction' }],
    ['startCalled', { to: ['没说过话的人'] }],
    ['startCalled', { toUnknown: true }],
    ['startCalled', { quotes: '没说过话' }],
  ])('the weight %s keeps a message from starting a thread that is %j', (weight, u) => {
    const last = (value: number) => linkBy({ start: 5, [weight]: value }, {}, u).at(-1);
    expect([last(0), last(9)]).toEqual([1, 0]);
  });
});

describe('linkByRules: one piece of evidence', () => {
  /** The parent of the last message where nothing counts but nearness, and where the evidence counts too. */
  const plainAndWith = (weight: keyof RuleWeights, ...given: Partial<Utterance>[]) =>
    [0, 9].map((value) => linkBy({ [weight]: value }, ...given).at(-1));

  it('where nothing else counts the nearest message is the parent', () => {
    expect(linkBy({}, {}, {}, {})).toEqual([0, 0, 1]);
  });

  it.each<[keyof RuleWeights, string, Partial<Utterance>[]]>([
    ['own', "the speaker's own last message", [{ speaker: '甲' }, {}, { speaker: '甲' }]],
    ['called', 'whom it mentions', [{ speaker: '甲' }, {}, { to: ['甲'] }]],
    ['callsMe', 'who mentioned its speaker', [{ to: ['甲'] }, {}, { speaker: '甲' }]],
    ['answers', 'a question', [{ form: 'question' }, {}, {}]],
    ['words', 'a message of the same words', [{ words: [1] }, {}, { words: [1] }]],
    ['quoted', 'whom it quotes', [{ speaker: '甲' }, {}, { quotes: '甲' }]],
  ])('the weight %s draws a message to %s', (weight, _, given) => {
    expect(plainAndWith(weight, ...given)).toEqual([1, 0]);
  });

  it.each<[keyof RuleWeights, string, Partial<Utterance>[]]>([
    ['toReaction', 'a reaction', [{}, { form: 'reaction' }, {}]],
    ['toSignin', 'a sign-in', [{}, { form: 'signin' }, {}]],
    ['calledOther', 'anyone but whom it mentions', [{ speaker: '甲' }, {}, { to: ['甲'] }]],
  ])('the weight %s keeps a message from %s', (weight, _, given) => {
    expect(plainAndWith(weight, ...given)).toEqual([1, 0]);
  });

  it("linkByRules goes to a speaker's own older message less readily than to his last", () => {
    const given = [{ speaker: '甲', words: [1] }, { speaker: '甲' }, { speaker: '甲', words: [1] }];
    const last = (ownOld: number) => linkBy({ words: 9, ownOld }, ...given).at(-1);
    expect([last(0), last(9)]).toEqual([0, 1]);
  });

  it("the weight turn draws a message to the one that went on from the speaker's own", () => {
    const given = [{ speaker: '甲' }, { speaker: '乙', to: ['甲'] }, { speaker: '丙' }, { speaker: '甲' }];
    const last = (turn: number) => linkBy({ called: 1, startCalled: 9, own: -1, turn }, ...given).at(-1);
    expect([last(0), last(9)]).toEqual([2, 1]);
  });

  it('linkByRules draws less to a question that has an answer; a reaction is none', () => {
    const weights = { answers: 1, called: 9, startQuestion: 9 };
    const asked: Partial<Utterance>[] = [{ form: 'question' }, { form: 'question', speaker: '乙' }];
    const last = (form: Utterance['form']) => linkBy(weights, ...asked, { to: ['乙'], form }, {}).at(-1);
    expect([last('chat'), last('reaction')]).toEqual([0, 1]);
  });

  it('the weight reactionToLong draws a reaction to a long message, and nothing else there', () => {
    const last = (form: Utterance['form']) =>
      linkBy({ reactionToLong: 9 }, { length: 30 }, { length: 29 }, { form }).at(-1);
    expect([last('reaction'), last('chat')]).toEqual([0, 1]);
  });

  it('the weight threadWords draws a message to the thread that shares its words', () => {
    const given = [
      { words: [1] },
      { form: 'share' },
      { to: ['人0'] },
      { form: 'share' },
      { words: [1] },
    ] as const;
    const last = (threadWords: number) =>
      linkBy(
        { called: 9, startShare: 9, threadWords },
        ...given.map((u) => ({ ...u }) as Partial<Utterance>),
      ).at(-1);
    expect([last(0), last(99)]).toEqual([3, 2]);
  });

  it('linkByRules counts a word that all use for less than a rare one', () => {
    const common = Array.from({ length: 12 }, () => ({ words: [7] }));
    const parents = linkBy({ words: 99 }, ...common, { words: [8] }, { words: [7] }, { words: [7, 8] });
    expect(parents.at(-1)).toBe(12);
  });
});

describe('linkByRules: sign-ins and talks', () => {
  it('linkByRules sends a sign-in to the last call for it', () => {
    const parents = link({ form: 'notice' }, { form: 'notice' }, {}, { form: 'signin' });
    expect(parents.at(-1)).toBe(1);
  });

  it('linkByRules sends sign-ins that nobody called for to the first one', () => {
    const parents = link({ form: 'chat' }, { form: 'signin' }, {}, { form: 'signin' }, { form: 'signin' });
    expect([parents[1], parents[3], parents[4]]).toEqual([1, 1, 1]);
  });

  it("linkByRules makes a talk's passages follow one another, whatever stands between", () => {
    const talk = { speaker: '阿橙', passages: [0, 2, 5] };
    const utterances = said(
      { speaker: '阿橙' },
      {},
      { speaker: '阿橙', second: 7000 },
      { second: 7010 },
      { speaker: '阿橙', second: 7020 },
      { speaker: '阿橙', second: 7030 },
    );
    const parents = linkByRules(utterances, [talk], words);
    expect([parents[2], parents[5]]).toEqual([0, 2]);
  });

  it('linkByRules looks for the parent of the first passage as for any other', () => {
    const utterances = said(
      { second: 0 },
      { speaker: '阿橙', second: 9000 },
      { speaker: '阿橙', second: 9010 },
    );
    expect(linkByRules(utterances, [{ speaker: '阿橙', passages: [1, 2] }], words)).toEqual([0, 1, 1]);
  });
});

describe('linkByRules in a log', () => {
  it('an answer that mentions the one who asked goes to the question, past a nearer message', () => {
    const parents = parentsOf(`
      09:00:00 阿橙 灯塔的手续费现在是多少？
      09:00:20 半帆 今天中午吃火锅
      09:00:40 小舵 @阿橙 千三左右，去年谈的`);
    expect(parents[2]).toBe(1);
  });

  it('talk after hours of silence starts a thread', () => {
    const parents = parentsOf(`
      09:00 阿橙 灯塔的手续费怎么算
      09:01 半帆 千三
      12:30 小舵 明天谁去码头看船
      12:31 老锚 我去`);
    expect([parents[2], parents[3]]).toEqual([3, 3]);
  });

  it('sign-ins go to the notice that calls for them', () => {
    const parents = parentsOf(`
      19:00 群主 今晚八点跟大家分享渡口的清算，请大家签到
      19:01 阿橙 签到
      19:02 半帆 中午的火锅不错
      19:03 小舵 签到[玫瑰]`);
    expect([parents[1], parents[3]]).toEqual([1, 1]);
  });
});

describe('linkByRules of anything', () => {
  const utterance = fc.record({
    second: fc.integer({ min: 0, max: 90_000 }),
    speaker: fc.constantFrom('阿橙', '半帆', '小舵', ''),
    to: fc.subarray(['阿橙', '半帆', '没说过话的人']),
    toUnknown: fc.boolean(),
    length: fc.nat(200),
    form: fc.constantFrom<Utterance['form']>('chat', 'question', 'notice', 'signin', 'reaction', 'share'),
    words: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]),
    quotes: fc.option(fc.constantFrom('阿橙', '半')),
  });

  it.each([
    ['chineseWeights', chineseWeights],
    ['englishWeights', englishWeights],
  ])('linkByRules with %s gives each message itself or an earlier one', (_, weights) => {
    fc.assert(
      fc.property(fc.array(utterance, { maxLength: 60 }), (given) => {
        const parents = linkByRules(said(...given), [], 8, weights);
        expect(parents).toHaveLength(given.length);
        parents.forEach((parent, i) => {
          expect(Number.isInteger(parent) && parent >= 0 && parent <= i).toBe(true);
        });
      }),
      { seed: 311, numRuns: 200 },
    );
  });

  it('linkByRules does not look ahead: more messages change no link before them', () => {
    // inverse document frequencies are of the whole day, so the messages carry no words
    const plain = utterance.map((u) => ({ ...u, words: [] }));
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 40 }), fc.nat(39), (given, cut) => {
        const all = link(...given);
        expect(link(...given.slice(0, cut))).toEqual(all.slice(0, Math.min(cut, given.length)));
      }),
      { seed: 312, numRuns: 200 },
    );
  });
});

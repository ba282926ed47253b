import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/talks/conversation.js';
import { turnsOf } from '../../src/talks/conversation.js';
import { GramTable, gramsOf } from '../../src/talks/grams.js';
import { judgeTurns, readTurnModel } from '../../src/talks/judge.js';
import {
  aroundTurns,
  turnEvidence,
  turnFamilies,
  turnFamilyNames,
  turnFeatureCount,
} from '../../src/talks/turn-features.js';
import { messageKinds } from '../../src/threads/index.js';

const day = (
  lines: [speaker: string, kind: Conversation['kinds'][number], text: string, parent?: number][],
) =>
  turnsOf({
    messages: lines.map(([speaker, , text], i) => ({
      n: i + 1,
      line: i + 1,
      time: '10:00:00',
      second: 36_000 + 10 * i,
      speaker,
      text,
      attachments: [],
      duplicateOf: null,
    })) as Conversation['messages'],
    parents: lines.map(([, , , parent], i) => parent ?? i + 1),
    kinds: lines.map(([, kind]) => kind),
    mentions: lines.map(() => []),
    threads: [],
  });

/** A judge that knows nothing, but for what the test tells it. */
const file = (answer: { families?: Record<string, number[]>; grams?: Record<string, number> } = {}) => {
  const blank = Object.fromEntries(turnFamilyNames.map((name) => [name, Array(turnFamilies[name]).fill(0)]));
  return {
    format: 1,
    language: 'zh',
    recipe: {},
    data: {},
    scores: {},
    question: { families: blank, grams: {} },
    answer: { families: { ...blank, ...answer.families }, grams: answer.grams ?? {} },
  };
};
const judge = (answer?: Parameters<typeof file>[0]) => readTurnModel(JSON.stringify(file(answer)));

describe('judgeTurns(turns, model)', () => {
  const turns = day([
    ['甲', 'question', '代扣通道月底会停吗'],
    ['乙', 'answer', '据说要停', 1],
  ]);

  it('goes by the kind of a message where there is no model', () => {
    const [asked, answered] = judgeTurns(turns, null);
    expect(asked!.asks).toBeGreaterThan(0.5);
    expect(asked!.answers).toBeLessThan(0.5);
    expect(answered!.answers).toBeGreaterThan(0.5);
  });

  it('finds a message more probably an answer for the words that answers have', () => {
    const [asked, answered] = judgeTurns(turns, judge({ grams: { 据说: 2 } }));
    expect(asked!.answers).toBe(0.5);
    expect(answered!.answers).toBeCloseTo(1 / (1 + Math.exp(-2)));
  });

  it('looks at what a message goes on from', () => {
    const ofOthersQuestion = 1 + messageKinds.length + messageKinds.indexOf('question');
    const parent = Array.from({ length: turnFamilies.parent }, (_, k) => (k === ofOthersQuestion ? 3 : 0));
    const [asked, answered] = judgeTurns(turns, judge({ families: { parent } }));
    expect(answered!.answers).toBeGreaterThan(0.9);
    expect(asked!.answers).toBe(0.5);
  });

  it('says which features a file was not made for', () => {
    expect(() => judge({ families: { parent: [1] } })).toThrow(/turns-zh\.json.*parent/);
  });
});

describe('turnEvidence(turn, around)', () => {
  it('gives places within the families, each once, whatever is said', () => {
    const line = fc.tuple(
      fc.constantFrom('甲', '乙', '丙'),
      fc.constantFrom(...messageKinds),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const turns = day(lines.map(([s, k, t], i) => [s, k, t, 1 + ((i * 7) % (i + 1))]));
        const around = aroundTurns(turns);
        for (const t of turns) {
          const found = turnEvidence(t, around);
          expect(new Set(found).size).toBe(found.length);
          expect(found.every((place) => place >= 0 && place < turnFeatureCount)).toBe(true);
        }
      }),
    );
  });
});

describe('gramsOf(text)', () => {
  it('pairs neighbouring characters without spaces and digits, and marks how a message begins and ends', () => {
    expect([...gramsOf('要 停 3 吗[捂脸]')]).toEqual(expect.arrayContaining(['要停', '停吗', '^要', '吗$']));
  });
});

describe('GramTable', () => {
  it('finds in a turn what of its grams it knows, each once, whatever is said', () => {
    const text = fc.string({
      unit: fc.constantFrom('停', '吗', '3', ' ', '^', '$', '[', ']', '🙂'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (said, others) => {
        const known = [...new Set(others.flatMap((other) => [...gramsOf(other)]))];
        const found = new GramTable(known).in(said).map((g) => known[g]);
        expect(found).toEqual([...gramsOf(said)].filter((gram) => known.includes(gram)));
      }),
    );
  });
});

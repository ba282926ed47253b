import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/read/index.js';
import { Candidates, nearest } from '../../src/threads/candidates.js';
import { cueNames, cuesOf } from '../../src/threads/cues.js';
import { History } from '../../src/threads/history.js';
import { messageFeatures, pairFeatures, prepare } from '../../src/threads/index.js';
import { messageRow } from '../../src/threads/message-features.js';
import { glanceFeatures, PairDescriber } from '../../src/threads/pair-features.js';
import { Row } from '../../src/threads/row.js';
import { anyDay } from './arbitrary.js';
import { chat, follow, irc, lists } from './chat.js';

const sceneOf = (day: Day) => {
  const { people, tokens } = follow(day);
  return prepare(day, people, tokens, lists).scene();
};

const namedRow = (row: Row, names: readonly string[]) =>
  Object.fromEntries(Array.from({ length: row.count }, (_, a) => [names[row.index[a]!]!, row.value[a]!]));

/** The features between the last message of a day and message `n`; each message is taken to go on from the one before. */
function pairOf(day: Day, n: number) {
  const scene = sceneOf(day);
  const history = new History(scene);
  const last = scene.utterances.length - 1;
  for (let i = 0; i < last; i++) history.add(i, Math.max(0, i - 1));
  const found = new Candidates(scene);
  found.find(last, history);
  const describer = new PairDescriber(scene, history);
  describer.turnTo(last);
  const c = found.at.indexOf(n - 1);
  const row = new Row(pairFeatures.length);
  describer.fill(row, n - 1, found.turns[c]!, found.pause[c]!, found.own[c]!, found.far[c] === 1);
  return namedRow(row, pairFeatures);
}

describe('cuesOf', () => {
  const cues = (text: string, language: 'zh' | 'en' = 'zh') => {
    const bits = cuesOf(text, language);
    return cueNames.filter((_, k) => bits & (1 << k));
  };

  it('cuesOf hears agreement, laughter and thanks', () => {
    expect(cues('对，谢谢哈哈')).toEqual(expect.arrayContaining(['agrees', 'laughs', 'thanks']));
  });

  it('cuesOf hears who speaks to all', () => {
    expect(cues('请问各位，船几点开？')).toEqual(expect.arrayContaining(['addresses-all', 'asks']));
  });

  it('cuesOf hears the same in English', () => {
    expect(cues('buoy: yes, thanks', 'en')).toEqual(expect.arrayContaining(['agrees', 'thanks']));
    expect(cues('anyone know how to mount a disk?', 'en')).toEqual(
      expect.arrayContaining(['addresses-all', 'asks']),
    );
  });
});

describe('messageRow', () => {
  const rowOf = (day: Day, n: number) => {
    const row = new Row(messageFeatures.length);
    messageRow(row, n - 1, sceneOf(day));
    return namedRow(row, messageFeatures);
  };
  const day = chat(`
    09:00:00 阿橙 灯塔的手续费怎么算？
    09:00:30 半帆 @阿橙 千三
    09:30:00 阿橙 备付金交给谁？`);

  it('messageRow knows a question, and who speaks for the first time', () => {
    expect(rowOf(day, 1)).toMatchObject({ 'is-question': 1, 'first-of-speaker': 1, 'called-after': 1 });
  });

  it('messageRow knows a long silence, and who was called meanwhile', () => {
    expect(rowOf(day, 3)).toMatchObject({ 'gap-before-long': 1, 'called-before': 1 });
    expect(rowOf(day, 3)).not.toHaveProperty('first-of-speaker');
  });
});

describe('PairDescriber', () => {
  it('a call of the author speaks for his message, and is no call of another', () => {
    const day = chat(`
      09:00 阿橙 灯塔的手续费怎么算？
      09:01 小舵 天气不错
      09:02 半帆 @阿橙 手续费千三`);
    expect(pairOf(day, 1)).toMatchObject({ 'calls-author': 1, 'answers-question': 1 });
    expect(pairOf(day, 1).overlap).toBeGreaterThan(0);
    expect(pairOf(day, 2)).toMatchObject({ 'calls-other': 1, 'rank-1': 1 });
    expect(pairOf(day, 2)).not.toHaveProperty('calls-author');
  });

  it('the speaker of before goes on with his own message', () => {
    const day = chat(`
      09:00:00 阿橙 灯塔的手续费怎么算
      09:00:05 阿橙 有人知道吗`);
    expect(pairOf(day, 1)).toMatchObject({ same: 1, 'same-next': 1, 'same-last': 1, 'within-10s': 1 });
  });

  it('two people who take turns are seen as such', () => {
    const day = chat(`
      09:00 阿橙 灯塔的手续费怎么算？
      09:01 半帆 千三
      09:02 阿橙 谢谢`);
    expect(pairOf(day, 2)).toMatchObject({ turn: 1, 'turn-last': 1 });
  });

  it('a nick anywhere in an English message is a name', () => {
    const day = irc(
      '[08:15] <harbor> the disk is full',
      '[08:16] <buoy> lamp said so',
      '[08:17] <lamp> ask harbor again',
    );
    expect(pairOf(day, 1)).toMatchObject({ 'names-author': 1 });
    expect(pairOf(day, 2)).toMatchObject({ 'names-other': 1 });
  });

  it('a glance sees what the full description sees', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const scene = sceneOf(day);
        const history = new History(scene);
        const describer = new PairDescriber(scene, history);
        const found = new Candidates(scene);
        const row = new Row(pairFeatures.length);
        const weights = Float64Array.from(glanceFeatures, (_, k) => k + 1);
        for (let i = 0; i < scene.utterances.length; i++) {
          found.find(i, history);
          describer.turnTo(i);
          for (let c = 0; c < found.count; c++) {
            const j = found.at[c]!;
            describer.fill(row, j, found.turns[c]!, found.pause[c]!, found.own[c]!, found.far[c] === 1);
            const full = namedRow(row, pairFeatures);
            const sum = glanceFeatures.reduce((s, name, k) => s + (full[name] ?? 0) * weights[k]!, 0);
            expect(describer.glance(j, weights)).toBeCloseTo(sum, 9);
          }
          history.add(i, i % 3 ? i - 1 : i);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('Candidates', () => {
  it('candidates are earlier messages, each once, and not more than there is room for', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const scene = sceneOf(day);
        const history = new History(scene);
        const found = new Candidates(scene);
        for (let i = 0; i < scene.utterances.length; i++) {
          found.find(i, history);
          const at = [...found.at.subarray(0, found.count)];
          expect(at.every((j) => j >= 0 && j < i)).toBe(true);
          expect(new Set(at).size).toBe(at.length);
          expect(at.length).toBeLessThanOrEqual(nearest + 16);
          history.add(i, i);
        }
      }),
    );
  });
});

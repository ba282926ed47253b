import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readKeeping } from '../../src/talks/index.js';
import { chat } from '../threads/chat.js';
import { evening } from '../threads/talk.js';
import { study } from './study.js';

const shipped = readFileSync(new URL('../../models/keeping.json', import.meta.url), 'utf8');
/** A model that knows one feature, and keeps what has it. */
const only = (feature: string, rest: object = {}) =>
  readKeeping(
    JSON.stringify({
      format: 2,
      recipe: {},
      data: {},
      scores: {},
      threshold: 0.5,
      bias: -1,
      weights: { [feature]: 2 },
      day: { threshold: 0.5, bias: -1, weights: {} },
      features: [],
      base: 0,
      trees: [],
      ...rest,
    }),
  );

describe('findTalks with a model of what editors keep', () => {
  it('findTalks keeps a question with its answers, or leaves both out', () => {
    expect(study(chat(evening), only('talk-thread')).talks[0]!.qa.length).toBeGreaterThan(0);
    expect(study(chat(evening), only('notice')).talks[0]!.qa).toEqual([]);
  });

  it('findTalks keeps all passages, whatever the model holds of them', () => {
    const [talk] = study(chat(evening), only('notice')).talks;
    expect(talk!.passages).toEqual([5, 6, 7, 9, 10, 12, 13]);
    expect(talk!.discussion).toEqual([]);
  });

  it('the trees of a model are heard as much as its regression', () => {
    const trees = { features: ['notice', 'guest'], trees: [[[1, 0.5, 2], [-8], [8]]] };
    const [talk] = study(chat(evening), only('notice', trees)).talks;
    expect(talk!.qa).toHaveLength(1);
    expect(talk!.discussion).not.toContain(16);
  });

  it('findTalks takes no sign-in, notice or applause for discussion', () => {
    const all = readKeeping(shipped);
    const [talk] = study(chat(evening), { ...all, threshold: 0 }).talks;
    expect(talk!.discussion).not.toContain(1);
    expect(talk!.discussion).not.toContain(2);
    expect(talk!.discussion).not.toContain(11);
  });

  it('findTalks gives what is said before the first of two talks to the first, and no message to both', () => {
    const second = evening
      .replace(/^ +(19|20):/gm, (_, hour) => `  ${Number(hour) + 2}:`)
      .replaceAll('阿橙', '海灯');
    const { talks } = study(chat(evening + second), { ...readKeeping(shipped), threshold: 0 });
    const all = talks.flatMap((talk) => talk.discussion);
    expect(new Set(all).size).toBe(all.length);
  });

  it('the shipped model keeps an answer of the guest rather than thanks for it', () => {
    const thanked = `${evening}\n  20:17 老锚 谢谢阿橙老师，辛苦了，学习了`;
    const [talk] = study(chat(thanked), readKeeping(shipped)).talks;
    const kept = [...talk!.discussion, ...talk!.qa.flatMap((q) => [...q.question, ...q.answers])];
    expect(kept).toContain(15);
    expect(kept).not.toContain(17);
  });
});

describe('readKeeping', () => {
  it('readKeeping gives a model whose version stands for it in a digest', () => {
    const model = readKeeping(shipped);
    expect(JSON.stringify(model)).toBe(`"${model.version}"`);
  });

  it('readKeeping refuses a damaged file', () => {
    expect(() => readKeeping('{"format": 2}')).toThrow();
  });

  it('a model made for features that the program does not compute says what to do', () => {
    expect(() => study(chat(evening), only('moonlight'))).toThrow(/moonlight.*bench\/learn-keeping\.mjs/);
  });
});

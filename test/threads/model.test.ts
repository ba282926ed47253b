import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/read/index.js';
import {
  agreement,
  explainLink,
  findLinks,
  findThreads,
  type Lesson,
  learnModel,
  linkByModel,
  prepare,
  readModel,
  rulesFor,
} from '../../src/threads/index.js';
import { chineseRecipe } from '../../src/threads/learn.js';
import { anyDay } from './arbitrary.js';
import { chat, follow, lists } from './chat.js';

/** Two conversations that cross each other, and who goes on from whom. */
const crossing = chat(`
  09:00:00 阿橙 灯塔的手续费怎么算？
  09:00:20 小舵 今天的天气真不错
  09:00:40 半帆 @阿橙 千三，去年谈的手续费
  09:01:00 老锚 @小舵 这天气下午去看船
  09:01:20 阿橙 @半帆 谢谢
  09:01:30 小舵 我也去看船
  09:20:00 阿橙 请问备付金交到哪里？
  09:20:30 老锚 备付金交到央行
  09:21:00 阿橙 收到`);
const parents = [1, 2, 1, 2, 3, 4, 7, 7, 8];

const preparedOf = (day: Day) => {
  const { people, tokens } = follow(day);
  return prepare(day, people, tokens, lists);
};

function lessonOf(day: Day, links: number[]): Lesson {
  const prepared = preparedOf(day);
  return {
    scene: prepared.scene(),
    parents: links.map((parent) => [parent - 1]),
    otherwise: rulesFor(prepared, 'zh'),
  };
}

const recipe = { ...chineseRecipe, members: 1, hidden: 8, startHidden: 4, epochs: 60, decay: 0.01 };
const told = { data: { days: 1 }, scores: {} };
const learned = learnModel('zh', [lessonOf(crossing, parents)], recipe, told);

/** A day linked with the learned model. */
const linked = (day: Day) => {
  const { people, tokens } = follow(day);
  return findLinks(day, people, tokens, lists, learned.model);
};

describe('learnModel', () => {
  it('learnModel gives the same file twice, to the byte', () => {
    expect(learnModel('zh', [lessonOf(crossing, parents)], recipe, told).text).toBe(learned.text);
  });

  it('learnModel with another seed gives another model', () => {
    const other = learnModel('zh', [lessonOf(crossing, parents)], { ...recipe, seed: 7 }, told);
    expect(other.model.version).not.toBe(learned.model.version);
  });

  it('learnModel learns what it is shown', () => {
    expect(linked(crossing).parents).toEqual(parents);
  });

  it('learnModel says in its file how it was made', () => {
    const file = JSON.parse(learned.text);
    expect(file.recipe).toMatchObject({ epochs: 60, seed: 1 });
    expect(file.data).toEqual({ days: 1 });
  });
});

describe('readModel', () => {
  it('readModel gives back what was written', () => {
    const again = readModel(learned.text);
    const scene = preparedOf(crossing).scene();
    expect(again.version).toBe(learned.model.version);
    expect(linkByModel(scene, again)).toEqual(linkByModel(scene, learned.model));
    for (const p of linkByModel(scene, again).probabilities) {
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThanOrEqual(1);
    }
  });

  it('readModel refuses a model made for other features', () => {
    const file = JSON.parse(learned.text);
    delete file.pair.overlap;
    expect(() => readModel(JSON.stringify(file))).toThrow('other features (overlap)');
  });

  it('readModel refuses a row of another length', () => {
    const file = JSON.parse(learned.text);
    file.pair.overlap.pop();
    expect(() => readModel(JSON.stringify(file))).toThrow('damaged');
  });

  it("a model's version stands for it where a context is written down", () => {
    expect(JSON.stringify({ model: learned.model })).toBe(`{"model":"${learned.model.version}"}`);
  });
});

describe('findLinks with a model', () => {
  it('no message goes on from a later one, and threads are what the links join', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { people, tokens } = follow(day);
        const links = findLinks(day, people, tokens, lists, learned.model);
        expect(links.parents.every((parent, i) => parent >= 1 && parent <= i + 1)).toBe(true);
        const threads = findThreads(day.messages, tokens, links, lists);
        const rootOf = (n: number): number =>
          links.parents[n - 1] === n ? n : rootOf(links.parents[n - 1]!);
        for (const { id, messages } of threads) expect(messages.map(rootOf)).toEqual(messages.map(() => id));
        expect(threads.flatMap((t) => t.messages).sort((a, b) => a - b)).toEqual(
          day.messages.map((m) => m.n),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('findLinks is the same each time', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(linked(day).parents).toEqual(linked(day).parents);
      }),
      { numRuns: 20 },
    );
  });

  it('findLinks falls back on the rules where the model is of another language', () => {
    const { people, tokens, links } = follow(crossing);
    const english = { ...learned.model, language: 'en' as const };
    expect(findLinks(crossing, people, tokens, lists, english).parents).toEqual(links.parents);
  });

  it('a day without messages has no links', () => {
    expect(linked({ ...crossing, messages: [] }).parents).toEqual([]);
  });
});

describe('explainLink', () => {
  it('explainLink chooses what findLinks chose, with probabilities that add up to 1', () => {
    const prepared = preparedOf(crossing);
    parents.forEach((parent, i) => {
      const explained = explainLink(prepared, learned.model, i + 1)!;
      expect(explained.parent).toBe(parent);
      expect(explained.candidates.reduce((sum, c) => sum + c.probability, 0)).toBeCloseTo(1, 9);
      expect(explained.candidates.some((c) => c.n === i + 1)).toBe(true);
    });
  });

  it('explainLink names the strongest evidence first', () => {
    const { candidates } = explainLink(preparedOf(crossing), learned.model, 5)!;
    for (const { evidence } of candidates) {
      const sizes = evidence.map((e) => Math.abs(e.weight));
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }
  });

  it('explainLink knows nothing of a message that is not there', () => {
    expect(explainLink(preparedOf(crossing), learned.model, 99)).toBeNull();
  });
});

describe('agreement', () => {
  const gold = new Map([1, 2, 1, 2].map((parent, i) => [i + 1, [parent]]));
  const judged = (found: number[]) =>
    agreement([{ gold, found: new Map(found.map((parent, i) => [i + 1, parent])) }]).all;

  it('agreement of a day with itself is 100 in everything', () => {
    expect(judged([1, 2, 1, 2])).toEqual({ link: 100, start: 100, vi: 100, oneToOne: 100, exact: 100 });
  });

  it('agreement of two threads glued together loses information, a start and both threads', () => {
    const glued = judged([1, 1, 1, 2]);
    expect(glued.link).toBe(75);
    expect(glued.vi).toBe(50);
    expect(glued.oneToOne).toBe(50);
    expect(glued.exact).toBe(0);
    expect(glued.start).toBeCloseTo(66.7, 1);
  });

  it('agreement counts a message with several right parents as right by any of them', () => {
    const either = new Map([
      [1, [1]],
      [2, [2]],
      [3, [1, 2]],
    ]);
    const found = new Map([
      [1, 1],
      [2, 2],
      [3, 2],
    ]);
    expect(agreement([{ gold: either, found }]).all.link).toBeCloseTo((2 * 3 * 100) / 7, 9);
  });
});

import { describe, expect, it } from 'vitest';
import { compareWords } from '../../src/compare/index.js';
import { dayOf, type Message, ordinaryDay } from './days.js';

const [first, second] = ['2021-03-04', '2021-03-05'];
const said = (word: string, times: number, by: (i: number) => string): Message[] =>
  Array.from({ length: times }, (_, i) => [by(i), word]);
const many = (i: number) => `人${i % 17}`;
const find = (list: ReturnType<typeof compareWords>, word: string) => list.find((w) => w.word === word)!;

describe('compareWords, on days with planted differences', () => {
  const a = [...ordinaryDay(1), ...said('分账', 30, many), ...said('网关', 20, many)];
  const b = [
    ...ordinaryDay(2),
    ...said('分账', 66, many),
    ...said('刷脸', 25, (i) => (i < 22 ? '阿橙' : many(i))),
    ...said('跨境', 18, many),
  ];
  const compared = compareWords([dayOf(first, a)], [dayOf(second, b)]);

  it('a term that many say twice as often differs', () => {
    expect(find(compared, '分账')).toMatchObject({ verdict: 'differs', change: 'grown' });
    expect(find(compared, '分账').z).toBeGreaterThan(2);
  });

  it('a term of one voice is said to be of one voice', () => {
    const word = find(compared, '刷脸');
    expect(word).toMatchObject({ verdict: 'few-voices', change: 'new' });
    expect(word.sides[1].voices[0]).toEqual(['阿橙', 22]);
  });

  it('what is new and what is gone is said so', () => {
    expect(find(compared, '跨境')).toMatchObject({ verdict: 'differs', change: 'new' });
    expect(find(compared, '网关')).toMatchObject({ verdict: 'differs', change: 'gone' });
    expect(find(compared, '网关').z).toBeLessThan(0);
  });

  it('the other words of days alike are called different in fewer than one of twenty', () => {
    const others = compared.filter((w) => w.word.startsWith('词'));
    expect(others.filter((w) => w.verdict !== 'same').length / others.length).toBeLessThan(0.05);
  });

  it('where nothing changed, over many days, fewer than one word of twenty is called different', () => {
    const verdicts = Array.from({ length: 20 }, (_, i) =>
      compareWords([dayOf(first, ordinaryDay(10 + i))], [dayOf(second, ordinaryDay(50 + i))]),
    ).flatMap((list) => list.map((w) => w.verdict));
    expect(verdicts.filter((v) => v !== 'same').length / verdicts.length).toBeLessThan(0.05);
  });

  it('a day against itself has no difference at all', () => {
    const same = compareWords([dayOf(first, a)], [dayOf(first, a)]);
    expect(same.every((w) => w.verdict === 'same' && w.delta === 0)).toBe(true);
  });

  it('every figure leads to its messages', () => {
    const { sides } = find(compared, '跨境');
    expect(sides[1].at).toHaveLength(18);
    expect(sides[1].at[0]).toEqual({ group: '灯塔', date: second, n: expect.any(Number) });
    expect(sides[0].at).toEqual([]);
  });

  it('who says a word in few messages is listed and not judged', () => {
    const [rare] = compareWords(
      [dayOf(first, said('分账', 2, many))],
      [dayOf(second, said('网关', 2, many))],
    );
    expect(rare).toMatchObject({ chance: null, verdict: 'same' });
  });
});

import { describe, expect, it } from 'vitest';
import { continuedThreads } from '../../src/compare/went-on.js';
import type { ThreadDoc } from '../../src/corpus/index.js';
import { dayOf } from './days.js';

/** A day of threads, three messages each, on what is named. */
const dayWith = (group: string, date: string, ...about: string[]) => ({
  ...{ group, date, words: dayOf(date, [], group) },
  threads: about.map((title, i): ThreadDoc => {
    const id = 3 * i + 1;
    return {
      ...{ group, date, id, title, domain: 'payments', messages: [id, id + 1, id + 2], size: 3 },
      ...{ from: 0, to: 60, people: ['半帆', '阿橙'], quote: null, answers: [] },
      words: [...title].sort().map((word) => [word, 3]),
    };
  }),
  questions: { group, date, asked: [], calls: [], thanks: [], talks: [] },
  pace: { messages: 0, hours: Array.from({ length: 24 }, () => 0), people: [] },
  talks: { announced: [], held: [] },
});
const [first, second] = [
  dayWith('灯塔', '2021-03-04', '备付', '分账'),
  dayWith('灯塔', '2021-03-05', '备付', '代扣'),
];

describe('continuedThreads', () => {
  it('a thread goes on in a later one of its group that is alike', () => {
    expect(continuedThreads([first], [second])).toMatchObject([
      { from: { date: '2021-03-04', title: '备付' }, to: { date: '2021-03-05', title: '备付' } },
    ]);
  });

  it('nothing goes on in an earlier day, nor in another group', () => {
    expect(continuedThreads([second], [first])).toEqual([]);
    expect(continuedThreads([first], [dayWith('海堤', '2021-03-05', '备付', '代扣')])).toEqual([]);
  });
});

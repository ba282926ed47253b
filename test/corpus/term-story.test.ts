import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeStories, noStory, storyOf } from '../../src/corpus/index.js';
import { analyse } from '../analysis/analyse.js';
import { chat } from '../threads/chat.js';

const forms = new Set(['手续费', '费率']);
const dayOf = (script: string, date: string) => storyOf({ ...analyse(chat(script)), date }, forms);
const days = [
  dayOf('09:00 阿橙 费率多少？\n09:01 半帆 费率就是手续费占金额的比例\n12:00 小舟 清算几点', '2021-03-04'),
  dayOf('09:00 小舟 手续费涨了，清算也慢', '2021-03-05'),
  dayOf('09:00 小舟 早上好', '2021-03-06'),
];
const plain = (story: unknown) => JSON.stringify(story, (_, v) => (v instanceof Map ? [...v] : v));

describe('storyOf(analysis, forms)', () => {
  it('a day is told with all its messages, whether the term stands in it or not', () => {
    expect(days.map((d) => [...d.days.values()][0])).toEqual([
      { uses: 2, all: 3 },
      { uses: 1, all: 1 },
      { uses: 0, all: 1 },
    ]);
  });

  it('a thread has the address of its first message with the term', () => {
    expect(days[0]!.threads).toEqual([
      { address: '灯塔/2021-03-04#1', title: expect.any(String), messages: 2 },
    ]);
    expect(days[2]!.threads).toEqual([]);
  });

  it('counts who used it, and which terms stand in its threads', () => {
    expect(Object.fromEntries(days[0]!.people)).toEqual({ 半帆: 1, 阿橙: 1 });
    expect([...days[1]!.company.keys()]).toEqual(['清算']);
    expect([...days[0]!.company.keys()]).toEqual([]);
  });

  it('days add up to the same bytes in any order and any grouping', () => {
    const whole = plain(days.reduce(mergeStories, noStory));
    fc.assert(
      fc.property(fc.shuffledSubarray(days, { minLength: days.length }), fc.boolean(), (order, left) => {
        const merged = left
          ? order.reduce(mergeStories, noStory)
          : order.reduceRight((sum, day) => mergeStories(day, sum), noStory);
        expect(plain(merged)).toBe(whole);
      }),
    );
  });
});

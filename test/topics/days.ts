import type { DaySlice, ThreadDoc } from '../../src/corpus/index.js';

/** What threads of each planted topic are made of. */
export const planted = {
  对账: ['对账', '差错', '批次', '短款'],
  跨境: ['跨境', '购汇', '汇率', '结汇'],
  风控: ['风控', '黑名单', '设备指纹', '欺诈'],
};
type Planted = keyof typeof planted;

/** A day whose threads are each of one planted topic: a message for each two of its words, in turn. */
export function dayOf(date: string, about: readonly Planted[], group = '灯塔'): DaySlice {
  const places = new Map<string, number[]>();
  const threads = about.map((topic, t): ThreadDoc => {
    const numbers = [1, 2, 3, 4].map((i) => t * 4 + i);
    const words = planted[topic];
    numbers.forEach((n, i) => {
      for (const word of [words[(i + t) % 4]!, words[(i + t + 1) % 4]!])
        places.set(word, [...(places.get(word) ?? []), n]);
    });
    return {
      ...{
        group,
        date,
        id: numbers[0]!,
        title: `${topic}怎么办`,
        domain: 'payments',
        messages: numbers,
        size: 4,
      },
      ...{ from: 0, to: 60, people: ['半帆', '阿橙'] },
      words: words.map((word): [string, number] => [word, 2]).sort(),
      quote: { n: numbers[0]!, speaker: '阿橙', text: `${words.join('、')}这几样怎么办` },
      answers: [{ question: numbers[0]!, asker: '阿橙', answerer: '半帆', messages: [numbers[1]!] }],
    };
  });
  const all = threads.flatMap((t) => t.messages);
  return {
    ...{ group, date, threads },
    words: {
      ...{ group, date, speakers: ['半帆', '阿橙'] },
      messages: {
        n: all,
        speaker: all.map((n) => n % 2),
        thread: threads.flatMap((t) => t.messages.map(() => t.id)),
      },
      words: [...places]
        .map(([word, messages]) => ({
          ...{ word, form: word, class: 'concept' as const, known: true },
          ...{ count: messages.length, messages },
        }))
        .sort((a, b) => (a.word < b.word ? -1 : 1)),
    },
  };
}

const dateOf = (i: number) => new Date(Date.UTC(2024, 2, 1 + i)).toISOString().slice(0, 10);

/** Days with a thread of each planted topic. */
export const daysOf = (count: number, first = 0): DaySlice[] =>
  Array.from({ length: count }, (_, i) => dayOf(dateOf(first + i), Object.keys(planted) as Planted[]));

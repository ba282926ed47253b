import { ascending, descending, sum } from 'd3-array';
import type { DaySlice } from '../corpus/index.js';
import type { Names } from '../privacy/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { type Matrix, matrixChart, showsAllCounts } from './matrix.js';

const mostPeople = 12;
/** So many are drawn at least, however narrow the chart; six leave room for counts of three digits on a phone. */
const fewestPeople = 6;
const words = {
  zh: {
    title: '谁答谁',
    subtitle: (questions: number) =>
      `行是答的人，列是问的人，格里是问题数。全部 ${questions} 个回答，画出最多的；列的编号按行的次序，“其他”是其余的人。`,
    others: '其他',
  },
  en: {
    title: 'Who answers whom',
    subtitle: (questions: number) =>
      `Rows answer, columns ask; questions in the cells. ${questions} answers in all, the most active drawn; columns are numbered as the rows, then all others.`,
    others: 'rest',
  },
};

interface Answer {
  asker: string;
  answerer: string;
}

/** How often each of `people` answered each other, and all others together. */
function countsOf(answers: readonly Answer[], people: readonly string[]): number[][] {
  const place = new Map(people.map((name, i) => [name, i]));
  const values = people.map(() => [...people.map(() => 0), 0]);
  for (const { asker, answerer } of answers) {
    const row = place.get(answerer);
    if (row !== undefined) values[row]![place.get(asker) ?? people.length]!++;
  }
  return values;
}

/** Who answers whom (谁答谁): the most active, in the same order down and across; as many as leave room for the counts. */
export function whoAnswers(days: readonly DaySlice[], names: Names, options: ChartOptions): Chart | null {
  const answers = days.flatMap((day) => day.threads.flatMap((t) => t.answers));
  const activity = new Map<string, number>();
  for (const { answerer } of answers) activity.set(answerer, (activity.get(answerer) ?? 0) + 1);
  const active = [...activity]
    .sort(([a, x], [b, y]) => descending(x, y) || ascending(a, b))
    .map(([name]) => name);
  const say = words[options.lang];
  const matrixOf = (count: number): Matrix => {
    const people = active.slice(0, count);
    return {
      ...{ name: 'who-answers', title: say.title, values: countsOf(answers, people) },
      subtitle: say.subtitle(sum(activity.values())),
      rows: people.map((name, i) => `${i + 1} ${names.show(name)}`),
      columns: [...people.map((_, i) => String(i + 1)), say.others],
    };
  };
  let count = mostPeople;
  while (count > fewestPeople && !showsAllCounts(matrixOf(count), options)) count--;
  return matrixChart(matrixOf(count), options);
}

import { ascending, descending, sum } from 'd3-array';
import type { DaySlice } from '../corpus/index.js';
import type { Names } from '../privacy/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { matrixChart } from './matrix.js';

const mostPeople = 12;
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

/** Who answers whom (谁答谁): the most active, in the same order down and across. */
export function whoAnswers(days: readonly DaySlice[], names: Names, options: ChartOptions): Chart | null {
  const answers = days.flatMap((day) => day.threads.flatMap((t) => t.answers));
  const activity = new Map<string, number>();
  for (const { answerer } of answers) activity.set(answerer, (activity.get(answerer) ?? 0) + 1);
  const people = [...activity]
    .sort(([a, x], [b, y]) => descending(x, y) || ascending(a, b))
    .slice(0, mostPeople)
    .map(([name]) => name);
  const place = new Map(people.map((name, i) => [name, i]));
  const values = people.map(() => [...people.map(() => 0), 0]);
  for (const { asker, answerer } of answers) {
    const row = place.get(answerer);
    if (row !== undefined) values[row]![place.get(asker) ?? people.length]!++;
  }
  const say = words[options.lang];
  return matrixChart(
    {
      ...{ name: 'who-answers', title: say.title, values },
      subtitle: say.subtitle(sum(activity.values())),
      rows: people.map((name, i) => `${i + 1} ${names.show(name)}`),
      columns: [...people.map((_, i) => String(i + 1)), say.others],
    },
    options,
  );
}

import type { DaySlice } from '../corpus/index.js';
import { periodsOf, type Topics } from '../topics/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { matrixChart } from './matrix.js';
import { gapNote, shortPeriod } from './periods.js';

const mostTopics = 20;
const steps = {
  zh: { day: '天', week: '周', month: '月' },
  en: { day: 'day', week: 'week', month: 'month' },
};
const words = {
  zh: {
    title: '话题怎么变',
    subtitle: (step: 'day' | 'week' | 'month', all: number, drawn: number) =>
      `每${steps.zh[step]}各话题的消息数，颜色越深越多。${drawn < all ? `共 ${all} 个话题，画出最大的 ${drawn} 个。` : ''}`,
  },
  en: {
    title: 'How topics moved',
    subtitle: (step: 'day' | 'week' | 'month', all: number, drawn: number) =>
      `Messages of each topic a ${steps.en[step]}; the more, the darker.${drawn < all ? ` The ${drawn} largest of ${all} topics.` : ''}`,
  },
};

/** Topics over time (话题怎么变): a row a topic, a column a day, week or month, blank where the days have no log. */
export function topicsTime(
  { topics, step }: Topics,
  days: readonly DaySlice[],
  options: ChartOptions,
): Chart | null {
  const say = words[options.lang];
  const periods = periodsOf(
    days.map((d) => d.date),
    step,
  );
  const drawn = topics.filter((t) => t.messages > 0).slice(0, mostTopics);
  return matrixChart(
    {
      ...{ name: 'topics-time', title: say.title },
      subtitle: say.subtitle(step, topics.length, drawn.length) + gapNote(periods, step, options.lang),
      rows: drawn.map((t) => t.name),
      columns: periods.map((p) => shortPeriod(p.name, step)),
      values: drawn.map(({ movement }) => {
        const messages = new Map(movement.map((m) => [m.period, m.messages]));
        return periods.map(({ name, logged }) => (logged ? (messages.get(name) ?? 0) : null));
      }),
    },
    options,
  );
}

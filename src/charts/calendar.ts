import { ascending, rollup, sum } from 'd3-array';
import type { DaySlice } from '../corpus/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { matrixChart } from './matrix.js';

const words = {
  zh: {
    title: '日历',
    subtitle: (days: number, messages: number, peak: string, most: number) =>
      `每天的消息数（不算签到、通知、单发的链接），空白的日子没有记录。${days} 天共 ${messages} 条，${peak} 最多（${most} 条）。`,
  },
  en: {
    title: 'Calendar',
    subtitle: (days: number, messages: number, peak: string, most: number) =>
      `Messages a day (sign-ins, notices and bare links not counted); a day left blank has no log. ${messages} in ${days} days, most on ${peak} (${most}).`,
  },
};

/** The calendar (日历热图): a row a month, a column a day of the month. Days without a date are not in it. */
export function calendar(days: readonly DaySlice[], options: ChartOptions): Chart | null {
  const dated = days.filter((d) => /^\d{4}-\d\d-\d\d/.test(d.date));
  const counts = rollup(
    dated,
    (same) => sum(same, (d) => d.words.messages.n.length),
    (d) => d.date.slice(0, 10),
  );
  const [peak] = [...counts].sort(([a, x], [b, y]) => y - x || ascending(a, b));
  if (!peak) return null;
  const months = [...new Set([...counts.keys()].map((date) => date.slice(0, 7)))].sort();
  const dayNumbers = Array.from({ length: 31 }, (_, i) => String(i + 1).padStart(2, '0'));
  const say = words[options.lang];
  return matrixChart(
    {
      ...{ name: 'calendar', title: say.title, rows: months, counted: false },
      subtitle: say.subtitle(counts.size, sum(counts.values()), peak[0], peak[1]),
      columns: dayNumbers.map(Number).map(String),
      values: months.map((month) => dayNumbers.map((day) => counts.get(`${month}-${day}`) ?? null)),
    },
    options,
  );
}

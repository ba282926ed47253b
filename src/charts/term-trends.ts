import { ascending, descending, sum } from 'd3-array';
import type { DaySlice } from '../corpus/index.js';
import { periodOf, periodsOf, stepOf } from '../topics/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { matrixChart } from './matrix.js';
import { gapNote, shortPeriod } from './periods.js';

const mostTerms = 20;
/** A term in fewer messages moves by chance. */
const fewestMessages = 8;
/** Two periods with logs are before and after, no course. */
const fewestPeriods = 3;
const words = {
  zh: {
    title: '用词怎么变',
    subtitle: (fresh: string[]) =>
      `起伏最大的词，提到它的消息数；圆点是首次出现。${fresh.length ? `后来才有的：${fresh.join('、')}。` : ''}`,
  },
  en: {
    title: 'How terms moved',
    subtitle: (fresh: string[]) =>
      `The terms that moved most, by messages; a dot marks the first appearance.${fresh.length ? ` Came up later: ${fresh.join(', ')}.` : ''}`,
  },
};

/** A term over the steps of time. */
interface TermTrend {
  form: string;
  counts: number[];
  first: number;
}

/** How far counts are from even, beyond what chance does (chi-square), given how much was said in each step. */
function unevenness({ counts }: TermTrend, volume: readonly number[]): number {
  const [own, all] = [sum(counts), sum(volume) || 1];
  return sum(counts, (count, i) => {
    const expected = (own * volume[i]!) / all;
    return expected ? (count - expected) ** 2 / expected : 0;
  });
}

/** Terms over time with their first appearance (用词怎么变): those that moved most, blank where the days have no log. */
export function termTrends(days: readonly DaySlice[], options: ChartOptions): Chart | null {
  const dates = days.map((d) => d.date);
  const step = stepOf(dates);
  const periods = periodsOf(dates, step);
  if (periods.filter((p) => p.logged).length < fewestPeriods) return null;
  const places = new Map(periods.map((p, i) => [p.name, i]));
  const volume = periods.map(() => 0);
  const trends = new Map<string, TermTrend>();
  for (const day of days) {
    const at = places.get(periodOf(day.date, step))!;
    volume[at]! += day.words.messages.n.length;
    for (const { word, form, class: of, messages } of day.words.words) {
      if (of === null) continue;
      const trend = trends.get(word) ?? { form, counts: periods.map(() => 0), first: at };
      trend.counts[at]! += messages.length;
      trend.first = Math.min(trend.first, at);
      trends.set(word, trend);
    }
  }
  const rated = [...trends.values()]
    .filter((trend) => sum(trend.counts) >= fewestMessages)
    .map((trend) => ({ trend, worth: unevenness(trend, volume) }));
  rated.sort((a, b) => descending(a.worth, b.worth) || ascending(a.trend.form, b.trend.form));
  const drawn = rated
    .slice(0, mostTerms)
    .map((r) => r.trend)
    .sort((a, b) => a.first - b.first || descending(sum(a.counts), sum(b.counts)));
  const say = words[options.lang];
  const fresh = drawn.filter((t) => t.first > 0).map((t) => t.form);
  return matrixChart(
    {
      ...{ name: 'term-trends', title: say.title },
      subtitle: say.subtitle(fresh) + gapNote(periods, step, options.lang),
      rows: drawn.map((t) => t.form),
      columns: periods.map((p) => shortPeriod(p.name, step)),
      values: drawn.map((t) => t.counts.map((count, i) => (periods[i]!.logged ? count : null))),
      marks: drawn.flatMap((t, row) => (t.first > 0 ? [{ row, column: t.first }] : [])),
    },
    options,
  );
}

import type { DaySlice } from '../corpus/index.js';
import type { Names } from '../privacy/index.js';
import type { Topics } from '../topics/index.js';
import { calendar } from './calendar.js';
import type { Chart, ChartOptions } from './chart.js';
import { termTrends } from './term-trends.js';
import { topicTerms } from './topic-terms.js';
import { topicsMap } from './topics-map.js';
import { topicsTime } from './topics-time.js';
import { whoAnswers } from './who-answers.js';

/** The charts of a span of days, in the order in which a page shows them; those that would be empty are left out. */
export function topicCharts(
  found: Topics,
  days: readonly DaySlice[],
  names: Names,
  options: ChartOptions,
): Chart[] {
  return [
    topicsTime(found, days, options),
    topicsMap(found, options),
    topicTerms(found, options),
    calendar(days, options),
    termTrends(days, options),
    whoAnswers(days, names, options),
  ].flatMap((chart) => chart ?? []);
}

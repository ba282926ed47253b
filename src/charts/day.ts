import type { DayAnalysis } from '../analysis/index.js';
import { activity } from './activity.js';
import type { Chart, ChartOptions } from './chart.js';
import { company } from './company.js';
import { terms } from './terms.js';
import { timeline } from './timeline.js';

/**
 * The charts of a day, in the order in which a report shows them; those that would be empty are left out. Titles and
 * terms are shown as the analysis has them: for readers outside the group, hand over one that has been made fit for them.
 */
export function dayCharts(analysis: DayAnalysis, options: ChartOptions): Chart[] {
  return [timeline, activity, terms, company].flatMap((draw) => draw(analysis, options) ?? []);
}

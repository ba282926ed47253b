import { ascending } from 'd3-array';
import type { Comparison } from '../compare/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { hoursOf } from './hours.js';
import { mirrored } from './mirrored.js';
import { scatter } from './scatter.js';

const mostBars = 18;
/** Points are drawn for the words that differ most and for the others that are said most. */
const mostPoints = 220;
const fewestMessages = 3;

/**
 * The charts of a comparison; bars and scatter where there are two sides.
 * @param anchorOf where a word's passages stand on the page; null where they do not
 */
export function comparisonCharts(
  { sides, words }: Comparison,
  anchorOf: (word: string) => string | null,
  options: ChartOptions,
): Chart[] {
  const hours = hoursOf(
    sides.map(({ side, pace }) => ({ label: side.label, hours: pace.hours })),
    options,
  );
  const [pair, ...more] = words;
  if (!pair || more.length) return hours ? [hours] : [];
  const labels = [sides[0]!.side.label, sides[1]!.side.label] as const;
  const drawn = pair.words.map((word) => ({
    ...{ form: word.form, z: word.z, differs: word.verdict === 'differs', anchor: anchorOf(word.word) },
    ...{ rates: [word.sides[0].rate, word.sides[1].rate] as const },
    messages: word.sides[0].messages + word.sides[1].messages,
  }));
  const differing = drawn.filter((word) => word.differs);
  const others = drawn
    .filter((word) => !word.differs && word.messages >= fewestMessages)
    .sort((a, b) => b.messages - a.messages || ascending(a.form, b.form));
  const bars = differing.slice(0, mostBars).sort((a, b) => a.z - b.z || ascending(a.form, b.form));
  const points = [...differing, ...others].slice(0, mostPoints);
  return [mirrored(bars, labels, options), scatter(points, labels, options), hours].filter(
    (chart) => chart !== null,
  );
}

import { greatest, rollup, sum } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import { type Domain, domains } from '../threads/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { clock, hoursAround, timeChannel } from './clock.js';
import { domainColor, domainName } from './domains.js';
import { countedMessages } from './messages.js';
import { fontSizes, frame, innerWidth, paletteOf } from './theme.js';

/** So many messages of a domain in a stretch of time, standing on those of the domains before it. */
interface Segment {
  from: number;
  to: number;
  bottom: number;
  top: number;
  domain: Domain;
}

const binMinutes = 30;
const span = binMinutes * 60;
const height = 190;
/** Room over the highest bar for its number, as a factor. */
const headroom = 1.15;

const words = {
  zh: {
    title: '全天消息量',
    subtitle: (total: number, peak: string, count: number) =>
      `每 ${binMinutes} 分钟的消息数。全天 ${total} 条，${peak} 最多（${count} 条）。`,
  },
  en: {
    title: 'Messages through the day',
    subtitle: (total: number, peak: string, count: number) =>
      `Messages in ${binMinutes} minutes. ${total} in all, most at ${peak} (${count}).`,
  },
};

/** Half hours with what was said in them, a domain on top of the other. */
function segmentsOf(analysis: DayAnalysis): Segment[] {
  const domainOf = new Map(analysis.threads.flatMap((t) => t.messages.map((n) => [n, t.domain])));
  const counts = rollup(
    countedMessages(analysis).values(),
    (v) => v.length,
    (m) => Math.floor(m.second / span) * span,
    (m) => domainOf.get(m.n) ?? 'social',
  );
  return [...counts].flatMap(([from, byDomain]) => {
    let top = 0;
    return domains.flatMap((domain) => {
      const bottom = top;
      top += byDomain.get(domain) ?? 0;
      return top > bottom ? [{ from, to: from + span, bottom, top, domain }] : [];
    });
  });
}

function layersOf(segments: Segment[], peak: Segment, options: ChartOptions) {
  const { background, ink } = paletteOf(options.theme);
  const hours = hoursAround(segments.flatMap(({ from, to }) => [from, to]));
  const bars = segments.map((bar) => ({ ...bar, domain: domainName(bar.domain, options) }));
  const yAxis = { orient: 'right' as const, tickCount: 4, tickMinStep: 1, format: 'd' };
  const color = domainColor(
    segments.map((bar) => bar.domain),
    options,
  );
  return [
    {
      data: { values: bars },
      mark: { type: 'rect' as const, stroke: background, strokeWidth: 0.5 },
      encoding: {
        x: { field: 'from', ...timeChannel(hours, innerWidth(options.width), 'bottom') },
        x2: { field: 'to' },
        y: {
          field: 'bottom',
          type: 'quantitative' as const,
          scale: { domain: [0, peak.top * headroom], nice: false },
          axis: yAxis,
        },
        y2: { field: 'top' },
        color,
      },
    },
    {
      data: { values: [{ at: (peak.from + peak.to) / 2, top: peak.top }] },
      mark: {
        type: 'text' as const,
        dy: -8,
        fontSize: fontSizes.small,
        fontWeight: 600 as const,
        color: ink,
      },
      encoding: {
        x: { field: 'at', type: 'quantitative' as const },
        y: { field: 'top', type: 'quantitative' as const },
        text: { field: 'top' },
      },
    },
  ];
}

/** Messages through the day (全天消息量), by what they are about. Second copies are not counted. */
export function activity(analysis: DayAnalysis, options: ChartOptions): Chart | null {
  const { lang } = options;
  const segments = segmentsOf(analysis);
  const peak = greatest(segments, (bar) => bar.top);
  if (!peak) return null;

  const say = words[lang];
  const total = sum(segments, (bar) => bar.top - bar.bottom);
  const subtitle = say.subtitle(total, `${clock(peak.from)}–${clock(peak.to)}`, peak.top);
  return {
    name: 'activity',
    title: say.title,
    summary: subtitle,
    spec: {
      ...frame(say.title, subtitle, options),
      height,
      layer: layersOf(segments, peak, options),
    },
  };
}

import { max } from 'd3-array';
import type { Topics } from '../topics/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { fitLine } from './label.js';
import { textWidth } from './measure.js';
import { placedBy } from './place.js';
import { fontSizes, frame, innerWidth } from './theme.js';
import { topicColour } from './topic-colours.js';

const words = {
  zh: { title: '话题地图', subtitle: '用词相近的话题挨在一起，圆点越大消息越多。' },
  en: {
    title: 'Map of topics',
    subtitle: 'Topics with like words lie together; the larger the dot, the more messages.',
  },
};

const mostTopics = 30;
const lineHeight = 19;
const margin = 16;
const widestName = 150;
/** Areas of dots, in square pixels. */
const dots = { least: 30, most: 520 };
/** Sweeps in which names that touch are pushed apart. */
const sweeps = 200;

/** A name on the map: the middle of its left end, and how wide it is. */
interface Spot {
  x: number;
  y: number;
  width: number;
}

/** Pushes names apart, up and down only, until none covers another; those that began higher stay higher. */
function pushApart(spots: Spot[], height: number): void {
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let moved = false;
    for (const [i, a] of spots.entries())
      for (const b of spots.slice(i + 1)) {
        const overlap = lineHeight - Math.abs(a.y - b.y);
        const beside = a.x + a.width < b.x - margin || b.x + b.width < a.x - margin;
        if (overlap <= 0 || beside) continue;
        const up = a.y <= b.y ? a : b;
        const down = up === a ? b : a;
        up.y = Math.max(lineHeight / 2, up.y - overlap / 2);
        down.y = Math.min(height - lineHeight / 2, down.y + overlap / 2 + 0.1);
        moved = true;
      }
    if (!moved) return;
  }
}

/** Topics on a plane (话题地图). */
export function topicsMap({ topics }: Topics, options: ChartOptions): Chart | null {
  const drawn = topics.filter((t) => t.messages > 0).slice(0, mostTopics);
  if (drawn.length < 3) return null;
  const room = innerWidth(options.width);
  const height = Math.max(260, Math.ceil((drawn.length * lineHeight * 520) / room));
  const peak = max(drawn, (t) => t.messages)!;
  const spots = drawn.map((t) => {
    const name = fitLine(t.name, widestName, fontSizes.small);
    const width = textWidth(name, fontSizes.small) + margin;
    const x = margin + ((t.place.x + 1) / 2) * Math.max(0, room - width - 2 * margin);
    const y = lineHeight + ((1 - t.place.y) / 2) * (height - 2 * lineHeight);
    const size = dots.least + ((dots.most - dots.least) * t.messages) / peak;
    return { x, y, width, name, size, colour: topicColour(t.colour) };
  });
  pushApart(spots, height);
  const say = words[options.lang];
  const at = { x: placedBy('x', [0, room]), y: placedBy('y', [height, 0]) };
  const given = (field: string) => ({ field, type: 'nominal' as const, scale: null, legend: null });
  return {
    ...{ name: 'topics-map', title: say.title, summary: say.subtitle },
    spec: {
      ...frame(say.title, say.subtitle, options),
      height,
      data: { values: spots },
      layer: [
        {
          mark: { type: 'circle' as const, opacity: 0.85 },
          encoding: {
            ...at,
            color: given('colour'),
            size: { field: 'size', type: 'quantitative' as const, scale: null, legend: null },
          },
        },
        {
          mark: { type: 'text' as const, align: 'left' as const, dx: 13, fontSize: fontSizes.small },
          encoding: { ...at, text: { field: 'name' } },
        },
      ],
    },
  };
}

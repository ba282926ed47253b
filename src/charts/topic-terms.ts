import { max } from 'd3-array';
import type { Topics } from '../topics/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { fitLine } from './label.js';
import { textWidth } from './measure.js';
import { placedBy } from './place.js';
import { fontSizes, frame, innerWidth, paletteOf } from './theme.js';

const words = {
  zh: { title: '话题的用词', subtitle: '各话题最有代表性的词，底色越深越只属于它。' },
  en: {
    title: 'Terms by topic',
    subtitle: 'The most telling terms of each topic; the darker, the more they tell.',
  },
};

const mostTopics = 16;
const rowHeight = 27;
const gap = 8;
const air = 6;

/** As many terms of a topic as stand beside each other in a row. */
function chipsOf(terms: Topics['topics'][number]['terms'], start: number, end: number) {
  let left = start;
  return terms.flatMap(({ form, weight }) => {
    const width = textWidth(form, fontSizes.small) + 2 * air;
    if (left + width > end) return [];
    const chip = { left, right: left + width, x: left + width / 2, term: form, weight };
    left += width + 4;
    return chip;
  });
}

/** Terms by topic (话题的用词): a row a topic, its terms beside it. */
export function topicTerms({ topics }: Topics, options: ChartOptions): Chart | null {
  const drawn = topics.filter((t) => t.messages > 0 && t.terms.length > 0).slice(0, mostTopics);
  if (!drawn.length) return null;
  const room = innerWidth(options.width);
  const names = drawn.map((t) => fitLine(t.name, room * 0.3, fontSizes.label));
  const start = Math.ceil(max(names, (name) => textWidth(name, fontSizes.label))!) + gap;
  const { ramp } = paletteOf(options.theme);
  const chips = drawn.flatMap((t, row) => {
    const peak = max(t.terms, (term) => term.weight) || 1;
    return chipsOf(t.terms, start, room).map((chip) => ({
      ...chip,
      ...{ top: row * rowHeight + 2, bottom: (row + 1) * rowHeight - 2, y: (row + 0.5) * rowHeight },
      ...ramp[Math.max(0, Math.ceil((chip.weight / peak) * ramp.length) - 1)]!,
    }));
  });
  const height = drawn.length * rowHeight;
  const across: [number, number] = [0, room];
  const down: [number, number] = [height, 0];
  const middle = { x: placedBy('x', across), y: placedBy('y', down) };
  const given = (field: string) => ({ field, type: 'nominal' as const, scale: null, legend: null });
  const say = words[options.lang];
  return {
    ...{ name: 'topic-terms', title: say.title, summary: say.subtitle },
    spec: {
      ...frame(say.title, say.subtitle, options),
      height,
      layer: [
        {
          data: { values: chips },
          mark: { type: 'rect' as const, cornerRadius: 3 },
          encoding: {
            x: placedBy('left', across),
            x2: { field: 'right' },
            y: placedBy('top', down),
            y2: { field: 'bottom' },
            color: given('fill'),
          },
        },
        {
          data: { values: chips },
          mark: { type: 'text' as const, fontSize: fontSizes.small },
          encoding: { ...middle, text: { field: 'term' }, color: given('ink') },
        },
        {
          data: { values: names.map((name, i) => ({ x: start - gap, y: (i + 0.5) * rowHeight, name })) },
          mark: { type: 'text' as const, align: 'right' as const },
          encoding: { ...middle, text: { field: 'name' } },
        },
      ],
    },
  };
}

import { max } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import type { Chart, ChartOptions } from './chart.js';
import { fitLine } from './label.js';
import { textWidth } from './measure.js';
import { placedBy } from './place.js';
import { fontSizes, frame, innerWidth, paletteOf } from './theme.js';
import { mostUsed, type UsedTerm } from './used-terms.js';

export interface TermsOptions extends ChartOptions {
  /** Terms drawn at most. */
  most?: number;
}

const rowHeight = 25;
/** The most that the names may take of the width. */
const widestNames = 0.4;
/** Air between a name, its bar and its count, in pixels. */
const gap = 8;
const inSummary = 5;

const words = {
  zh: {
    title: '当天词汇',
    known: '词表已有',
    discovered: '新发现',
    mark: ' 新',
    subtitle: (drawn: number, all: number, fresh: number) =>
      `提到各词的消息数。当天 ${all} 个词${fresh ? `，其中 ${fresh} 个新发现` : '，词表都有'}${drawn < all ? `；画出最常用的 ${drawn} 个` : ''}。`,
    summary: (list: string[]) => `当天最常用的词（提到的消息数）：${list.join('、')}。`,
  },
  en: {
    title: "The day's terms",
    known: 'In the glossary',
    discovered: 'Discovered',
    mark: ' new',
    subtitle: (drawn: number, all: number, fresh: number) =>
      `Messages with the term. ${all} terms, ${fresh || 'none'} of them new${drawn < all ? `; the ${drawn} most used are drawn` : ''}.`,
    summary: (list: string[]) => `The most used terms of the day, by messages: ${list.join(', ')}.`,
  },
};

function rowOf(term: UsedTerm, row: number, { lang, width }: ChartOptions) {
  const say = words[lang];
  const count = term.messages.length;
  return {
    row,
    count,
    name: fitLine(term.term, innerWidth(width) * widestNames, fontSizes.label),
    label: term.known ? String(count) : count + say.mark,
    status: term.known ? say.known : say.discovered,
  };
}

type TermRow = ReturnType<typeof rowOf>;

/** Colour by whether the glossary has the term; where all are of one kind, a legend would say nothing. */
function statusColor(rows: TermRow[], { lang, theme }: ChartOptions) {
  const { known, discovered } = paletteOf(theme);
  const say = words[lang];
  return {
    field: 'status',
    type: 'nominal' as const,
    scale: { domain: [say.known, say.discovered], range: [known, discovered] },
    ...(new Set(rows.map((row) => row.status)).size === 1 && { legend: null }),
  };
}

function layersOf(rows: TermRow[], options: ChartOptions) {
  const start = Math.ceil(max(rows, (row) => textWidth(row.name, fontSizes.label))!) + gap;
  const end =
    innerWidth(options.width) - gap - Math.ceil(max(rows, (row) => textWidth(row.label, fontSizes.small))!);
  const x = placedBy('count', [0, max(rows, (row) => row.count)!], [start, end]);
  const y = {
    field: 'row',
    type: 'ordinal' as const,
    axis: null,
    scale: { paddingInner: 0.32, paddingOuter: 0.1 },
  };
  const count = { align: 'left' as const, dx: 6, fontSize: fontSizes.small };
  return [
    {
      mark: { type: 'bar' as const },
      encoding: { x, y, color: statusColor(rows, options) },
    },
    {
      mark: { type: 'text' as const, align: 'right' as const },
      encoding: { x: { value: start - gap }, y, text: { field: 'name' } },
    },
    {
      mark: { type: 'text' as const, ...count, color: paletteOf(options.theme).muted },
      encoding: { x, y, text: { field: 'label' } },
    },
  ];
}

/** The day's terms (当天词汇) by how many messages use them; those that the glossary lacks stand out. */
export function terms(analysis: DayAnalysis, options: TermsOptions): Chart | null {
  const { lang, most = 16 } = options;
  const all = mostUsed(analysis);
  const rows = all.slice(0, most).map((term, i) => rowOf(term, i, options));
  if (!rows.length) return null;

  const say = words[lang];
  const fresh = all.filter((term) => !term.known).length;
  return {
    name: 'terms',
    title: say.title,
    summary: say.summary(rows.slice(0, inSummary).map((row) => `${row.name} ${row.count}`)),
    spec: {
      ...frame(say.title, say.subtitle(rows.length, all.length, fresh), options),
      height: rows.length * rowHeight,
      data: { values: rows },
      layer: layersOf(rows, options),
    },
  };
}

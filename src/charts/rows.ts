import { extent, rollup, sort } from 'd3-array';
import type { AnalysedMessage, DayAnalysis } from '../analysis/index.js';
import type { Domain } from '../threads/index.js';
import { countedMessages, pick } from './messages.js';

/** A thread as a row of the timeline. Times are seconds since midnight. */
export interface Row {
  title: string;
  domain: Domain;
  messages: AnalysedMessage[];
  from: number;
  to: number;
}

/** So many messages in a stretch of time. */
export interface Bar {
  from: number;
  to: number;
  count: number;
}

/** Minutes a bar may stand for, and how wide it is at least, in pixels. */
const spans = [5, 10, 15, 20, 30, 60];
const narrowestBar = 2.5;

/** The day's threads, the largest first. */
export function rowsOf(analysis: DayAnalysis): Row[] {
  const counted = countedMessages(analysis);
  const rows = analysis.threads.flatMap(({ title, domain, messages: numbers }) => {
    const messages = pick(numbers, counted);
    const [from, to] = extent(messages, (m) => m.second);
    return from === undefined ? [] : [{ title, domain, messages, from, to }];
  });
  return sort(rows, (row) => -row.messages.length);
}

/** Minutes that a bar stands for, so that it is neither a hair nor a block on an axis `width` pixels wide. */
export function barMinutes([from, to]: [number, number], width: number): number {
  const minutesPerPixel = (to - from) / 60 / width;
  return spans.find((minutes) => minutes / minutesPerPixel >= narrowestBar) ?? spans.at(-1)!;
}

/** Where a row's messages stand in time, so many in so many minutes. */
export function barsOf(row: Row, minutes: number): Bar[] {
  const span = minutes * 60;
  const counts = rollup(
    row.messages,
    (v) => v.length,
    (m) => Math.floor(m.second / span) * span,
  );
  return [...counts].map(([from, count]) => ({ from, to: from + span, count }));
}

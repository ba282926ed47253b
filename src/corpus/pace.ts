import { ascending } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import { countedMessages } from './content-words.js';

/** How much a day said, when, and who did (一天的节奏). */
export interface DayPace {
  /** All of the log, those of the system, too; second copies left out. */
  messages: number;
  /** Messages that count in each hour of the clock, as words are counted in them. */
  hours: number[];
  /** Who spoke in those and how many messages, sorted by name. */
  people: [speaker: string, messages: number][];
}

/** How much was said on a day, by whom and at what hour: see {@link countedMessages}. */
export function paceOf(analysis: DayAnalysis): DayPace {
  const hours = Array.from({ length: 24 }, () => 0);
  const people = new Map<string, number>();
  for (const { speaker, time } of countedMessages(analysis)) {
    people.set(speaker, (people.get(speaker) ?? 0) + 1);
    const hour = Number(time.slice(0, 2));
    if (hour in hours) hours[hour]!++;
  }
  return {
    messages: analysis.messages.filter((m) => m.duplicateOf === null).length,
    hours,
    people: [...people].sort(([a], [b]) => ascending(a, b)),
  };
}

import { ascending } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';

/** How much a day said, when, and who did (一天的节奏). Second copies left out. */
export interface DayPace {
  /** Those of the system, too. */
  messages: number;
  /** Messages that somebody wrote in each hour of the clock. */
  hours: number[];
  /** Who spoke and how many messages, sorted by name. */
  people: [speaker: string, messages: number][];
}

/**
 * How much was said on a day, by whom and at what hour; second copies and the server's own lines are left out.
 */
export function paceOf({ messages }: DayAnalysis): DayPace {
  const originals = messages.filter((m) => m.duplicateOf === null);
  const hours = Array.from({ length: 24 }, () => 0);
  const people = new Map<string, number>();
  for (const { speaker, time } of originals) {
    if (speaker === '') continue;
    people.set(speaker, (people.get(speaker) ?? 0) + 1);
    const hour = Number(time.slice(0, 2));
    if (hour in hours) hours[hour]!++;
  }
  return {
    messages: originals.length,
    hours,
    people: [...people].sort(([a], [b]) => ascending(a, b)),
  };
}

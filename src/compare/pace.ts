import { ascending, sum } from 'd3-array';
import type { ComparedDay } from './day.js';

/** How much was said on a side, by whom and when (人和节奏). */
export interface Pace {
  days: number;
  messages: number;
  people: number;
  threads: number;
  questions: number;
  /** Questions that were answered on their day. */
  answered: number;
  /** Messages of a day in each hour of the clock: 24 means over the days. */
  hours: number[];
  /** Who spoke most: messages, most first, of equals by name. */
  most: [speaker: string, messages: number][];
}

const mostPeople = 8;

/** How lively a side is: its days, messages, people and questions. */
export function paceOf(days: readonly ComparedDay[]): Pace {
  const people = new Map<string, number>();
  for (const day of days)
    for (const [name, count] of day.pace.people) people.set(name, (people.get(name) ?? 0) + count);
  // days of several groups on one date are one day
  const dates = new Set(days.map((day) => day.date.slice(0, 10))).size;
  const asked = days.flatMap((day) => day.questions.asked);
  return {
    days: dates,
    messages: sum(people.values()),
    people: people.size,
    threads: sum(days, (day) => day.threads.length),
    questions: asked.length,
    answered: asked.filter((q) => q.answers.length > 0).length,
    hours: Array.from({ length: 24 }, (_, hour) =>
      dates ? sum(days, (day) => day.pace.hours[hour]!) / dates : 0,
    ),
    most: [...people].sort(([a, x], [b, y]) => y - x || ascending(a, b)).slice(0, mostPeople),
  };
}

/** Who speaks on one side only, and how many on both. Names sorted by messages, most first. */
export function comingsAndGoings(
  a: readonly ComparedDay[],
  b: readonly ComparedDay[],
): { gone: string[]; came: string[]; both: number } {
  const count = (days: readonly ComparedDay[]) => {
    const people = new Map<string, number>();
    for (const day of days)
      for (const [name, n] of day.pace.people) people.set(name, (people.get(name) ?? 0) + n);
    return people;
  };
  const [first, second] = [count(a), count(b)];
  const only = (own: Map<string, number>, other: Map<string, number>) =>
    [...own]
      .filter(([name]) => !other.has(name))
      .sort(([p, x], [q, y]) => y - x || ascending(p, q))
      .map(([name]) => name);
  return {
    gone: only(first, second),
    came: only(second, first),
    both: [...first.keys()].filter((name) => second.has(name)).length,
  };
}

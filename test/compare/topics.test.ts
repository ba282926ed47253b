import { describe, expect, it } from 'vitest';
import { type ComparedDay, compare, readSide } from '../../src/compare/index.js';
import type { DaySlice } from '../../src/corpus/index.js';
import { findTopics, keptTopics } from '../../src/topics/index.js';
import { daysOf } from '../topics/days.js';

/** A day of topics as a comparison reads it: nothing but words and threads. */
const compared = ({ group, date, words, threads }: DaySlice): ComparedDay => ({
  ...{ group, date, words, threads },
  questions: { group, date, asked: [], calls: [], thanks: [], talks: [] },
  pace: { messages: 0, hours: Array.from({ length: 24 }, () => 0), people: [] },
  talks: { announced: [], held: [] },
});
const days = daysOf(12);
const [first, last] = [days[0]!, days.at(-1)!];
const sides = [readSide(first.date), readSide(last.date)];
const { found, series } = findTopics(days, null, [], { and: '与', count: 3 });

describe('compare', () => {
  it('topics of the workspace are paired under their names and colours', () => {
    const kept = keptTopics([first, last], series, [], '与');
    const { topics } = compare(sides, [first, last].map(compared), kept);
    const named = topics.filter((t) => t.topic !== null);
    expect(named.length).toBeGreaterThan(0);
    for (const { name, topic } of named)
      expect(found.topics).toContainEqual(expect.objectContaining({ name, ...topic }));
    expect(new Set(named.map((t) => t.topic!.id)).size).toBe(named.length);
    expect(named.some((t) => t.sides.every((side) => side.threads.length > 0))).toBe(true);
  });

  it('a renamed topic has its new name, and every longer thread stands in one row a side', () => {
    const [{ id }] = found.topics as [(typeof found.topics)[number]];
    const kept = keptTopics([first, last], series, [{ topic: id, name: '灯油' }], '与');
    const { topics } = compare(sides, [first, last].map(compared), kept);
    const row = topics.find((t) => t.topic?.id === id);
    expect(row?.name).toBe('灯油');
    for (const [i, day] of [first, last].entries()) {
      const listed = topics.flatMap((t) => t.sides[i]!.threads.map((thread) => thread.id)).sort();
      const long = day.threads.filter((t) => t.messages.length >= 3).map((t) => t.id);
      expect(listed).toEqual([...long].sort());
    }
  });

  it('without topics of the workspace threads are clustered by their words', () => {
    const { topics } = compare(sides, [first, last].map(compared));
    expect(topics.length).toBeGreaterThan(0);
    expect(topics.every((t) => t.topic === null)).toBe(true);
  });
});

import type { TermRecord, TermUses } from '../../src/corpus/index.js';

/** A term used in so many messages a day, each day by so many people. */
export const used = (term: string, days: Record<string, number>, people = 3): [string, TermRecord] => {
  const messages = Object.values(days).reduce((a, b) => a + b, 0);
  return [
    term,
    {
      forms: new Map([[term, 1]]),
      classes: new Map([['concept', 1]]),
      messages,
      threads: 1,
      tradeThreads: 1,
      days: new Map(Object.entries(days).map(([date, count]) => [`灯塔/${date}`, count])),
      people: new Map(Array.from({ length: people }, (_, i) => [`群友${i}`, 1])),
      company: new Map(),
      explained: [],
      examples: [],
    },
  ];
};

export const usesOf = (...records: [string, TermRecord][]): TermUses => new Map(records);

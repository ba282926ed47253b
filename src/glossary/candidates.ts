import type { TermRecord, TermUses } from '../corpus/index.js';
import { type Entry, fold, formsOf, type TermClass } from '../text/index.js';

/** What a decision was taken on, and what a new one would be. */
export interface Evidence {
  messages: number;
  days: number;
  people: number;
}

/** A term that no entry lists (候选词), with what speaks for it. */
export interface Candidate extends Evidence {
  term: string;
  /** Its other forms, the most frequent first. */
  aliases: string[];
  class: TermClass;
  threads: number;
  firstDay: string;
  lastDay: string;
  /** Share of its messages that its most frequent speaker wrote, 0 to 1. */
  oneVoice: number;
  /** Glossary terms that stand in the same threads, the most frequent first. */
  company: string[];
  /** Messages that explain it. */
  explained: string[];
  examples: TermRecord['examples'];
  score: number;
}

/** A rejected word is asked about again where it is used in so many times more messages, by so many times more people. */
const farStronger = { messages: 4, people: 2, least: 5 };
/** What an explanation in the group is worth: a term that one guest explains is news. */
const explainedWeighs = 1.5;
/** What one voice takes off: a word that one person repeats is a habit. */
const oneVoiceCosts = 0.7;
const mostCompany = 5;

const byCount = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([key]) => key);

/**
 * How much is gained by an entry, from 0 upward: logarithms of messages, days and people, more where the group explains
 * it, less where one voice says it all.
 */
function scoreOf(e: Evidence & { explained: number; oneVoice: number }): number {
  const use = Math.log1p(e.messages) * Math.log1p(e.days) * Math.log1p(e.people);
  const voice = e.explained ? 1 : 1 - oneVoiceCosts * e.oneVoice;
  return Math.round(100 * use * voice * (e.explained ? explainedWeighs : 1)) / 100;
}

/** The use of a term as evidence. */
export const evidenceOf = (record: TermRecord): Evidence => ({
  messages: record.messages,
  days: record.days.size,
  people: record.people.size,
});

function candidateOf(record: TermRecord): Candidate {
  const [term, ...aliases] = byCount(record.forms);
  const days = [...record.days.keys()].sort((a, b) => (dateIn(a) < dateIn(b) ? -1 : 1));
  const evidence = evidenceOf(record);
  const oneVoice = Math.max(0, ...record.people.values()) / Math.max(1, record.messages);
  return {
    ...evidence,
    term: term!,
    aliases,
    class: byCount(record.classes)[0] as TermClass,
    threads: record.threads,
    firstDay: days[0]!,
    lastDay: days.at(-1)!,
    oneVoice: Math.round(100 * oneVoice) / 100,
    company: byCount(record.company).slice(0, mostCompany),
    explained: [...record.explained],
    examples: record.examples,
    score: scoreOf({ ...evidence, explained: record.explained.length, oneVoice }),
  };
}

const dateIn = (day: string) => day.slice(day.lastIndexOf('/') + 1) + day;

/** The evidence on which an entry was last rejected; null where it was not said. */
function rejectedOn(entry: Entry): Evidence | null {
  return entry.history?.findLast((d) => d.did === 'reject')?.seen ?? null;
}

/** Whether new evidence is far stronger than that on which a word was rejected. */
function isFarStronger(now: Evidence, then: Evidence | null): boolean {
  if (then === null) return false;
  return (
    now.messages >= Math.max(farStronger.least, farStronger.messages * then.messages) &&
    now.people >= farStronger.people * Math.max(1, then.people)
  );
}

/**
 * Terms in use that no entry lists, the most useful first. What was rejected is not asked again, unless the evidence
 * has become far stronger; what was put off (`candidate`) is.
 */
export function findCandidates(uses: TermUses, entries: readonly Entry[]): Candidate[] {
  const decided = new Map<string, Entry>();
  for (const entry of entries)
    if (entry.status !== 'candidate') for (const form of formsOf(entry)) decided.set(form, entry);
  const isOpen = (candidate: Candidate) => {
    const entry = [candidate.term, ...candidate.aliases].map((f) => decided.get(fold(f))).find(Boolean);
    return !entry || (entry.status === 'rejected' && isFarStronger(candidate, rejectedOn(entry)));
  };
  return [...uses.values()]
    .map(candidateOf)
    .filter(isOpen)
    .sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
}

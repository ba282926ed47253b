import { ascending } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import { fold, type TermClass } from '../text/index.js';
import { addCounts, sorted } from './counts.js';

/** A message in which a term stands, to be shown as an example. */
export interface TermExample {
  /** `group/date#n`. */
  address: string;
  text: string;
  /** How much it tells: the best of other days stand before the second best of a day. */
  weight: number;
}

/**
 * How a term is used over days (用词账). Counts, sorted lists and the first few of a sorted list only, so that records
 * add up in any order.
 */
export interface TermRecord {
  /** Surface forms with the days that have them; the first in order of days, then of names, names the term. */
  forms: ReadonlyMap<string, number>;
  /** How many days took it for which class. */
  classes: ReadonlyMap<TermClass, number>;
  messages: number;
  threads: number;
  /** Those of the threads in which the trade is talked about (domain `payments`). */
  tradeThreads: number;
  /** Days with its uses: `group/date` → messages. */
  days: ReadonlyMap<string, number>;
  /** Who used it, as the logs name them → messages. */
  people: ReadonlyMap<string, number>;
  /** Terms of the glossary that stand in the same threads → threads. */
  company: ReadonlyMap<string, number>;
  /** Addresses of the first messages of its explanations, sorted. */
  explained: readonly string[];
  /** The uses that tell most, at most {@link mostExamples}; of equals the first by address. */
  examples: readonly TermExample[];
}

/** Terms over days, by their folded canonical form, sorted. */
export type TermUses = ReadonlyMap<string, TermRecord>;

/** The uses of no days. */
export const noTermUses: TermUses = new Map();

export const mostExamples = 3;

/** Keys by their counts, the most frequent first. */
export const byCount = <K extends string>(counts: ReadonlyMap<K, number>): K[] =>
  [...counts].sort(([a, x], [b, y]) => y - x || ascending(a, b)).map(([key]) => key);

/** Two records of one term as one. Days are told apart by their address: the same day is not to be added twice. */
export function plusRecord(a: TermRecord, b: TermRecord): TermRecord {
  const examples = [...a.examples, ...b.examples].sort(byWeight);
  return {
    forms: addCounts(a.forms, b.forms),
    classes: addCounts(a.classes, b.classes),
    messages: a.messages + b.messages,
    threads: a.threads + b.threads,
    tradeThreads: a.tradeThreads + b.tradeThreads,
    days: addCounts(a.days, b.days),
    people: addCounts(a.people, b.people),
    company: addCounts(a.company, b.company),
    explained: [...a.explained, ...b.explained].sort(),
    examples: examples.slice(0, mostExamples),
  };
}

/** The uses of two sets of days as one: associative, commutative, with {@link noTermUses} as zero. */
export function mergeTermUses(a: TermUses, b: TermUses): TermUses {
  const all = new Map(a);
  for (const [key, record] of b) {
    const before = all.get(key);
    all.set(key, before ? plusRecord(before, record) : record);
  }
  return sorted(all);
}

const counted = <K extends string>(keys: Iterable<K>): Map<K, number> => {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return sorted(counts);
};

const byWeight = (a: TermExample, b: TermExample) => b.weight - a.weight || ascending(a.address, b.address);

/** Lengths of a message that shows a term in use: neither a mere word nor a whole article. */
const telling = { shortest: 10, longest: 120 };
/** What a message gains by explaining the term, and by its length; what each next one of a day loses. */
const weights = { explains: 2, telling: 1, again: 10 };

/** The messages of a day that show best how a term is used. */
function examplesOf(
  messages: readonly { address: string; text: string; explains: boolean }[],
): TermExample[] {
  const weighed = messages.map(({ address, text, explains }): TermExample => {
    const isTelling = text.length >= telling.shortest && text.length <= telling.longest;
    const weight = (explains ? weights.explains : 0) + (isTelling ? weights.telling : 0);
    return { address, text, weight };
  });
  return weighed
    .sort(byWeight)
    .slice(0, mostExamples)
    .map((example, i) => ({ ...example, weight: example.weight - i * weights.again }));
}

/** The forms of a term that a day has: its name is one only where it is written, in any case or width. */
function formsWritten(term: string, surface: readonly string[]): string[] {
  const others = surface.filter((form) => form !== term);
  return surface.some((form) => fold(form) === fold(term)) ? [term, ...others] : others;
}

/** The digits of a message number in an address that is sorted as text. */
const address = (day: string, n: number) => `${day}#${n}`;

/**
 * The terms of one day.
 * @param isWanted which of them, where not all are; the others still keep them company
 */
export function termUsesOf(
  analysis: DayAnalysis,
  isWanted: (term: DayAnalysis['terms'][number]) => boolean = () => true,
): TermUses {
  const day = `${analysis.group}/${analysis.date}`;
  const message = (n: number) => analysis.messages[n - 1]!;
  const threadOf = new Map(analysis.threads.flatMap((t) => t.messages.map((n) => [n, t.id] as const)));
  const threadsOf = (numbers: readonly number[]) => new Set(numbers.map((n) => threadOf.get(n)!));
  const trade = new Set(analysis.threads.filter((t) => t.domain === 'payments').map((t) => t.id));
  const known = analysis.terms
    .filter((t) => t.known)
    .map((t) => ({ term: t.term, threads: threadsOf(t.messages) }));
  const uses = analysis.terms
    .filter(isWanted)
    .map(({ term, surface, class: termClass, messages }): [string, TermRecord] => {
      const originals = messages.filter((n) => message(n).duplicateOf === null);
      const threads = threadsOf(originals);
      const company = known.flatMap((other) =>
        other.term === term ? [] : [...other.threads].filter((t) => threads.has(t)).map(() => other.term),
      );
      const explanations = analysis.definitions.filter(
        (d) => d.sure && (d.term === term || surface.includes(d.term)),
      );
      const explaining = new Set(explanations.flatMap((d) => d.messages));
      return [
        fold(term),
        {
          forms: counted(formsWritten(term, surface)),
          classes: counted([termClass]),
          messages: originals.length,
          threads: threads.size,
          tradeThreads: [...threads].filter((id) => trade.has(id)).length,
          days: new Map([[day, originals.length]]),
          people: counted(originals.map((n) => message(n).speaker)),
          company: counted(company),
          explained: [...new Set(explanations.map((d) => address(day, d.messages[0]!)))].sort(),
          examples: examplesOf(
            originals.map((n) => ({
              address: address(day, n),
              text: message(n).text,
              explains: explaining.has(n),
            })),
          ),
        },
      ];
    });
  const byTerm = new Map<string, TermRecord>();
  for (const [key, record] of uses) {
    const before = byTerm.get(key);
    byTerm.set(key, before ? plusRecord(before, record) : record);
  }
  return sorted(byTerm);
}

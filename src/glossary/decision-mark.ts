import { createHash } from 'node:crypto';
import type { DecisionRecord, Entry } from '../text/index.js';

/** What all entries that a decision changes note of it, so that it can be taken back as one (撤销). */
export interface DecisionMark {
  nth: number;
  /** Tells decisions of one number apart: two branches go on from the same. */
  of: string;
}

const digits = 8;

/** The mark of a decision that is taken next: its number is one more than the last has. */
export function nextMark(
  entries: readonly Entry[],
  changes: readonly { entry: Entry; change: Partial<Entry>; decision: DecisionRecord }[],
): DecisionMark {
  const numbers = entries.flatMap((e) => (e.history ?? []).map((d) => d.undo?.nth ?? 0));
  const what = changes.map(({ entry, change, decision }) => [entry.term, change, decision]);
  const of = createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, digits);
  return { nth: 1 + Math.max(0, ...numbers), of };
}

import { ascending, descending } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import { countedMessages } from './messages.js';

/** A term with the messages that count. */
export interface UsedTerm {
  term: string;
  known: boolean;
  /** `n`, rising; never empty. */
  messages: number[];
}

/** The day's terms, the most used first; of equals the one that was said first. */
export function mostUsed(analysis: DayAnalysis): UsedTerm[] {
  const counted = countedMessages(analysis);
  return analysis.terms
    .map(({ term, known, messages }) => ({ term, known, messages: messages.filter((n) => counted.has(n)) }))
    .filter(({ messages }) => messages.length > 0)
    .sort(
      (a, b) => descending(a.messages.length, b.messages.length) || ascending(a.messages[0], b.messages[0]),
    );
}

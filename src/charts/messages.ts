import type { AnalysedMessage, DayAnalysis } from '../analysis/index.js';

/** The messages that count, by `n`: where a day stands twice under two names, its second copies do not. */
export function countedMessages(analysis: DayAnalysis): Map<number, AnalysedMessage> {
  return new Map(analysis.messages.filter((m) => m.duplicateOf === null).map((m) => [m.n, m]));
}

/** Those of `numbers` that count, as messages. */
export function pick(numbers: number[], counted: Map<number, AnalysedMessage>): AnalysedMessage[] {
  return numbers.flatMap((n) => counted.get(n) ?? []);
}

import type { DayAnalysis } from '../analysis/index.js';

/** After so long a pause, in seconds, somebody says something anew. */
const longestBreath = 300;
/** What is said in passing parts nobody's words. */
const inPassing: ReadonlySet<string> = new Set(['reaction', 'signin']);

/** Whether two messages of one person are said in one breath: no long pause, and nobody else speaks between. */
export function inOneBreath({ messages }: DayAnalysis, one: number, other: number): boolean {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  const [a, b] = [messages[from - 1]!, messages[to - 1]!];
  if (a.speaker !== b.speaker || b.second - a.second > longestBreath) return false;
  return messages
    .slice(from, to - 1)
    .every((m) => m.speaker === a.speaker || m.duplicateOf !== null || inPassing.has(m.kind));
}

import type { Regression } from './keeping.js';
import { type KeepingSources, log, monthsAt, share, threadsByMessage } from './keeping-day.js';

const thanks = /谢谢|感谢|辛苦/;
/** For so many months the editors from whom it was learned published whole days; since then, a record means a talk. */
const wholeDays = 3;

/** What tells whether a day without a guest is worth a record. */
export interface DayEvidence {
  /** Months left of those in which whole days were published. */
  early: number;
  /** Messages, answered questions and people who answer them, each as the logarithm of one more. */
  messages: number;
  answered: number;
  answerers: number;
  /** Share of the messages that belong to threads on payments, and of those that thank somebody. */
  payments: number;
  thanks: number;
}

/** The evidence on a day; second copies of messages count for nothing. */
export function dayEvidence(s: KeepingSources): DayEvidence {
  const original = s.messages.filter((m) => m.duplicateOf === null);
  const threadOf = threadsByMessage(s.threads);
  const part = (is: (m: (typeof original)[number]) => boolean) =>
    share(original.filter(is).length, original.length);
  const answered = s.questions.filter(
    (q) => q.answers.length > 0 && s.messages[q.question[0]! - 1]!.duplicateOf === null,
  );
  const answerers = new Set(answered.flatMap((q) => q.answers.map((n) => s.messages[n - 1]!.speaker)));
  return {
    early: Math.max(0, wholeDays - monthsAt(s.date)),
    messages: log(original.length),
    answered: log(answered.length),
    answerers: log(answerers.size),
    payments: part((m) => threadOf.get(m.n)?.domain === 'payments'),
    thanks: part((m) => thanks.test(m.text)),
  };
}

/** How probable it is that editors publish the discussion of such a day, 0 to 1. */
export function worthOf(evidence: DayEvidence, { bias, weights }: Omit<Regression, 'threshold'>): number {
  const score = Object.entries(evidence).reduce(
    (sum, [name, value]) => sum + (weights[name] ?? 0) * value,
    bias,
  );
  return 1 / (1 + Math.exp(-score));
}

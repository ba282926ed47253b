import type { DayAnalysis } from '../analysis/index.js';
import type { Names } from '../privacy/index.js';
import type { Statement, TalkReport } from './model.js';
import { questionOf } from './statements.js';

/** A question without a term of the trade must be this long, in characters. */
const shortestQuestion = 14;

/** A question worth claiming names something of the trade, or says enough to be understood alone. */
function isOfSubstance(question: Statement, analysis: DayAnalysis): boolean {
  const asked = new Set(question.messages);
  const named = analysis.terms.some((term) => term.messages.some((n) => asked.has(n)));
  return named || question.text.replace(/@\S+/g, '').length >= shortestQuestion;
}

/** Questions of the day that nobody answered: of substance, each once. */
export function openQuestions(analysis: DayAnalysis, names: Names): Statement[] {
  return analysis.unanswered
    .map((q): Statement => questionOf(q.question, analysis, names))
    .filter((q) => isOfSubstance(q, analysis))
    .filter((q, i, all) => all.findIndex((other) => other.text === q.text) === i);
}

/** Open questions that wait for somebody of the group (没人答): those to a guest stand with his talk. */
export function unansweredOf(analysis: DayAnalysis, talks: readonly TalkReport[], names: Names): Statement[] {
  const toGuests = new Set(talks.flatMap((talk) => talk.open.flatMap((q) => q.messages)));
  return openQuestions(analysis, names).filter((q) => !toGuests.has(q.messages[0]!));
}

export { type Candidate, type Evidence, evidenceOf, findCandidates } from './candidates.js';
export { CannotDecide, type Change, type Hindrance, withDecision, withDecisions } from './decide.js';
export { type EndedRule, endedRules } from './force.js';
export { type LintProblem, type LintRule, type LocatedEntry, lint, lintRules } from './lint.js';
export { changeFor, type Ruling } from './ruling.js';

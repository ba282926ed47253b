export { type LintProblem, type LintRule, type LocatedEntry, lint, lintRules } from './lint.js';

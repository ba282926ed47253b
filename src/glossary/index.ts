export { leftBehind } from './absorb.js';
export { type Approval, approvalOf, isApproved } from './approve.js';
export {
  type Candidate,
  type Evidence,
  evidenceOf,
  findCandidates,
  openCandidates,
  withAllUses,
} from './candidates.js';
export { compareGlossaries, type FieldDifference, type GlossaryDifference } from './compare.js';
export { type Change, withDecisions } from './decide.js';
export { type DecisionMark, nextMark } from './decision-mark.js';
export { calledBy, type Doubt, type DoubtSources, doubtAbout } from './doubt.js';
export { CannotDecide, type Hindrance } from './entry-nodes.js';
export { entriesLike, entryNamed, spelledLike } from './find.js';
export { type EndedRule, endedRules } from './force.js';
export { findGaps, type Gaps, type RestsOnEnded, type UsedEntry } from './gaps.js';
export { lint } from './lint.js';
export type { LintLevel, LintProblem, LocatedEntry } from './lint-problem.js';
export { changesFor, formTaken, isDecided, withChange } from './redecide.js';
export { refusalOf } from './refusal.js';
export { entryToJoin, type Found, ownEntry, type Ruling } from './ruling.js';
export { entrySpelledAs } from './spellings.js';
export type { Replaced } from './stands-in.js';
export {
  CannotUndo,
  hasDecision,
  lastDecision,
  type PastDecision,
  type UndoHindrance,
  withoutDecision,
} from './undo.js';
export { changesOfUse, type SpanUse, type UseChange, type UseChangeKind, useChanges } from './use-change.js';
export { yamlSlips } from './yaml-slips.js';

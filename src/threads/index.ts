export { introductions, isRulesOfGroup } from './affairs.js';
export { announcedTitle } from './announced.js';
export { correctLinks, correctThreads, type ThreadCorrections } from './correct.js';
export { cueNames, cuesOf } from './cues.js';
export { type Alternative, type EvidenceGroup, evidenceGroups, Linker, linkByModel } from './decode.js';
export { tradeWords } from './domain-features.js';
export { type Domain, domains } from './domains.js';
export type { AnnotatedScene } from './examples.js';
export { type ExplainedCandidate, type Explanation, explainLink } from './explain.js';
export { formOf, type MessageKind, messageKinds } from './form.js';
export { chineseRecipe, englishRecipe, type Lesson, learnModel, type ModelRecipe } from './learn.js';
export {
  findLinks,
  type Links,
  type Prepared,
  prepare,
  rulesFor,
  utterancesOf,
  withCopies,
} from './links.js';
export type { ThreadLists } from './lists.js';
export { type Agreement, agreement, type Judged, measures } from './measure.js';
export { messageFeatures } from './message-features.js';
export { type LinkModel, type ModelFile, readModel } from './model.js';
export { findMonologues, type Monologue } from './monologue.js';
export { pairFeatures, pairGroups } from './pair-features.js';
export { chineseWeights, englishWeights, linkByRules, type RuleWeights } from './rules.js';
export { findThreads, groupByRoot, type Thread } from './threads.js';
export { longestTitle } from './title.js';
export { callsOf, contentWords, type Utterance, utteranceOf, Vocabulary } from './utterance.js';

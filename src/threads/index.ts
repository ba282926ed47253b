export { type Domain, domains } from './domain.js';
export { formOf, type MessageKind, messageKinds } from './form.js';
export { findLinks, type Links, utterancesOf } from './links.js';
export type { ThreadLists } from './lists.js';
export { findMonologues, type Monologue } from './monologue.js';
export { chineseWeights, englishWeights, linkByRules, type RuleWeights } from './rules.js';
export { findThreads, groupByRoot, type Thread } from './threads.js';
export { announcedTitle, longestTitle } from './title.js';
export { contentWords, type Utterance, utteranceOf, Vocabulary } from './utterance.js';

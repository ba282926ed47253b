export type { ClosedTalks } from './closed.js';
export { titlesTold } from './closed-titles.js';
export { innerNames, type NameSpan, type Names, showText } from './names.js';
export { emptyKey, enrol, type KeyedPerson, type PseudonymKey, type SeenName } from './pseudonyms.js';
export { type Published, type PublishOptions, publish } from './publish.js';
export { namesOf } from './seen.js';
export { unsigned } from './unsigned.js';
export { type Vocabulary, type VocabularySources, vocabularyOf } from './vocabulary.js';
export { isWithheldText } from './withheld.js';

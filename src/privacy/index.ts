export type { ClosedTalks } from './closed.js';
export { titlesTold } from './closed-titles.js';
export { publishEntry } from './entry.js';
export { publishLine } from './line.js';
export { innerNames, type NameSpan, type Names, showText } from './names.js';
export { emptyKey, enrol, type KeyedPerson, type PseudonymKey, type SeenName } from './pseudonyms.js';
export { type Published, type PublishOptions, publish } from './publish.js';
export { namesOf } from './seen.js';
export { type Vocabulary, type VocabularySources, vocabularyOf } from './vocabulary.js';

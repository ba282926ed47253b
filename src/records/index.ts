export { draftRecord, joinRecords } from './draft.js';
export { applyFixes, type Fix, isSameFix, offerFixes } from './fixes.js';
export { recordPage } from './html.js';
export { citedIn, type Edition, recordMarkdown, recordSections } from './markdown.js';
export { type Drafted, digestOf, type Merged, mergeDraft, offeredBy, onlyNew } from './merge.js';
export { continuationOf, isMorrow } from './overnight.js';
export type { TalkRecord } from './record.js';

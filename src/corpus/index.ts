export { mergeByHalves } from './merge.js';
export {
  mergeTermUses,
  mostExamples,
  noTermUses,
  type TermExample,
  type TermRecord,
  type TermUses,
  termUsesOf,
} from './term-uses.js';

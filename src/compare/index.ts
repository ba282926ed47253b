export { type ComparedSide, type Comparison, compare, type WordsOfSide } from './comparison.js';
export { type ComparedDay, comparedParts } from './day.js';
export { discoveries, logOdds, priorWeight } from './log-odds.js';
export type { Pace } from './pace.js';
export {
  addDays,
  isOn,
  isSpan,
  type Missing,
  missingDays,
  readSide,
  type Side,
  usualOf,
} from './sides.js';
export type { PairedTopic, TopicOnSide } from './topics.js';
export type { CarriedQuestion, ContinuedThread } from './went-on.js';
export {
  type Change,
  type ComparedWord,
  changes,
  compareWords,
  falseDiscoveries,
  isOneVoice,
  type WordOnSide,
} from './words.js';

export { findAnnouncements } from './announce.js';
export { type Announcement, type SlotState, slotStates } from './announcement.js';
export type { Conversation } from './conversation.js';
export {
  type Citation,
  citationsIn,
  type Document,
  documentSchema,
  findCitations,
} from './documents.js';
export { readTurnModel, type TurnModel } from './judge.js';
export { type KeepingModel, readKeeping } from './keeping.js';
export { contextNames, contextOf } from './keeping-context.js';
export { type KeepingSources, settle, type TalkSketch } from './keeping-day.js';
export { keepingFeatures, keepingRows } from './keeping-features.js';
export type { Heading } from './outline.js';
export { findQuestions, type Question } from './qa.js';
export { type DayEvidence, dayEvidence, worthOf } from './record-day.js';
export { findSchedule, type Schedule, type Slot } from './schedule.js';
export { type Stance, type Standing, stanceOf, standingOf, standings } from './standing.js';
export { findTalks } from './talk.js';
export { type Talk, talkKinds } from './talk-entry.js';
export { dateOf, dayOf, isDate, weekdayOf } from './when.js';
export { isWordedAsQuestion } from './worded.js';

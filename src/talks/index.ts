export { type Conversation, findQuestions, type Question } from './qa.js';
export { findSchedule, type Schedule, type Slot } from './schedule.js';
export { findTalks, type Talk } from './talk.js';

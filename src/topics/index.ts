export type { TopicEdit } from './edits.js';
export type { TopicModel } from './model.js';
export {
  changeOf,
  type Moment,
  type Period,
  periodOf,
  periodsOf,
  type Step,
  stepOf,
  type Trend,
  trends,
} from './movement.js';
export type { KnownTopic, TopicSeries } from './series.js';
export {
  type Family,
  findTopics,
  keptTopics,
  type Topic,
  type TopicRun,
  type Topics,
  type TopicThread,
} from './topics.js';

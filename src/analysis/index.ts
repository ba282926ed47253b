export { type AnalysedDay, assemble, type Findings } from './assemble.js';
export {
  type AnalysedMessage,
  type DayAnalysis,
  dayAnalysisJsonSchema,
  dayAnalysisSchema,
  guestTalks,
} from './schema.js';
export { type Segmentation, withTokens } from './segmentation.js';

export { assemble, type Findings } from './assemble.js';
export {
  type AnalysedMessage,
  type DayAnalysis,
  dayAnalysisJsonSchema,
  dayAnalysisSchema,
  guestTalks,
} from './schema.js';

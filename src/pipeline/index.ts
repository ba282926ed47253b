export { type Cache, cacheKey, folderCache, heldOver, noCache } from './cache.js';
export {
  addTalks,
  type Consent,
  type ConsentFile,
  consentedTalks,
  consentOf,
  consents,
  readConsents,
} from './consent.js';
export type { Context, Dictionaries, WordLists } from './context.js';
export { withCorrections } from './corrected.js';
export { type NewCorrection, writeCorrections } from './correction-write.js';
export {
  type Corrections,
  type DayItems,
  type DayList,
  dayCorrectionsPath,
  dayItemSchemas,
  noCorrections,
  readCorrections,
} from './corrections.js';
export { type DayTask, DayWork } from './day-task.js';
export { type OutputName, type Pipeline, readPipeline } from './declaration.js';
export { loadDictionaries, readDocuments } from './dictionaries.js';
export { type DraftOptions, type DraftResult, earlierDraft, writeDraft } from './drafts.js';
export { damageIn, readEdited } from './edited.js';
export { englishWords } from './english.js';
export { namesOfLogs } from './enrol.js';
export {
  glossaryTexts,
  isBegun,
  readGlossary,
  readLocated,
  readShipped,
  shippedGlossary,
} from './glossary.js';
export {
  ownEntries,
  takeBackDecision,
  type WrittenDecision,
  writeDecisions,
  writeUndoable,
} from './glossary-write.js';
export { type FoundInputs, fileAt, findInputs, type Input, type MissingInput } from './inputs.js';
export { KeptTables } from './kept-tables.js';
export { alone, Held, hold } from './lock.js';
export { type ListProblem, type MemberList, readMemberList } from './member-list.js';
export {
  keepingModel,
  linkModelFor,
  modelNames,
  ownModels,
  ownModelsFault,
  termModelFor,
  turnModelFor,
} from './models.js';
export { type DrawnChart, drawCharts, type OutputOptions, writeAnalysis, writeOutputs } from './outputs.js';
export { packaged } from './paths.js';
export { type PlannedDay, planDays, type Unplanned } from './plan.js';
export { readKey, writeKey } from './pseudonyms.js';
export { type CsvRow, formula, readCsv } from './read-csv.js';
export { dayAt, type Reading } from './read-log.js';
export { type RosterSources, readRoster } from './roster.js';
export { type DoneDay, type Outcome, type RunOptions, runDays } from './run.js';
export { type Plan, planOf, readTask, wholePlan } from './shards.js';
export {
  analyseDay,
  type DeclaredStage,
  discoveryWords,
  type Stage,
  type StageName,
  stages,
} from './stages.js';
export { type Answer, NoQuery, TableStore, type TablesManifest, tablesManifest } from './tables.js';
export { type Receipt, type Task, TaskRunner } from './tasks.js';
export {
  readTopicEdits,
  readTopicStore,
  type SeriesKey,
  seriesFor,
  seriesIn,
  type TopicStore,
  topicEditsPath,
  writeTopicSeries,
} from './topic-store.js';
export {
  findWorkspace,
  keptFromGit,
  readWorkspace,
  type Workspace,
  workspaceFile,
  workspaceTemplate,
} from './workspace.js';
export { makeFolder, writeWhole } from './write.js';
export { type DeclarationProblem, InvalidPipeline } from './yaml.js';

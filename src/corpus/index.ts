export { type Address, addressesIn, addressOf, byAddress, daysBetween } from './address.js';
export {
  type Article,
  type Articles,
  articleKey,
  articlesOf,
  listArticles,
  mergeArticles,
  noArticles,
  type Share,
} from './articles.js';
export { type DayLine, type Line, type Use, usesOf } from './concordance.js';
export { contentWords, countedMessages } from './content-words.js';
export { type Corpus, type CorpusDay, corpusOf, type DaySlice, emptyCorpus, mergeCorpora } from './corpus.js';
export { byDay, mergeDays, type OfDay } from './day-set.js';
export {
  type Answer,
  type Exchange,
  exchangesOf,
  type QuestionState,
  questionStates,
} from './exchanges.js';
export { type Features, isTerm } from './features.js';
export { type Help, helpersOf, topTerms } from './helpers.js';
export {
  type CarriedQuestion,
  type ContinuedTalk,
  type DayHistory,
  type HistoryState,
  keepOpen,
  noHistory,
  QuestionHistory,
} from './history.js';
export { certainDifference, chanceOf, logLikelihood, type Observed } from './keyness.js';
export { type Activities, type Activity, activitiesOf, mergeActivities, noActivities } from './members.js';
export { certainMember, type ListedMember, type Member, membersOf } from './membership.js';
export { mergeByHalves } from './merge.js';
export { type Notice, noticesOf } from './notices.js';
export { type Found, foundIn } from './occurrences.js';
export { type Closing, type ClosingReason, closingReasons, type OpenQuestion, sameName } from './open.js';
export { type DayPace, paceOf } from './pace.js';
export { type DayParts, type Making, makingWith, type PartName, partsOf, type Quoted } from './parts.js';
export { fromPlain, toPlain } from './plain.js';
export { Query } from './query.js';
export { type Asked, type DayQuestions, questionsOf, type Said } from './questions.js';
export {
  asOf,
  emptyProgramme,
  type HeldTalk,
  mayBeSame,
  mergeProgrammes,
  type Programme,
  programmeOf,
  type ScheduledDay,
  scheduleOf,
} from './schedule.js';
export { type OldAnswer, PastAnswers } from './search.js';
export { byDate, endsOf, everyDay, hasDate, isWithin, type Span } from './span.js';
export { type Stretch, type Stretches, type StretchUnit, stretchesOf } from './stretches.js';
export { type Column, type ColumnType, type Table, tables, type Value } from './tables.js';
export {
  countTerms,
  type DayTerm,
  type DayTerms,
  dayTermsOf,
  type TermCount,
  type TermRange,
} from './term-counts.js';
export { type SoughtTerm, soughtIn, TermSearch } from './term-search.js';
export {
  mergeStories,
  noStory,
  storyOf,
  type TermExplanation,
  type TermStory,
  type TermThread,
} from './term-story.js';
export {
  byCount,
  mergeTermUses,
  mostExamples,
  noTermUses,
  plusRecord,
  type TermExample,
  type TermRecord,
  type TermUses,
  termUsesOf,
} from './term-uses.js';
export { type ThreadDoc, threadDocsOf, threadKey } from './thread-docs.js';
export {
  type DayWord,
  type DayWords,
  dayWordsOf,
  totalWords,
  type WordTotal,
  type WordTotals,
} from './word-uses.js';

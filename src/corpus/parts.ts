import type { AnalysedMessage, DayAnalysis } from '../analysis/index.js';
import { type Roster, rosterOf } from '../people/index.js';
import { type Articles, articlesOf } from './articles.js';
import { countedMessages } from './content-words.js';
import { type Activities, activitiesOf } from './members.js';
import { type Notice, noticesOf } from './notices.js';
import { type DayPace, paceOf } from './pace.js';
import { type DayQuestions, questionsOf } from './questions.js';
import { type Programme, programmeOf } from './schedule.js';
import type { TermSearch } from './term-search.js';
import { storyOf, type TermStory } from './term-story.js';
import { type TermUses, termUsesOf } from './term-uses.js';
import { type ThreadDoc, threadDocsOf } from './thread-docs.js';
import { type DayWords, dayWordsOf } from './word-uses.js';

/** A message as it is quoted. */
export interface Quoted {
  time: string;
  speaker: string;
  text: string;
}

/** What a corpus keeps of a day, part by part: who asks for questions reads no words. */
export interface DayParts {
  questions: DayQuestions;
  /** Needs an analysis with `tokens`; so do threads. */
  words: DayWords;
  threads: ThreadDoc[];
  /** The messages that count, by number. */
  said: ReadonlyMap<number, Quoted>;
  pace: DayPace;
  talks: Programme;
  people: Activities;
  /** Who is who. */
  roster: Roster;
  terms: TermUses;
  articles: Articles;
  notices: Notice[];
  /** Of the one term that is sought. */
  story: TermStory;
}

export type PartName = keyof DayParts;

/** What parts are made with, beside the day. */
export interface Making {
  /** Folded words that no question is about. */
  stopwords: ReadonlySet<string>;
  /** Folded words that say nothing of what is talked about. */
  empty: ReadonlySet<string>;
  /** Folded forms of the term whose story is told. */
  sought?: ReadonlySet<string>;
  /** What is looked for wherever it is written, in place of the terms that each day discovered. */
  search?: TermSearch;
}

/** What parts are made with by the word lists of `dictionaries/words`. */
export const makingWith = ({
  stopwords,
  reactions,
}: Record<'stopwords' | 'reactions', ReadonlySet<string>>): Making => ({
  stopwords,
  empty: new Set([...stopwords, ...reactions]),
});

/** How each part is made: of the day as it is shown, and as it is inside. Its words are looked up once. */
function makersFor(
  day: DayAnalysis,
  making: Making,
  inner: DayAnalysis,
): { [P in PartName]: () => DayParts[P] } {
  let found: DayWords | null = null;
  const words = () => (found ??= dayWordsOf(day, making.empty));
  const asked = () => making.search?.in(day) ?? day;
  const quoted = ({ n, time, speaker, text }: AnalysedMessage) => [n, { time, speaker, text }] as const;
  return {
    questions: () => questionsOf(day, making.stopwords),
    words,
    threads: () => threadDocsOf(day, words()),
    said: () => new Map(countedMessages(day).map(quoted)),
    pace: () => paceOf(day),
    talks: () => programmeOf(day, inner),
    people: () => activitiesOf(day, inner),
    roster: () => rosterOf(day, { mentions: day.messages.map((m) => m.mentions) }),
    terms: () => (making.search ? termUsesOf(asked(), (term) => !term.known) : termUsesOf(day)),
    articles: () => articlesOf(day),
    notices: () => noticesOf(day),
    story: () => storyOf(asked(), making.sought ?? new Set()),
  };
}

/**
 * Some parts of a day.
 * @param inner the day as it is inside, where `day` is its public edition
 */
export function partsOf<P extends PartName>(
  names: readonly P[],
  day: DayAnalysis,
  making: Making,
  inner: DayAnalysis = day,
): Pick<DayParts, P> {
  const makers = makersFor(day, making, inner);
  return Object.fromEntries(names.map((name) => [name, makers[name]()])) as Pick<DayParts, P>;
}

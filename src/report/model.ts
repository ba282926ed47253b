import type { DayAnalysis } from '../analysis/index.js';
import type { ClosingReason, ScheduledDay } from '../corpus/index.js';
import type { Lang } from '../lang/index.js';
import type { Names } from '../privacy/index.js';
import type { Heading, Standing, Talk } from '../talks/index.js';
import type { Domain } from '../threads/index.js';

/** A document that is cited, resolved. */
export type CitedDocument = NonNullable<DayAnalysis['documents'][number]['document']>;

/** One or more messages of one person that say one thing. */
export interface Statement {
  /** Shown through {@link Names}. */
  speaker: string;
  text: string;
  messages: number[];
  time: string;
  standing: Standing;
  /** What the document numbers in it stand for, each once. */
  documents: CitedDocument[];
}

/** A question with its answers, in words. */
export interface AskedQuestion {
  question: Statement;
  answers: Statement[];
}

/** Something that somebody has to do (今天要办). */
export interface Todo {
  text: string;
  messages: number[];
}

/** A thread worth reading. */
export interface ThreadReport {
  id: number;
  title: string;
  domain: Domain;
  from: string;
  to: string;
  count: number;
  people: number;
  messages: number[];
  /** The statements that carry it, in order; both sides of a dispute stand in `dispute` instead. */
  statements: Statement[];
  questions: AskedQuestion[];
  /** Answers that go against each other, where there are such. */
  dispute: { for: Statement[]; against: Statement[] } | null;
  /** Whether bad news of a company is passed on in it, unchecked. */
  rumour: boolean;
  /** Questions of this thread that nobody answered. */
  open: Statement[];
  links: { title: string; url: string; n: number }[];
}

/** A guest's talk, or the record of a discussion: of it no more than what it is, as its threads tell the rest. */
export interface TalkReport {
  kind: Talk['kind'];
  speaker: string;
  title: string;
  /** The first message, by which it is found. */
  first: number;
  /** Messages of its record. */
  kept: number;
  /** Answered questions among them. */
  pairs: number;
  announcements: number[];
  from: string;
  to: string;
  passages: number[];
  outline: Heading[];
  points: Statement[];
  qa: AskedQuestion[];
  /** Questions to the guest that stayed open. */
  open: Statement[];
  signins: number;
  images: number[];
  lastAnswer: string | null;
}

/** A term as the day's readers want it. */
export interface TermReport {
  term: string;
  surface: string[];
  known: boolean;
  count: number;
  messages: number[];
  definition: string | null;
  source: string | null;
  english: string | null;
  /** Whether the group decided about its entry itself: its keepers want to see where the term is used. */
  isOwn: boolean;
}

/** What the log names but does not hold. */
export interface Unseen {
  images: number[];
  files: number[];
  stickers: number[];
  quotes: number[];
  redpackets: number[];
  /** Requests to answer in private. */
  privately: number[];
  unresolved: number;
}

/** An old answer as it is shown (以前答过). */
export interface ShownOldAnswer {
  address: string;
  date: string;
  n: number;
  question: string;
  speaker: string;
  answer: string;
  /** The talk in which it was given. */
  talk: string | null;
  likeness: number;
}

/** A question of an earlier day, as a report shows it. */
export interface EarlierQuestion {
  date: string;
  n: number;
  address: string;
  asker: string;
  question: string;
}

/** What earlier days have to say, in words (前情). */
export interface Before {
  /** Old answers to the day's questions, by a question's first message. */
  old: ReadonlyMap<number, ShownOldAnswer[]>;
  /** Questions of earlier days that are still open, those that were asked again first, then the newest. */
  carried: (EarlierQuestion & { days: number | null; again: string[]; old: ShownOldAnswer[] })[];
  /** How many more there are. */
  moreCarried: number;
  /** Questions of earlier days that this one answers. */
  closed: (EarlierQuestion & { answers: Statement[]; by: ClosingReason })[];
  /** The day's questions that go on from an earlier talk, by their first messages. */
  continued: { date: string; n: number; speaker: string; title: string; questions: number[] }[];
}

/** The group's own life of a day (群里的事). */
export interface LifeReport {
  /** Talks announced for this day and later, gaps included; names shown. */
  schedule: {
    date: string;
    time: string | null;
    guest: string | null;
    topic: string | null;
    state: ScheduledDay['state'];
    messages: number[];
  }[];
  /** Who signed in by typing, once each. */
  signins: { names: string[]; messages: number[] };
  helpers: { name: string; questions: number; terms: string[] }[];
  articles: {
    title: string;
    url: string;
    speaker: string;
    messages: number[];
    /** Messages that followed in the threads of its shares. */
    after: number;
    thread: { id: number; title: string };
  }[];
}

/** A day's report (日报) before it becomes Markdown, plain text or HTML. */
export interface Report {
  lang: Lang;
  analysis: DayAnalysis;
  names: Names;
  counts: {
    /** Second copies left out. */
    messages: number;
    /** Second copies and all. */
    logged: number;
    copies: number;
    /** As the log's header says, where that is not what it holds. */
    claimed: number | null;
    speakers: number;
    first: string;
    last: string;
    minutes: number;
  };
  todo: Todo[];
  summary: string[];
  talks: TalkReport[];
  threads: ThreadReport[];
  /** Threads of the trade that are too small for a section of their own. */
  brief: { title: string; messages: number[] }[];
  /** Small talk, counted and not shown. */
  folded: { title: string; messages: number[] }[];
  unanswered: Statement[];
  /** What earlier days have to say; nothing where they are not known. */
  before: Before;
  terms: {
    used: TermReport[];
    discovered: TermReport[];
    defined: { terms: string[]; statement: Statement }[];
  };
  unseen: Unseen;
  life: LifeReport;
  people: { name: string; count: number; share: number }[];
}

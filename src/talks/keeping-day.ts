import type { ResolvedMention } from '../people/index.js';
import type { Message } from '../read/index.js';
import type { Token } from '../text/index.js';
import { type Links, type Thread, tradeWords } from '../threads/index.js';
import type { Question } from './qa.js';

/** A talk as far as its evidence goes. */
export interface TalkSketch {
  speaker: string;
  passages: readonly number[];
  announcements: readonly number[];
  qa: readonly Question[];
}

/** What tells whether an editor keeps a message in the record of a day. */
export interface KeepingSources {
  date: string;
  messages: readonly Message[];
  mentions: readonly (readonly ResolvedMention[])[];
  tokens: readonly (readonly Token[])[];
  links: Links;
  threads: readonly Thread[];
  questions: readonly Question[];
}

/** A message that says something has so many characters. */
const longish = 15;

/** Counts as features: what is twice as much counts little more. */
export const log = (x: number) => Math.log1p(Math.max(0, x));
/** A part of a whole, 0 to 1; 0 of nothing. */
export const share = (part: number, whole: number) => part / Math.max(1, whole);

/** Counts of a day's messages up to each of them, so that the count of any stretch is one subtraction. */
export type RunningCount = Uint32Array;
function runningCount<T>(list: readonly T[], is: (one: T) => boolean): RunningCount {
  const counts = new Uint32Array(list.length + 1);
  list.forEach((one, i) => {
    counts[i + 1] = counts[i]! + Number(is(one));
  });
  return counts;
}

/** The thread of each message, by number. */
export function threadsByMessage(threads: readonly Thread[]): Map<number, Thread> {
  const threadOf = new Map<number, Thread>();
  for (const thread of threads) for (const n of thread.messages) threadOf.set(n, thread);
  return threadOf;
}

/** What in a day does not change from message to message. */
export function settle(talks: readonly TalkSketch[], s: KeepingSources) {
  const original = s.messages.filter((m) => m.duplicateOf === null);
  const threadOf = threadsByMessage(s.threads);
  const qa = talks.flatMap((talk) => talk.qa);
  const passages = new Set(talks.flatMap((talk) => talk.passages));
  const asked = new Set(qa.flatMap((q) => q.question));
  const guests = new Set(talks.map((talk) => talk.speaker));
  const trade = s.tokens.map(tradeWords);
  const kind = (m: Message) => s.links.kinds[m.n - 1]!;
  return {
    original,
    threadOf,
    passages,
    asked,
    told: new Set(qa.flatMap((q) => q.answers)),
    guests,
    /** How many words of the trade each message has, by index. */
    trade,
    /** What of the originals is by guests, long, of the trade, social, next to nothing. */
    counts: {
      guest: runningCount(original, (m) => guests.has(m.speaker)),
      long: runningCount(original, (m) => m.text.length >= longish),
      trade: runningCount(original, (m) => trade[m.n - 1]! > 0),
      social: runningCount(original, (m) => threadOf.get(m.n)?.domain === 'social'),
      small: runningCount(original, (m) => kind(m) === 'reaction' || kind(m) === 'signin'),
    },
    questions: new Set(s.questions.filter((q) => q.answers.length).flatMap((q) => q.question)),
    unanswered: new Set(s.questions.filter((q) => !q.answers.length).flatMap((q) => q.question)),
    answers: new Set(s.questions.flatMap((q) => q.answers)),
    words: new Set([...passages].flatMap((n) => s.links.words[n - 1]!)),
    talkThreads: new Set([...passages, ...asked].map((n) => threadOf.get(n))),
  };
}
export type Settled = ReturnType<typeof settle>;

/** The month in which the records begin from which keeping was learned. */
const firstMonth = Date.UTC(2017, 4);
const month = (365.25 / 12) * 24 * 3600 * 1000;

/**
 * Months since the first record that was learned from, 0 before it. What editors keep changes over the months: at first
 * whole days, later the talk and its questions. Days after the last record, and those without a date, are judged as its
 * month was.
 */
export function monthsAt(date: string): number {
  const months = (Date.parse(date) - firstMonth) / month;
  return Number.isNaN(months) ? Number.POSITIVE_INFINITY : Math.max(0, months);
}

/** What the day is like: when it was, how much of it is the talk, and how much of it is of the trade. */
export const traitNames = [
  'months',
  'announced',
  'signins',
  'talk-share',
  'guest-share',
  'passages',
  'messages',
  'trade-words',
  'payments',
] as const;
type Traits = Record<(typeof traitNames)[number], number>;

/**
 * What is true of the whole day: how large it is, how much of it is talk of guests, of the trade, asked and
 * answered.
 */
export function traitsOf(
  talks: readonly TalkSketch[],
  { original, guests, trade }: Settled,
  s: KeepingSources,
): Traits {
  const passages = talks.flatMap((talk) => talk.passages);
  const chars = (list: readonly Message[]) => list.reduce((sum, m) => sum + m.text.length, 0);
  const all = chars(original);
  const paying = s.threads
    .filter((t) => t.domain === 'payments')
    .reduce((sum, t) => sum + t.messages.length, 0);
  const words = original.reduce((sum, m) => sum + trade[m.n - 1]!, 0);
  return {
    months: monthsAt(s.date),
    announced: Number(talks.some((talk) => talk.announcements.length > 0)),
    signins: log(original.filter((m) => s.links.kinds[m.n - 1] === 'signin').length) / 3,
    'talk-share': share(chars(passages.map((n) => s.messages[n - 1]!)), all),
    'guest-share': share(chars(original.filter((m) => guests.has(m.speaker))), all),
    passages: log(passages.length) / 4,
    messages: log(original.length) - 5.5,
    'trade-words': share(words, original.length),
    payments: share(paying, s.messages.length),
  };
}

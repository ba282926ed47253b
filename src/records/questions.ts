import { groups } from 'd3-array';
import type { AnalysedMessage, DayAnalysis } from '../analysis/index.js';
import type { Names } from '../privacy/index.js';
import { isWordedAsQuestion } from '../talks/index.js';
import { inOneBreath } from './breath.js';

type Talk = DayAnalysis['talks'][number];
export type Question = Talk['qa'][number];

/** A talk and its day. */
interface Day {
  analysis: DayAnalysis;
  talk: Talk;
}

/** A day as its record is drafted from it. */
export interface Source extends Day {
  names: Names;
  /** How many characters at the head of a message quote what the record has, UTF-16. */
  quotedIn(m: AnalysedMessage): number;
}

/** The message of a number, as the analysis has it. */
export const messageOf = (analysis: DayAnalysis, n: number): AnalysedMessage => analysis.messages[n - 1]!;

/** So many passages at most are the answer to a question put in between; more of them are the talk, which a link mistook. */
const mostPassages = 3;

/** The passages of a talk without those that answer a question put in between: no message stands in a record twice. */
export function passagesOf({ talk }: Pick<Day, 'talk'>): number[] {
  const passages = new Set(talk.passages);
  for (const q of talk.qa) {
    const own = q.answers.filter((n) => passages.has(n));
    if (own.length <= mostPassages) for (const n of own) passages.delete(n);
  }
  return [...passages];
}

/** What nobody answers, whoever speaks next. */
const asksNothing: ReadonlySet<string> = new Set(['reaction', 'signin', 'notice', 'talk']);

/** Whether a message asks the guest something by a name, his own or one that the day does not know. */
function asksGuest({ speaker, kind, mentions, text }: AnalysedMessage, guest: string): boolean {
  if (speaker === guest || asksNothing.has(kind) || !isWordedAsQuestion(text)) return false;
  return mentions.some((called) => called.speaker === guest || called.speaker === null);
}

/** What somebody asks the guest by name and the guest's remarks that go on from it, where neither belongs to a question. */
function calledUpon({ analysis, talk }: Day, taken: ReadonlySet<number>): Question[] {
  const replies = talk.discussion.filter(
    (n) => !taken.has(n) && messageOf(analysis, n).speaker === talk.speaker,
  );
  return groups(replies, (n) => analysis.links[n - 1]?.parent ?? n)
    .filter(([asked]) => !taken.has(asked) && asksGuest(messageOf(analysis, asked), talk.speaker))
    .map(([asked, answers]) => ({ question: [asked], answers, follows: null, kind: 'question' }));
}

/**
 * The questions of a talk: those that the guest answered, and in its discussion those that others did or nobody. A
 * question of the day stands with what the record keeps of the guest's answer, and with what he says in one breath with it,
 * whether the question is kept itself or not.
 */
export function questionsOf(source: Day): Question[] {
  const { analysis, talk } = source;
  const discussed = new Set(talk.discussion);
  const known = new Set(talk.qa.flatMap((q) => [...q.question, ...q.answers]));
  const passages = new Set(passagesOf(source));
  const isFree = (n: number) => !known.has(n) && !passages.has(n);
  const isGuests = (n: number) => messageOf(analysis, n).speaker === talk.speaker;
  const goesWithKept = (n: number, q: Question) =>
    isGuests(n) && q.answers.some((kept) => discussed.has(kept) && inOneBreath(analysis, n, kept));
  const isByGuest = (q: Question) => q.answers.some((n) => discussed.has(n) && isGuests(n));
  const others = [...analysis.qa, ...analysis.unanswered.map((q) => ({ ...q, answers: [] }))]
    .filter((q) => q.question.every(isFree) && (q.question.every((n) => discussed.has(n)) || isByGuest(q)))
    .map((q) => ({
      ...q,
      answers: q.answers.filter((n) => discussed.has(n) || (isFree(n) && goesWithKept(n, q))),
    }));
  const own = talk.qa.map((q) => ({ ...q, answers: q.answers.filter((n) => !passages.has(n)) }));
  const listed = [...own, ...others];
  const taken = new Set([...passages, ...listed.flatMap((q) => [...q.question, ...q.answers])]);
  return [...listed, ...calledUpon(source, taken)].sort((a, b) => a.question[0]! - b.question[0]!);
}

/** The messages that a record has, by number, as far as they may be quoted in it. */
export const recorded = (day: Day): number[] => [
  ...passagesOf(day),
  ...questionsOf(day).flatMap((q) => [...q.question, ...q.answers]),
  ...day.talk.discussion,
];

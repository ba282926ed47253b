import { type AnalysedMessage, type DayAnalysis, guestTalks } from '../analysis/index.js';
import { type Features, featuresIn, isTerm, ownWords } from './features.js';

/** A message as far as questions and answers need it. */
export type Said = Pick<AnalysedMessage, 'n' | 'time' | 'second' | 'speaker' | 'kind' | 'text' | 'mentions'>;

/** A question of a day (问题), with its answers where it has any. */
export interface Asked {
  /** Number of its first message. */
  n: number;
  question: Said[];
  answers: Said[];
  about: Features;
  /** The terms in it, as the day writes them; discovered ones too. */
  terms: string[];
  /** What its answers are about. */
  told: Features;
  /** The thread's title. */
  title: string;
  /** The guest and the title of the talk in whose course it was put; null outside of a talk. */
  talk: { speaker: string; title: string } | null;
  /** Whether it asks about the trade, and so much that somebody else can understand it. */
  substantial: boolean;
  /** Whether it is worth carrying on until somebody answers: it names a term of the trade and is worded as a question. */
  wanting: boolean;
}

/** What somebody says to people whom he calls by name: it may answer a question of an earlier day. */
export interface Call {
  said: Said;
  names: string[];
  about: Features;
  /** Whether the day's own analysis gives it to a question of this day. */
  answersToday: boolean;
}

/** Thanks to somebody called by name: his answer may lie in a place that the log does not show. */
export interface Thanks {
  said: Said;
  names: string[];
  about: Features;
}

/** What one day holds of questions (一天的问答): the only thing of it that later days need. */
export interface DayQuestions {
  group: string;
  date: string;
  asked: Asked[];
  calls: Call[];
  thanks: Thanks[];
  talks: { n: number; speaker: string; title: string; about: Features }[];
}

/** An answer has at least so many characters of its own. */
const shortestCall = 6;
/** Worded as a question, and no remark on what somebody said. */
const asking = /[?？]|吗|呢|请教|请问|求助?|怎么|如何|为什么|哪|有没有|有人|什么|多少/;
const remark = /^(?:@\S+\s*)*(?:那|就|所以|但|不是|也就是|你|你们|你说|是不是说|难道|意思|嗯|哦|哈)/;
/** A question without a term of the trade must be this long to be understood alone, in characters. */
const shortestQuestion = 14;

const said = ({ n, time, second, speaker, kind, text, mentions }: AnalysedMessage): Said => ({
  n,
  time,
  second,
  speaker,
  kind,
  text,
  mentions,
});

const thanking = /谢|多谢|解决了|搞定了|明白了/;

const namesIn = (m: AnalysedMessage): string[] =>
  [...new Set(m.mentions.flatMap((x) => [x.name, x.speaker ?? x.name]))].sort();

function thanksOf(analysis: DayAnalysis, about: (numbers: readonly number[]) => Features): Thanks[] {
  return analysis.messages
    .filter(
      (m) =>
        m.duplicateOf === null &&
        m.mentions.length > 0 &&
        m.kind !== 'question' &&
        thanking.test(ownWords(m)),
    )
    .map((m) => ({ said: said(m), names: namesIn(m), about: about([m.n]) }));
}

function callsOf(analysis: DayAnalysis, about: (numbers: readonly number[]) => Features): Call[] {
  const answering = new Set(analysis.qa.flatMap((q) => q.answers));
  return analysis.messages
    .filter(
      (m) =>
        m.duplicateOf === null &&
        m.mentions.length > 0 &&
        ['chat', 'answer', 'talk'].includes(m.kind) &&
        ownWords(m).length >= shortestCall,
    )
    .map((m) => ({
      said: said(m),
      names: namesIn(m),
      about: about([m.n]),
      answersToday: answering.has(m.n),
    }));
}

/** Takes from a day's analysis what is asked, answered and explained in it, and who is called. */
export function questionsOf(analysis: DayAnalysis, stopwords: ReadonlySet<string>): DayQuestions {
  const about = featuresIn(analysis, stopwords);
  const message = (n: number) => said(analysis.messages[n - 1]!);
  const threadOf = new Map(analysis.threads.flatMap((t) => t.messages.map((n) => [n, t] as const)));
  const talkOf = (n: number) => {
    const talk = guestTalks(analysis).find(
      (t) => t.qa.some((q) => q.question[0] === n) || isDuring(analysis, t.passages, n),
    );
    return talk ? { speaker: talk.speaker, title: talk.title } : null;
  };
  const ask = (question: readonly number[], answers: readonly number[]): Asked => {
    const n = question[0]!;
    const thread = threadOf.get(n);
    const words = question.map((k) => ownWords(analysis.messages[k - 1]!)).join(' ');
    const features = about(question);
    return {
      n,
      question: question.map(message),
      answers: answers.map(message),
      about: features,
      terms: analysis.terms.filter((t) => t.messages.some((k) => question.includes(k))).map((t) => t.term),
      told: about(answers),
      title: thread?.title ?? '',
      talk: talkOf(n),
      substantial: thread?.domain !== 'social' && (features.some(isTerm) || words.length >= shortestQuestion),
      wanting:
        thread?.domain !== 'social' &&
        features.some(isTerm) &&
        words.length >= shortestQuestion &&
        asking.test(words) &&
        !remark.test(words),
    };
  };
  return {
    group: analysis.group,
    date: analysis.date,
    asked: [
      ...analysis.qa.map((q) => ask(q.question, q.answers)),
      ...analysis.unanswered.map((q) => ask(q.question, [])),
    ].sort((a, b) => a.n - b.n),
    calls: callsOf(analysis, about),
    thanks: thanksOf(analysis, about),
    talks: guestTalks(analysis).map(({ speaker, title, passages }) => ({
      n: passages[0]!,
      speaker,
      title,
      about: about(passages),
    })),
  };
}

/** Questions still belong to a talk this long after its last passage, in seconds. */
const afterwards = 2 * 3600;

function isDuring(analysis: DayAnalysis, passages: readonly number[], n: number): boolean {
  const second = (k: number) => analysis.messages[k - 1]!.second;
  return second(n) >= second(passages[0]!) && second(n) <= second(passages.at(-1)!) + afterwards;
}

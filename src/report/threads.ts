import { type AnalysedMessage, type DayAnalysis, guestTalks } from '../analysis/index.js';
import { isWithheldText } from '../lang/withheld.js';
import type { Names } from '../privacy/index.js';
import { stanceOf, standingOf } from '../talks/index.js';
import type { AskedQuestion, Statement, ThreadReport } from './model.js';
import { questionOf, statementsOf } from './statements.js';
import { openQuestions } from './unanswered.js';

/** A thread has a section of its own from so many telling messages on, and so many sections are read. */
const fewestTelling = 5;
const mostThreads = 7;
const mostStatements = 5;
const mostQuestions = 3;
const shortestStatement = 8;

type Thread = DayAnalysis['threads'][number];

const tells = (m: AnalysedMessage) =>
  m.duplicateOf === null &&
  !['reaction', 'signin', 'share', 'notice'].includes(m.kind) &&
  !isWithheldText(m.text);

/** How much a message says: its length up to a point, the terms in it, what replied to it, a source. */
function weightOf(m: AnalysedMessage, terms: Map<number, number>, replies: Map<number, number>): number {
  const said = Math.min(m.text.length, 80) / 20;
  return said + 1.2 * (terms.get(m.n) ?? 0) + 0.6 * (replies.get(m.n) ?? 0) + (m.kind === 'answer' ? 1 : 0);
}

function tally(numbers: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  return counts;
}

/** How much each message of a day says, by number. */
export function weightsOf(analysis: DayAnalysis): Map<number, number> {
  const terms = tally(analysis.terms.flatMap((term) => term.messages));
  const replies = tally(analysis.links.filter((l) => l.parent !== l.n).map((l) => l.parent));
  return new Map(analysis.messages.map((m) => [m.n, weightOf(m, terms, replies)]));
}

/** In a thread this short all answers are to one matter, whichever question they stand under. */
const oneMatter = 20;

/** Answers that go against each other, by different people; both sides, or null. */
function disputeOf(questions: AskedQuestion[], count: number): ThreadReport['dispute'] {
  const matters =
    count <= oneMatter ? [questions.flatMap((q) => q.answers)] : questions.map((q) => q.answers);
  for (const answers of matters) {
    const pro = answers.filter((s) => stanceOf(s.text) === 'for');
    const contra = answers.filter(
      (s) => stanceOf(s.text) === 'against' && !pro.some((p) => p.speaker === s.speaker),
    );
    if (pro.length && contra.length) return { for: pro.slice(0, 3), against: contra.slice(0, 3) };
  }
  return null;
}

/** The statements that say most, in the order in which they were made; what the questions show already is left out. */
function telling(
  thread: Thread,
  analysis: DayAnalysis,
  shown: Set<number>,
  weights: Map<number, number>,
  names: Names,
): Statement[] {
  const candidates = thread.messages.filter((n) => {
    const m = analysis.messages[n - 1]!;
    return tells(m) && m.kind !== 'question' && m.text.length >= shortestStatement && !shown.has(n);
  });
  const best = new Set(
    [...candidates].sort((a, b) => weights.get(b)! - weights.get(a)! || a - b).slice(0, mostStatements),
  );
  return statementsOf(
    candidates.filter((n) => best.has(n)),
    analysis,
    names,
  );
}

function reportThread(
  thread: Thread,
  analysis: DayAnalysis,
  weights: Map<number, number>,
  unanswered: readonly Statement[],
  names: Names,
): ThreadReport {
  const within = new Set(thread.messages);
  const guests = new Set(guestTalks(analysis).map((talk) => talk.speaker));
  const own = thread.messages.map((n) => analysis.messages[n - 1]!).filter((m) => m.duplicateOf === null);
  const all = analysis.qa.filter((q) => within.has(q.question[0]!));
  const weigh = (q: (typeof all)[number]) =>
    Math.max(...[...q.question, ...q.answers].map((n) => weights.get(n)!));
  const best = new Set([...all].sort((a, b) => weigh(b) - weigh(a)).slice(0, mostQuestions));
  const asked = all.map((q) => ({
    question: questionOf(q.question, analysis, names),
    answers: statementsOf(q.answers, analysis, names),
  }));
  const questions = asked.filter((_, i) => best.has(all[i]!));
  const shown = new Set(
    questions.flatMap((q) => [...q.question.messages, ...q.answers.flatMap((a) => a.messages)]),
  );
  return {
    id: thread.id,
    title: thread.title,
    domain: thread.domain,
    from: own[0]!.time.slice(0, 5),
    to: own.at(-1)!.time.slice(0, 5),
    count: own.length,
    people: new Set(own.map((m) => m.speaker)).size,
    messages: own.map((m) => m.n),
    questions,
    statements: telling(thread, analysis, shown, weights, names),
    dispute: disputeOf(asked, own.length),
    rumour: own.some((m) => standingOf(m.text, guests.has(m.speaker)) === 'rumour'),
    open: unanswered.filter((q) => within.has(q.messages[0]!)),
    links: own.flatMap((m) =>
      m.attachments.filter((a) => a.kind === 'link').map((a) => ({ title: a.title, url: a.url, n: m.n })),
    ),
  };
}

/** What a thread is worth to a reader: what its messages say, from as many people as possible. */
function worth(thread: Thread, analysis: DayAnalysis, weights: Map<number, number>): number {
  const own = thread.messages.map((n) => analysis.messages[n - 1]!).filter(tells);
  const people = new Set(own.map((m) => m.speaker)).size;
  return own.reduce((sum, m) => sum + Math.min(weights.get(m.n)!, 4), 0) * Math.min(1, 0.4 + 0.2 * people);
}

export interface SortedThreads {
  worthReading: ThreadReport[];
  brief: { title: string; messages: number[] }[];
  folded: { title: string; messages: number[] }[];
}

/** Parts a day's threads into those worth reading, the small ones of the trade, and small talk. Talks stand elsewhere. */
export function sortThreads(analysis: DayAnalysis, names: Names): SortedThreads {
  const weights = weightsOf(analysis);
  const unanswered = openQuestions(analysis, names);
  const talks = new Set(analysis.talks.flatMap((talk) => talk.passages));
  const original = (n: number) => analysis.messages[n - 1]!.duplicateOf === null;
  const counted = (t: Thread) => ({ title: t.title, messages: t.messages.filter(original) });
  const rest = analysis.threads.filter((t) => !t.messages.some((n) => talks.has(n)));
  const trade = rest.filter((t) => t.domain !== 'social');
  const big = trade
    .filter(
      (t) =>
        t.domain === 'payments' &&
        t.messages.filter((n) => tells(analysis.messages[n - 1]!)).length >= fewestTelling,
    )
    .map((t) => ({ t, worth: worth(t, analysis, weights) }))
    .sort((a, b) => b.worth - a.worth || a.t.id - b.t.id)
    .slice(0, mostThreads)
    .map(({ t }) => t);
  return {
    worthReading: big.map((t) => reportThread(t, analysis, weights, unanswered, names)),
    brief: trade
      .filter((t) => !big.includes(t) && t.messages.some((n) => tells(analysis.messages[n - 1]!)))
      .map(counted),
    folded: rest
      .filter((t) => t.domain === 'social')
      .map(counted)
      .sort((a, b) => b.messages.length - a.messages.length || a.messages[0]! - b.messages[0]!),
  };
}

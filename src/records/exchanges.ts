import type { AnalysedMessage, DayAnalysis } from '../analysis/index.js';
import type { Names } from '../privacy/index.js';
import { withoutStrayNumbers } from './clean.js';
import { messageLines, withoutHead } from './lines.js';
import { type Exchange, type Line, type Turn, textOf } from './record.js';

type Talk = DayAnalysis['talks'][number];
type Question = Talk['qa'][number];

/** A day as its record is drafted from it. */
export interface Source {
  analysis: DayAnalysis;
  talk: Talk;
  names: Names;
}

/** So many passages at most are the answer to a question put in between; more of them are the talk, which a link mistook. */
const mostPassages = 3;

/** The passages of a talk without those that answer a question put in between: no message stands in a record twice. */
export function passagesOf({ talk }: Pick<Source, 'talk'>): number[] {
  const passages = new Set(talk.passages);
  for (const q of talk.qa) {
    const own = q.answers.filter((n) => passages.has(n));
    if (own.length <= mostPassages) for (const n of own) passages.delete(n);
  }
  return [...passages];
}

/** The questions of a talk: those that the guest answered, and in its discussion those that others did or nobody. */
export function questionsOf({ analysis, talk }: Source): Question[] {
  const discussed = new Set(talk.discussion);
  const known = new Set(talk.qa.flatMap((q) => q.question));
  const others = [...analysis.qa, ...analysis.unanswered.map((q) => ({ ...q, answers: [] }))].filter(
    (q) => q.question.every((n) => discussed.has(n)) && !q.question.some((n) => known.has(n)),
  );
  const passages = new Set(passagesOf({ talk }));
  const own = talk.qa.map((q) => ({ ...q, answers: q.answers.filter((n) => !passages.has(n)) }));
  const kept = others.map((q) => ({ ...q, answers: q.answers.filter((n) => discussed.has(n)) }));
  return [...own, ...kept].sort((a, b) => a.question[0]! - b.question[0]!);
}

const messageOf = (analysis: DayAnalysis, n: number): AnalysedMessage => analysis.messages[n - 1]!;

/** The lines of messages that speak to the guest, to whoever asked, or to whoever wrote before them. */
function linesOf(numbers: readonly number[], { analysis, talk, names }: Source, asker?: string): Line[] {
  const lines = numbers.flatMap((n) => {
    const parent = analysis.links[n - 1]?.parent ?? n;
    const to = new Set([talk.speaker, asker ?? '', messageOf(analysis, parent).speaker]);
    return messageLines(messageOf(analysis, n), analysis.date, names, to);
  });
  return withoutStrayNumbers(lines, textOf, withoutHead);
}

/** Labels of those who answer, in the order in which they appear: `A` the guest, `A1`, `A2` the others. */
function labeller(guest: string): (speaker: string) => string {
  const others: string[] = [];
  return (speaker) => {
    if (speaker === guest) return 'A';
    if (!others.includes(speaker)) others.push(speaker);
    return `A${others.indexOf(speaker) + 1}`;
  };
}

/** Messages as turns: what one person says in a row under one label is one. */
export function turnsOf(
  numbers: readonly number[],
  source: Source,
  labelOf: (n: number, speaker: string) => string,
  asker?: string,
): Turn[] {
  const turns: (Turn & { speaker: string; numbers: number[] })[] = [];
  for (const n of numbers) {
    const { speaker } = messageOf(source.analysis, n);
    const label = labelOf(n, speaker);
    const last = turns.at(-1);
    if (last?.speaker === speaker && last.label === label) last.numbers.push(n);
    else turns.push({ label, speaker, numbers: [n], lines: [] });
  }
  return turns
    .map((turn) => ({ label: turn.label, lines: linesOf(turn.numbers, source, asker) }))
    .filter((turn) => turn.lines.length);
}

/** What is added goes on from a question or its answers over so many messages at most; then the talk has turned. */
const longestChain = 2;

/** The question that each message belongs to, by its number: as part of it, or by going on from a message that does. */
function placesOf(questions: readonly Question[], analysis: DayAnalysis): Map<number, Question> {
  const places = new Map<number, Question>();
  const chains = new Map<number, number>();
  for (const q of questions)
    for (const n of [...q.question, ...q.answers]) if (!places.has(n)) places.set(n, q);
  for (const { n, parent } of analysis.links) {
    const place = places.get(parent);
    const chain = (chains.get(parent) ?? 0) + 1;
    if (!place || places.has(n) || chain > longestChain) continue;
    places.set(n, place);
    chains.set(n, chain);
  }
  return places;
}

/** The question that one follows up, if it is another of the record's, and asked before. */
function followed(q: Question, questions: readonly Question[]): Question | null {
  const { follows } = q;
  if (follows === null) return null;
  const found = questions.find((other) => other.question.includes(follows));
  return found && found.question[0]! < q.question[0]! ? found : null;
}

/** Questions and answers (问答) of a talk and what was added to each; `loose` is the discussion that belongs to none. */
export function exchangesOf(source: Source): { exchanges: Exchange[]; loose: number[] } {
  const { analysis, talk } = source;
  const questions = questionsOf(source);
  const places = placesOf(questions, analysis);
  const used = new Set([...talk.passages, ...questions.flatMap((q) => [...q.question, ...q.answers])]);
  const added = talk.discussion.filter((n) => !used.has(n));
  const exchanges = new Map<Question, Exchange>();
  const roots: Exchange[] = [];
  for (const q of questions) {
    const labelOf = labeller(talk.speaker);
    const answers = new Set(q.answers);
    const numbers = [...new Set([...q.answers, ...added.filter((n) => places.get(n) === q)])];
    const exchange: Exchange = {
      question: linesOf(q.question, source),
      turns: turnsOf(
        numbers.sort((a, b) => a - b),
        source,
        (n, speaker) => (answers.has(n) || speaker === talk.speaker ? labelOf(speaker) : 'S'),
        messageOf(analysis, q.question[0]!).speaker,
      ),
      followUps: [],
    };
    exchanges.set(q, exchange);
    const parent = followed(q, questions);
    const above = parent && exchanges.get(parent);
    (above ? above.followUps : roots).push(exchange);
  }
  return { exchanges: roots, loose: added.filter((n) => !places.has(n)) };
}

import type { DayAnalysis } from '../analysis/index.js';
import { inOneBreath } from './breath.js';
import { leftoverLength } from './clean.js';
import { messageLines, withoutHead } from './lines.js';
import { messageOf, type Question, questionsOf, type Source } from './questions.js';
import { type Exchange, type Line, type Turn, textOf } from './record.js';

/** The lines of messages that speak to the guest, to whoever asked, or to whoever wrote before them. */
function linesOf(
  numbers: readonly number[],
  { analysis, talk, names, quotedIn }: Source,
  asker?: string,
): Line[] {
  const lines = numbers.flatMap((n) => {
    const parent = analysis.links[n - 1]?.parent ?? n;
    const to = new Set([talk.speaker, asker ?? '', messageOf(analysis, parent).speaker]);
    const message = messageOf(analysis, n);
    return messageLines(message, analysis.date, names, { to, quoted: quotedIn(message) });
  });
  const [first, ...rest] = lines;
  return first ? [withoutHead(first, leftoverLength(textOf(first))), ...rest] : [];
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

/** Messages as turns: what one person says in one breath under one label is one. */
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
    const goesOn = last?.speaker === speaker && last.label === label;
    if (goesOn && inOneBreath(source.analysis, last.numbers.at(-1)!, n)) last.numbers.push(n);
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
    // whoever goes on in one breath has not gone further
    const isSame = inOneBreath(analysis, parent, n);
    const chain = (chains.get(parent) ?? 0) + (isSame ? 0 : 1);
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

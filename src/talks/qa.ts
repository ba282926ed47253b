import type { Questions } from './answer-features.js';
import { type Conversation, type Turn, turnsOf } from './conversation.js';
import { followed } from './follow-ups.js';
import { type Match, matchesOf, probabilityOf, questionsOf } from './matching.js';
import { qaWeights } from './qa-weights.js';

/** A question of the day and its answers (问答), as message numbers, rising. */
export interface Question {
  question: number[];
  answers: number[];
  /** First message of the question that it follows up; null where it opens a matter. */
  follows: number | null;
  /** `statement`: said as a fact, and confirmed or corrected by the guest. */
  kind: 'question' | 'statement';
}

/** Probabilities from which on, chosen for the best F1 on annotated days left out by turns. */
const asksAtLeast = 0.3;
const answersAtLeast = 0.25;
/** One answer of a question is at least so probable, or it was not answered. */
const surestAtLeast = 0.3;
/** A message that answers one question also answers another from here on. */
const alsoAnswersAtLeast = 0.8;
/** An unanswered question is told where it asks something of substance so probably: nobody waits for asides. */
const openAtLeast = 0.5;

/** Whether a person said that a turn asks. */
const isToldToAsk = (t: Turn) => t.told === 'other' && t.kind === 'question';

/** A question that others would not understand alone is not told as open, in characters. */
const shortestOpen = 6;
/** What probably was answered is not told as open either; what only might have been is: a reader sees soon that it was. */
const perhapsAnswered = 0.4;
/** What so probably asks is told as open though it may answer something else, too. */
const asksSurely = 0.6;
const asksOutright =
  /[?？]|吗|请教|请问|咨询|求|哪|谁|怎么|如何|什么|为啥|多(?:久|少|长|大)|有没有|是不是|能不能|会不会|是否/;

/** Whether a group reads as a question by itself, and nobody replied to it with what counts as an answer. */
function readsAsOpen(turns: readonly Turn[], group: readonly number[], surest: number): boolean {
  let text = '';
  for (const i of group) text += turns[i]!.text;
  if (text.length < shortestOpen || !asksOutright.test(text) || surest >= perhapsAnswered) return false;
  const asker = turns[group[0]!]!.speaker;
  return !turns.some(
    (t) => t.kind === 'answer' && t.speaker !== asker && t.parent !== t.i && group.includes(t.parent),
  );
}

/** Gives each turn to the questions that it answers: the likeliest, and others that are likely too. */
function assign(q: Questions, matches: readonly Match[], isAnswered: readonly boolean[]): number[][] {
  const answers = q.groups.map((): number[] => []);
  const ofTurn = new Map<number, Match[]>();
  for (const m of matches) {
    if (!isAnswered[m.group] || m.probability < answersAtLeast) continue;
    const list = ofTurn.get(m.turn);
    if (list) list.push(m);
    else ofTurn.set(m.turn, [m]);
  }
  for (const [i, list] of ofTurn) {
    const own = q.groupOf[i]!;
    const asks = own >= 0 && isAnswered[own] ? probabilityOf(q.scores[own]!) : 0;
    list.sort((a, b) => b.probability - a.probability || a.group - b.group);
    list.forEach(({ group, probability }, rank) => {
      const least = rank ? alsoAnswersAtLeast : answersAtLeast;
      if (probability >= least && probability >= asks) answers[group]!.push(i);
    });
  }
  return answers.map((given, g) =>
    [...new Set([...given, ...q.groups[g]!.confirmations])].sort((a, b) => a - b),
  );
}

/** All questions of substance of a day, with and without answers, by first message. Small talk and rhetoric ask nothing of substance. */
export function findQuestions(c: Conversation): Question[] {
  const turns = turnsOf(c);
  const q = questionsOf(turns, qaWeights);
  const matches = matchesOf(q, qaWeights);
  const surest = q.groups.map(() => 0);
  for (const m of matches) surest[m.group] = Math.max(surest[m.group]!, m.probability);
  const asks = q.scores.map(probabilityOf);
  const isAnswered = q.groups.map(
    ({ confirmations }, g) =>
      confirmations.length > 0 || (asks[g]! >= asksAtLeast && surest[g]! >= surestAtLeast),
  );
  const answers = assign(q, matches, isAnswered);
  const isAnswer = new Set(answers.flat());
  const isOpen = (g: number) =>
    (asks[g]! >= openAtLeast || q.groups[g]!.turns.some((i) => isToldToAsk(turns[i]!))) &&
    q.groups[g]!.kind === 'question' &&
    readsAsOpen(turns, q.groups[g]!.turns, surest[g]!) &&
    turns[q.groups[g]!.turns[0]!]!.domain !== 'social' &&
    (asks[g]! >= asksSurely || !q.groups[g]!.turns.some((i) => isAnswer.has(i)));
  const listed = q.groups
    .map((group, g) => ({ ...group, answers: answers[g]!, isListed: answers[g]!.length > 0 || isOpen(g) }))
    .filter((group) => group.isListed);
  const before = followed(turns, listed);
  const numbers = (places: readonly number[]) => places.map((i) => turns[i]!.n);
  return listed.map((group, k) => ({
    question: numbers(group.turns),
    answers: numbers(group.answers),
    follows: before[k]! < 0 ? null : turns[listed[before[k]!]!.turns[0]!]!.n,
    kind: group.kind,
  }));
}

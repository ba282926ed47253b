import { answerEvidence, factsOf, firstAskedOf, mayAnswer, type Questions } from './answer-features.js';
import { gatherAsked, repliesTo } from './asking.js';
import type { Turn } from './conversation.js';
import { continuationsOf, expectedOf } from './expected.js';
import { judgedOdds } from './judge.js';
import { questionEvidence } from './question-features.js';
import { traitsOf } from './turn-traits.js';

/** Learned weights, each in the order of its features. */
export interface QaWeights {
  question: readonly number[];
  answer: readonly number[];
  neighbours: readonly number[];
}

/** What a turn's neighbours say of its answering a question, added in a second round. */
export const neighbourFeatures = [
  'always',
  'first-round',
  'previous-own',
  'next-own',
  'best-elsewhere',
  'is-best',
  'best-of-question',
  'parent-answers',
  'is-question',
  'is-reaction',
  'own-run-question',
  'judged-answer-odds',
] as const;

/** A turn that may answer a question, with what speaks for it. */
export interface Match {
  /** Place of the question among the groups. */
  group: number;
  turn: number;
  evidence: number[];
  /** Probability by the evidence alone, then with that of its neighbours. */
  first: number;
  probability: number;
}

export function dot(weights: readonly number[], values: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k]! * weights[k]!;
  return sum;
}
export const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
const logOddsOf = (p: number) => Math.log(Math.max(p, 1e-4) / Math.max(1 - p, 1e-4));

/** How rare each word of the day is: log2 of the turns over those that have it. */
function rarityOf(turns: readonly Turn[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const t of turns) for (const w of t.words) counts.set(w, (counts.get(w) ?? 0) + 1);
  return new Map([...counts].map(([w, count]) => [w, Math.log2(turns.length / count)]));
}

/** What may ask something in a day, and how far it does. */
export function questionsOf(
  turns: readonly Turn[],
  weights: QaWeights,
): Questions & { evidence: number[][] } {
  const replies = repliesTo(turns);
  const groups = gatherAsked(turns, replies);
  const evidence = groups.map((group) => questionEvidence(turns, group, replies));
  const groupOf = turns.map(() => -1);
  groups.forEach((group, g) => {
    for (const i of group.turns) groupOf[i] = g;
  });
  const scores = evidence.map((row) => dot(weights.question, row));
  const continuations = continuationsOf(turns);
  return {
    turns,
    groups,
    expected: groups.map((group) => expectedOf(turns, continuations, group)),
    traits: turns.map(traitsOf),
    scores,
    firstAsked: firstAskedOf(groups, scores),
    groupOf,
    rarity: rarityOf(turns),
    evidence,
  };
}

/** Every turn that may answer each question, with the evidence for it. */
export function candidatesOf(q: Questions): Match[] {
  const found: Match[] = [];
  q.groups.forEach(({ turns: [began] }, group) => {
    const facts = factsOf(q, group);
    for (let i = began! + 1; i < q.turns.length; i++) {
      const t = q.turns[i]!;
      if (!mayAnswer(q, group, t)) continue;
      const evidence = answerEvidence(q, group, t, facts);
      found.push({ group, turn: t.i, evidence, first: 0, probability: 0 });
    }
  });
  return found;
}

/** An answer's author goes on so long after, in seconds. */
const sameAnswer = 240;

/** The evidence of neighbours, in the order of {@link neighbourFeatures}, once `first` of every match is known. */
export function neighbourEvidence(q: Questions, matches: readonly Match[]): number[][] {
  const key = (group: number, turn: number) => group * q.turns.length + turn;
  const known = new Map(matches.map((m) => [key(m.group, m.turn), m.first]));
  const at = (group: number, turn: number) => (turn < 0 ? 0 : (known.get(key(group, turn)) ?? 0));
  const bestOfGroup = q.groups.map(() => 0);
  /** The two best of each turn: what is best elsewhere is the second for the best itself. */
  const best = q.turns.map((): [number, number] => [0, 0]);
  for (const m of matches) {
    bestOfGroup[m.group] = Math.max(bestOfGroup[m.group]!, m.first);
    const two = best[m.turn]!;
    if (m.first > two[0]) [two[0], two[1]] = [m.first, two[0]];
    else if (m.first > two[1]) two[1] = m.first;
  }
  return matches.map((m) => {
    const t = q.turns[m.turn]!;
    const near = (i: number) =>
      i >= 0 && Math.abs(q.turns[i]!.second - t.second) <= sameAnswer ? at(m.group, i) : 0;
    const [most, second] = best[m.turn]!;
    const elsewhere = m.first === most ? second : most;
    const previous = near(t.previousOwn);
    return [
      1,
      logOddsOf(m.first) / 3,
      previous,
      near(t.nextOwn),
      elsewhere,
      Number(m.first > elsewhere),
      bestOfGroup[m.group]!,
      t.parent === t.i ? 0 : at(m.group, t.parent),
      Number(t.kind === 'question'),
      Number(t.kind === 'reaction'),
      q.groupOf[t.i]! >= 0 ? previous : 0,
      judgedOdds(t.judged.answers),
    ];
  });
}

/** Whoever says something to an asker by name answers his latest question at least so probably. */
const calledBack = 0.5;
const shortestReply = 6;

/** Whether a turn calls the asker, says something, and stands behind his latest question. */
function answersByName(q: Questions, { group, turn }: Match): boolean {
  const t = q.turns[turn]!;
  const { asker } = q.groups[group]!;
  if (!t.calls.includes(asker) || t.kind === 'question' || t.kind === 'reaction' || q.groupOf[turn]! >= 0)
    return false;
  const latest = q.groups.findLastIndex((g) => g.asker === asker && g.turns[0]! < turn);
  return latest === group && t.text.length >= shortestReply && (t.isGuest || t.kind === 'answer');
}

/** Matches of a day with their probabilities. */
export function matchesOf(q: Questions, weights: QaWeights): Match[] {
  const matches = candidatesOf(q);
  for (const m of matches) m.first = probabilityOf(dot(weights.answer, m.evidence));
  neighbourEvidence(q, matches).forEach((row, k) => {
    const match = matches[k]!;
    const probability = probabilityOf(dot(weights.neighbours, row));
    match.probability = answersByName(q, match) ? Math.max(probability, calledBack) : probability;
  });
  return matches;
}

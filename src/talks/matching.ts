import { type Questions, saidEvidence, saidFeatures } from './answer-features.js';
import { gatherAsked, repliesTo } from './asking.js';
import { visitCandidates } from './candidates.js';
import { columnsOf } from './columns.js';
import { judgedOdds } from './judge.js';
import { questionEvidence } from './question-features.js';
import type { Turn } from './turn.js';
import { traitsOf } from './turn-traits.js';
import { isWordedAsQuestion } from './worded.js';

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

/** A turn that may answer a question. */
export interface Match {
  /** Place of the question among the groups. */
  group: number;
  turn: number;
  /** Probability by the evidence alone, then with that of its neighbours. */
  first: number;
  probability: number;
}

/** The sum of products of two rows of one length. */
export function dot(weights: ArrayLike<number>, values: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k]! * weights[k]!;
  return sum;
}
/** The probability, 0 to 1, that log-odds (natural) stand for. */
export const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
const logOddsOf = (p: number) => Math.log(Math.max(p, 1e-4) / Math.max(1 - p, 1e-4));

/** What may ask something in a day, and how far it does. */
export function questionsOf(
  turns: readonly Turn[],
  weights: QaWeights,
): Questions & { evidence: number[][] } {
  const replies = repliesTo(turns);
  const groups = gatherAsked(turns, replies);
  const evidence = groups.map((group) => questionEvidence(turns, group, replies));
  const groupOf = new Int32Array(turns.length).fill(-1);
  groups.forEach((group, g) => {
    for (const i of group.turns) groupOf[i] = g;
  });
  const scores = evidence.map((row) => dot(weights.question, row));
  return {
    turns,
    columns: columnsOf(turns),
    groups,
    traits: turns.map(traitsOf),
    scores,
    groupOf,
    evidence,
  };
}

/** Every turn that may answer each question, question by question, with how probably it does by the evidence on itself. */
function firstRound(q: Questions, weights: QaWeights): Match[] {
  const ofSaid = Float64Array.from(weights.answer.slice(0, saidFeatures.length));
  const ofPair = Float64Array.from(weights.answer.slice(saidFeatures.length));
  const said = q.turns.map((t) => dot(ofSaid, saidEvidence(q, t.i)));
  const found: Match[] = [];
  visitCandidates(q, (group, turn, row) => {
    const first = probabilityOf(said[turn]! + dot(ofPair, row));
    found.push({ group, turn, first, probability: first });
  });
  return found;
}

/** An answer's author goes on so long after, in seconds. */
const sameAnswer = 240;

/** How probable the likeliest matches are by themselves: of each question, and the two likeliest of each turn. */
function likeliestOf({ groups, turns }: Questions, matches: readonly Match[]) {
  const ofGroup = new Float64Array(groups.length);
  const most = new Float64Array(turns.length);
  const second = new Float64Array(turns.length);
  for (const { group, turn, first } of matches) {
    ofGroup[group] = Math.max(ofGroup[group]!, first);
    if (first > most[turn]!) {
      second[turn] = most[turn]!;
      most[turn] = first;
    } else if (first > second[turn]!) second[turn] = first;
  }
  return { ofGroup, most, second };
}

/**
 * Shows what the neighbours of each match say of it, once `first` of every match is known. `matches` stand question by
 * question; `row` is in the order of {@link neighbourFeatures}, and holds only until the next one is shown.
 */
export function visitNeighbours(
  q: Questions,
  matches: readonly Match[],
  visit: (match: Match, row: Float64Array) => void,
): void {
  const likeliest = likeliestOf(q, matches);
  const judged = q.turns.map((t) => judgedOdds(t.judged.answers));
  /** How probably each turn answers the question at hand by itself; 0 for those that cannot. */
  const known = new Float64Array(q.turns.length);
  const row = new Float64Array(neighbourFeatures.length);
  for (let from = 0, end = 0; from < matches.length; from = end) {
    for (; matches[end]?.group === matches[from]!.group; end++)
      known[matches[end]!.turn] = matches[end]!.first;
    for (let k = from; k < end; k++) {
      writeNeighbours(q, matches[k]!, known, likeliest, row);
      row[neighbourFeatures.length - 1] = judged[matches[k]!.turn]!;
      visit(matches[k]!, row);
    }
    known.fill(0);
  }
}

/** Writes the evidence of a match's neighbours into `row`, all but the last. */
function writeNeighbours(
  { turns, groupOf }: Questions,
  { group, turn, first }: Match,
  known: Float64Array,
  likeliest: ReturnType<typeof likeliestOf>,
  row: Float64Array,
): void {
  const t = turns[turn]!;
  const near = (i: number) => (i >= 0 && Math.abs(turns[i]!.second - t.second) <= sameAnswer ? known[i]! : 0);
  const most = likeliest.most[turn]!;
  const elsewhere = first === most ? likeliest.second[turn]! : most;
  const previous = near(t.previousOwn);
  let k = 0;
  row[k++] = 1;
  row[k++] = logOddsOf(first) / 3;
  row[k++] = previous;
  row[k++] = near(t.nextOwn);
  row[k++] = elsewhere;
  row[k++] = Number(first > elsewhere);
  row[k++] = likeliest.ofGroup[group]!;
  row[k++] = t.parent === turn ? 0 : known[t.parent]!;
  row[k++] = Number(t.kind === 'question');
  row[k++] = Number(t.kind === 'reaction');
  row[k++] = groupOf[turn]! >= 0 ? previous : 0;
}

/** Whoever says something to an asker by name answers his latest question at least so probably. */
export const calledBack = 0.5;
const shortestReply = 6;

/** A reminder of what was asked before, nothing new: `幂等那个没人理我吗`. */
const reminder = /没(?:有)?人(?:理|回|应|答|知道|懂)/;
const longestReminder = 16;
const isReminder = (text: string): boolean => text.length <= longestReminder && reminder.test(text);

/** Tells whether a question is the asker's latest one before a turn. */
type IsLatest = (match: Match) => boolean;

/** Of each question up to which turn it is the asker's latest; a reminder is none. */
function latestIn({ groups, turns }: Questions): IsLatest {
  const until = new Float64Array(groups.length).fill(-1);
  const next = new Map<string, number>();
  for (let group = groups.length - 1; group >= 0; group--) {
    const { asker, turns: asked } = groups[group]!;
    const first = asked[0]!;
    if (isReminder(turns[first]!.text)) continue;
    until[group] = next.get(asker) ?? Number.POSITIVE_INFINITY;
    next.set(asker, Math.min(first, until[group]!));
  }
  return ({ group, turn }) => groups[group]!.turns[0]! < turn && turn <= until[group]!;
}

/** Whether a turn calls the asker, says something, and stands behind his latest question. */
function answersByName(q: Questions, match: Match, isLatest: IsLatest): boolean {
  const t = q.turns[match.turn]!;
  if (!t.calls.includes(q.groups[match.group]!.asker)) return false;
  if (t.kind === 'question' || t.kind === 'reaction' || q.groupOf[match.turn]! >= 0) return false;
  return t.text.length >= shortestReply && (t.isGuest || t.kind === 'answer') && isLatest(match);
}

/** With a question's words in it, what is said to somebody by name is a reply from so many characters on. */
const shortestTelling = 20;

/** Whether a turn seems to ask, and tells an asker by name something of what he asked in words: `@… 流水表里记已付多少、还差多少`. */
function repliesByName(q: Questions, match: Match, isLatest: IsLatest): boolean {
  const t = q.turns[match.turn]!;
  const { asker, turns } = q.groups[match.group]!;
  if (t.kind === 'reaction' || q.groupOf[t.i]! < 0 || !t.calls.includes(asker)) return false;
  if (!turns.some((i) => isWordedAsQuestion(q.turns[i]!.text))) return false;
  if (t.text.length < shortestTelling || isWordedAsQuestion(t.text)) return false;
  const asked = turns.flatMap((i) => q.turns[i]!.words);
  return t.words.some((word) => asked.includes(word)) && isLatest(match);
}

/** The matches by which a turn that seems to ask replies to a question that nothing else answers so probably. */
export function lateReplies(q: Questions, matches: readonly Match[], surest: number): Match[] {
  const isAnswered = new Set(matches.filter((m) => m.probability >= surest).map((m) => m.group));
  const isLatest = latestIn(q);
  return matches.filter((m) => !isAnswered.has(m.group) && repliesByName(q, m, isLatest));
}

/** Matches of a day with their probabilities, question by question. */
export function matchesOf(q: Questions, weights: QaWeights): Match[] {
  const matches = firstRound(q, weights);
  const isLatest = latestIn(q);
  visitNeighbours(q, matches, (match, row) => {
    const probability = probabilityOf(dot(weights.neighbours, row));
    match.probability = answersByName(q, match, isLatest) ? Math.max(probability, calledBack) : probability;
  });
  return matches;
}

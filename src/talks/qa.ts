import { group } from 'd3-array';
import type { Questions } from './answer-features.js';
import { type Conversation, type Turn, turnsOf } from './conversation.js';
import { followed } from './follow-ups.js';
import { calledBack, lateReplies, type Match, matchesOf, probabilityOf, questionsOf } from './matching.js';
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
/**
 * One answer of a question is at least so probable, or it was not answered. A question whose answer went to another one is
 * not told as open either: of those listed on annotated days that had such an answer, 16 of 23 were answered.
 */
const surestAtLeast = 0.3;
/** A message that answers one question also answers another from here on. */
const alsoAnswersAtLeast = 0.8;
/** An unanswered question is told where it asks something of substance so probably: nobody waits for asides. */
const openAtLeast = 0.5;

/** Whether a person said that a turn asks. */
const isToldToAsk = (t: Turn) => t.told === 'other' && t.kind === 'question';

/** A question that others would not understand alone is not told as open, in characters. */
const shortestOpen = 6;
/** What so probably asks is told as open though it may answer something else, too. */
const asksSurely = 0.6;
const asksOutright =
  /[?？]|吗|请教|请问|咨询|(?<![需要追请力谋寻征])求(?![职婚])|哪|谁|怎么|如何|什么|啥|多(?:久|少|长|大)|([\u4e00-\u9fff])[不没]\1|是否/;
/** Without a word of the trade it has so many letters: `你来了？？`, `怎么解决呀` ask nothing that another could answer later. */
const shortestOfAny = 12;
const shortestHow = 9;
const asksHow = /怎么|如何|为什么|咋/;
const unspoken = /[\s\p{P}]/gu;
/** Words for asking that ask nothing: and the like (什么的), none (没什么), any (什么都), mere banter (叫什么劲), at a loss (不知道怎么问), contradicting (什么叫分账，这是…), a case that its speaker decides himself (有没有签约。没有的话…). */
const indefinite =
  /(?<![做干是搞])(?:什么|啥)的(?=[\s，。,.!！~～]|$)|什么(?:之类|劲|鬼)|(?:(?<!有)没有?|不会有|不算)(?:什么|啥|多少|谁)|不知道?该?(?:怎么|如何|从哪里?)(?:问(?!题)|说起|开口)|什么叫[^\s，。,.!！?？]{1,12}[，,](?=[这那])|(?:什么|啥|多少|谁|哪[个家里些])[^\s，。,.!！?？]{0,5}[都也]|有没有[^?？吗]{2,40}[。，,；;]\s*(?:没有?|有)的话/g;

/** A file, a picture or a link from whom a question calls answers it without a word, within so many seconds. */
const sendsWithin = 300;

/** Whether somebody whom a question calls sends something soon after it. */
const sendsTo = (t: Turn, asked: readonly Turn[], last: Turn): boolean =>
  t.i > last.i &&
  t.second - last.second <= sendsWithin &&
  asked.some(({ calls }) => calls.includes(t.speaker));

const textOf = (turns: readonly Turn[], group: readonly number[]): string =>
  group.map((i) => turns[i]!.text).join('');

/** Emoji that the exporter lost, behind what was said: no question marks. */
const lostEmoji = /\?{2,}$/;

/** Whether a text asks outright, be it in passing. */
const asksInWords = (text: string): boolean =>
  asksOutright.test(text.trim().replace(lostEmoji, '').replace(indefinite, ''));

const isShort = (text: string): boolean =>
  text.replace(unspoken, '').length < (asksHow.test(text) ? shortestHow : shortestOfAny);

/** What may close a question without a word of its own: answers by the turn that they reply to, and what is sent. */
interface Closing {
  answersTo: ReadonlyMap<number, readonly Turn[]>;
  shares: readonly Turn[];
}

const closingOf = (turns: readonly Turn[]): Closing => ({
  answersTo: group(
    turns.filter((t) => t.kind === 'answer' && t.parent !== t.i),
    (t) => t.parent,
  ),
  shares: turns.filter((t) => t.kind === 'share'),
});

/** Whether a question reads as one by itself, and nobody replied to it. */
function readsAsOpen(
  turns: readonly Turn[],
  group: readonly number[],
  surest: number,
  { answersTo, shares }: Closing,
): boolean {
  const text = textOf(turns, group);
  if (text.length < shortestOpen || surest >= surestAtLeast) return false;
  const asked = group.map((i) => turns[i]!);
  if (!asked.some((t) => t.trade) && isShort(text)) return false;
  if (!asked.some((t) => asksInWords(t.text))) return false;
  const last = asked.at(-1)!;
  const isOthers = (t: Turn) => t.speaker !== last.speaker;
  const isAnswered = group.some((i) => answersTo.get(i)?.some(isOthers));
  return !isAnswered && !shares.some((t) => isOthers(t) && sendsTo(t, asked, last));
}

/** A question that is put again in the same words within so many seconds is one, whoever repeats it. */
const sameWithin = 1800;

/** Without open questions that were put before, or answered, in the same words. */
function eachOnce<T extends { turns: number[]; answers: number[] }>(
  turns: readonly Turn[],
  listed: T[],
): T[] {
  const wording = listed.map((q) => textOf(turns, q.turns).replace(unspoken, '').toLowerCase());
  const second = (q: T) => turns[q.turns[0]!]!.second;
  const alike = group(listed.keys(), (k) => wording[k]);
  const isSaid = (q: T, k: number) =>
    alike.get(wording[k])!.some((j) => {
      const other = listed[j]!;
      return (j < k || other.answers.length > 0) && Math.abs(second(other) - second(q)) <= sameWithin;
    });
  return listed.filter((q, k) => q.answers.length > 0 || !isSaid(q, k));
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
  const late = lateReplies(q, matches, surestAtLeast);
  for (const m of late) m.probability = Math.max(m.probability, calledBack);
  const isReply = new Set(late.map((m) => m.turn));
  const surest = q.groups.map(() => 0);
  for (const m of matches) surest[m.group] = Math.max(surest[m.group]!, m.probability);
  const asks = q.scores.map(probabilityOf);
  const isAnswered = q.groups.map(
    ({ confirmations }, g) =>
      confirmations.length > 0 || (asks[g]! >= asksAtLeast && surest[g]! >= surestAtLeast),
  );
  const answers = assign(q, matches, isAnswered);
  const isAnswer = new Set(answers.flat());
  const closing = closingOf(turns);
  const isOpen = (g: number) =>
    (asks[g]! >= openAtLeast || q.groups[g]!.turns.some((i) => isToldToAsk(turns[i]!))) &&
    q.groups[g]!.kind === 'question' &&
    readsAsOpen(turns, q.groups[g]!.turns, surest[g]!, closing) &&
    turns[q.groups[g]!.turns[0]!]!.domain !== 'social' &&
    !isReply.has(q.groups[g]!.turns[0]!) &&
    (asks[g]! >= asksSurely || !q.groups[g]!.turns.some((i) => isAnswer.has(i)));
  const found = q.groups
    .map((group, g) => ({ ...group, answers: answers[g]!, isListed: answers[g]!.length > 0 || isOpen(g) }))
    .filter((group) => group.isListed);
  const listed = eachOnce(turns, found);
  const before = followed(turns, listed);
  const numbers = (places: readonly number[]) => places.map((i) => turns[i]!.n);
  return listed.map((group, k) => ({
    question: numbers(group.turns),
    answers: numbers(group.answers),
    follows: before[k]! < 0 ? null : turns[listed[before[k]!]!.turns[0]!]!.n,
    kind: group.kind,
  }));
}

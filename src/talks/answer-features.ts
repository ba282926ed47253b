import type { Asked } from './asking.js';
import type { Columns } from './columns.js';
import { type Expected, expectedOdds, pathUp } from './expected.js';
import { judgedOdds } from './judge.js';
import type { Meanwhile } from './meanwhile.js';
import type { Turn } from './turn.js';
import { numberIn, type TurnTraits } from './turn-traits.js';

/** What speaks for or against a turn answering anything, whatever the question. */
export const saidFeatures = [
  'always',
  'link-probability',
  'is-question',
  'is-answer',
  'is-reaction',
  'is-talk',
  'is-share',
  'length',
  'short',
  'contradicts',
  'by-guest',
  'answer-cues',
  'own-question-score',
  'laughs',
  'judged-answer-odds',
  'judged-answer',
  'judged-question-odds',
] as const;

/** What speaks for or against it answering one question. */
export const pairFeatures = [
  'question-score',
  'direct',
  'own-run',
  'through-asker',
  'through-others',
  'direct-probability',
  'path-probability',
  'hops',
  'calls-asker',
  'calls-other',
  'is-statement',
  'confirms-yes-or-no',
  'confirms-open',
  'asker-is-guest',
  'guest-to-member-after',
  'seconds',
  'messages',
  'questions-between',
  'latest-question',
  'latest-of-thread',
  'latest-of-asker',
  'same-thread',
  'asked-him',
  'asked-other',
  'words-in-common',
  'thanked-after',
  'number-in-common',
  'number-differs',
  'direct-question',
  'own-run-question',
  'asker-spoke-between',
  'first-by-him',
  'direct-reaction',
  'adjacent',
  'expected-direct',
  'expected-run',
  'expected-descent',
  'expected-direct-odds',
  'expected-run-odds',
] as const;

/** What speaks for or against a turn answering a question. */
export const answerFeatures = [...saidFeatures, ...pairFeatures] as const;

const yesOrNo = /吗|么[？?]?$|是不是|有没有|能不能|会不会|可不可以|是否|对吧|是吧|吧[？?]?|不[？?]$/;
const thankedWithin = 4;

/** Logarithms of small whole numbers, for they are asked for of every pair: of seconds, of an hour's and more. */
const logs = Float64Array.from({ length: 4096 }, (_, x) => Math.log2(1 + x));
/** How large a whole number is, in doublings. */
const log = (x: number) => (x >= 0 && x < logs.length ? logs[x]! : Math.log2(1 + Math.max(0, x)));

/** A day's questions as answers are matched to them. */
export interface Questions {
  turns: readonly Turn[];
  columns: Columns;
  groups: readonly Asked[];
  /** What the words of each turn show. */
  traits: readonly TurnTraits[];
  /** How far each group asks something of substance, in log-odds. */
  scores: readonly number[];
  /** The group of each turn that is in one, -1 for others. */
  groupOf: Int32Array;
}

/** The evidence that a turn gives by itself, in the order of {@link saidFeatures}. */
export function saidEvidence({ turns, traits, groupOf, scores }: Questions, i: number): number[] {
  const t = turns[i]!;
  const said = traits[i]!;
  const mine = groupOf[i]!;
  return [
    1,
    t.probability,
    Number(t.kind === 'question'),
    Number(t.kind === 'answer'),
    Number(t.kind === 'reaction'),
    Number(t.kind === 'talk'),
    Number(t.kind === 'share'),
    log(t.text.length) / 4,
    Number(said.isShort),
    Number(said.contradicts),
    Number(t.isGuest),
    Number(said.hasCues),
    mine < 0 ? 0 : scores[mine]! / 3,
    Number(said.laughs),
    judgedOdds(t.judged.answers),
    t.judged.answers,
    judgedOdds(t.judged.asks),
  ];
}

/** What of a question does not change from turn to turn. */
export interface AskedFacts {
  group: number;
  asker: number;
  askerName: string;
  score: number;
  first: Turn;
  isStatement: boolean;
  /** Whom it calls, and whom it replies to, -1 where that is nobody else. */
  addressed: readonly number[];
  spokenTo: number;
  /** Whether yes or no may answer it. */
  yes: boolean;
  number: string | undefined;
}

/** What candidates for an answer are held against: who asked when, whom he called, what he asked about. */
export function factsOf(
  { turns, groups, scores, columns: { who, calls } }: Questions,
  g: number,
): AskedFacts {
  const { turns: own, asker } = groups[g]!;
  const first = turns[own[0]!]!;
  return {
    group: g,
    asker: who[first.i]!,
    askerName: asker,
    score: scores[g]!,
    first,
    isStatement: first.kind !== 'question',
    addressed: own.flatMap((i) => calls[i]!),
    spokenTo: first.parent === first.i ? -1 : who[first.parent]!,
    yes: yesOrNo.test(own.map((i) => turns[i]!.text).join('\n')),
    number: numberIn(first.text),
  };
}

/** Whether the asker gives thanks soon after a turn. */
function isThanked({ traits, columns: { who } }: Questions, asker: number, i: number): boolean {
  const until = Math.min(who.length, i + 1 + thankedWithin);
  for (let k = i + 1; k < until; k++) if (who[k] === asker && traits[k]!.thanks) return true;
  return false;
}

/** How much the words that a turn shares with a question say: rare ones more. */
function sharedWords({ words, rarity }: Columns, asked: Uint8Array, i: number): number {
  let sum = 0;
  for (const word of words[i]!) if (asked[word]) sum += rarity[word]!;
  return Math.min(3, sum / 4);
}

/** What is known of a question where the day stands at a turn behind it. */
export interface Standing {
  facts: AskedFacts;
  /** Which words of the day the question has. */
  asked: Uint8Array;
  expected: Expected;
  meanwhile: Meanwhile;
  /** How many links lead from each turn so far up to the question, 0 where they lead elsewhere. */
  hops: Uint8Array;
}

const oddsOfNone = expectedOdds(0);
const oddsOf = (p: number) => (p ? expectedOdds(p) : oddsOfNone);

/** Writes the evidence on a turn answering a question into `row`, in the order of {@link pairFeatures}. */
export function writePairEvidence(q: Questions, standing: Standing, i: number, row: Float64Array): void {
  const { facts, expected, meanwhile } = standing;
  const { first, asker, yes, addressed } = facts;
  const t = q.turns[i]!;
  const { second } = q.columns;
  const who = q.columns.who[i]!;
  const calls = q.columns.calls[i]!;
  const said = q.traits[i]!;
  const path = pathUp(q.turns, facts.askerName, t, standing.hops[i]!);
  const isDirect = path.hops === 1;
  const isRun = path.own && path.hops > 1;
  const isOthers = path.reaches && !path.own;
  const asksHim = facts.spokenTo === who || addressed.includes(who);
  const callsAsker = calls.includes(asker);
  const isInGroup = q.groupOf[i]! >= 0;
  const isSameThread = t.thread === first.thread;
  const others = meanwhile.askedByOthers(who);
  const since = i - meanwhile.last;
  const isNumbered = facts.number !== undefined;
  let k = 0;
  row[k++] = facts.score / 3;
  row[k++] = Number(isDirect);
  row[k++] = Number(isRun);
  row[k++] = Number(isOthers && path.throughAsker);
  row[k++] = Number(isOthers && !path.throughAsker);
  row[k++] = isDirect ? t.probability : 0;
  row[k++] = path.probability;
  row[k++] = log(path.hops) / 2;
  row[k++] = Number(callsAsker);
  row[k++] = Number((calls.length > 0 || t.callsUnknown) && !callsAsker);
  row[k++] = Number(facts.isStatement);
  row[k++] = Number(said.confirms && yes && isDirect);
  row[k++] = Number(said.confirms && !yes && isDirect);
  row[k++] = Number(first.isGuest);
  row[k++] = Number(t.isGuest && !first.isGuest);
  row[k++] = log(second[i]! - second[meanwhile.last]!) / 8;
  row[k++] = log(since) / 3;
  row[k++] = log(others) / 2;
  row[k++] = Number(others === 0);
  row[k++] = Number(isSameThread && meanwhile.askedInThreadByOthers(who) === 0);
  row[k++] = Number(!meanwhile.askedOn);
  row[k++] = Number(isSameThread);
  row[k++] = Number(asksHim);
  row[k++] = Number(!asksHim && addressed.length > 0);
  row[k++] = sharedWords(q.columns, standing.asked, i);
  row[k++] = Number(isThanked(q, asker, i));
  row[k++] = Number(isNumbered && facts.number === said.number);
  row[k++] = Number(isNumbered && said.number !== undefined && facts.number !== said.number);
  row[k++] = Number(isDirect && isInGroup);
  row[k++] = Number(isRun && isInGroup);
  row[k++] = Number(meanwhile.askerSpoke);
  row[k++] = Number(t.previousOwn <= meanwhile.last);
  row[k++] = Number(isDirect && t.kind === 'reaction');
  row[k++] = Number(since === 1);
  row[k++] = expected.direct[i]!;
  row[k++] = expected.run[i]!;
  row[k++] = expected.descent[i]!;
  row[k++] = oddsOf(expected.direct[i]!);
  row[k++] = oddsOf(expected.run[i]!);
}

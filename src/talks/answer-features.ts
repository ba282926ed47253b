import type { Asked } from './asking.js';
import type { Turn } from './conversation.js';
import { type Expected, expectedEvidence, pathTo } from './expected.js';
import { judgedOdds } from './judge.js';
import { numberIn, type TurnTraits } from './turn-traits.js';

/** What speaks for or against a turn answering a question. */
export const answerFeatures = [
  'always',
  'question-score',
  'direct',
  'own-run',
  'through-asker',
  'through-others',
  'link-probability',
  'direct-probability',
  'path-probability',
  'hops',
  'calls-asker',
  'calls-other',
  'is-question',
  'is-answer',
  'is-reaction',
  'is-talk',
  'is-share',
  'is-statement',
  'length',
  'short',
  'confirms-yes-or-no',
  'confirms-open',
  'contradicts',
  'by-guest',
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
  'answer-cues',
  'thanked-after',
  'number-in-common',
  'number-differs',
  'own-question-score',
  'direct-question',
  'own-run-question',
  'asker-spoke-between',
  'first-by-him',
  'direct-reaction',
  'laughs',
  'adjacent',
  'expected-direct',
  'expected-run',
  'expected-descent',
  'expected-direct-odds',
  'expected-run-odds',
  'judged-answer-odds',
  'judged-answer',
  'judged-question-odds',
] as const;

const yesOrNo = /吗|么[？?]?$|是不是|有没有|能不能|会不会|可不可以|是否|对吧|是吧|吧[？?]?|不[？?]$/;
const thankedWithin = 4;

const log = (x: number) => Math.log2(1 + Math.max(0, x));

/** A day's questions as answers are matched to them. */
export interface Questions {
  turns: readonly Turn[];
  groups: readonly Asked[];
  expected: readonly Expected[];
  /** What the words of each turn show. */
  traits: readonly TurnTraits[];
  /** How far each group asks something of substance, in log-odds. */
  scores: readonly number[];
  /** Where each asker's first likely question begins. */
  firstAsked: ReadonlyMap<string, number>;
  /** The group of each turn that is in one, -1 for others. */
  groupOf: readonly number[];
  /** How rare each word is. */
  rarity: ReadonlyMap<string, number>;
}

/** An unlinked turn is looked at as far as so many turns and seconds behind a question. */
const farthest = 30;
const longest = 3600;
/** Log-odds from which a group counts as a question that stands between. */
const likely = -1;
const calledWithin = 8 * 3600;
/** A turn further away goes on from a question at least so probably. */
const leastDescent = 0.05;

/** Where the first likely question of each asker begins. */
export function firstAskedOf(groups: readonly Asked[], scores: readonly number[]): Map<string, number> {
  const first = new Map<string, number>();
  groups.forEach(({ asker, turns: [began] }, g) => {
    if (scores[g]! > likely) first.set(asker, Math.min(began!, first.get(asker) ?? began!));
  });
  return first;
}

/** Whether a turn calls others, and not this asker, of whom one has a question behind him or just spoke. */
function isSaidToAnother(q: Questions, { asker }: Asked, t: Turn): boolean {
  if (!t.calls.length || t.calls.includes(asker)) return false;
  if (t.calls.includes(q.turns[t.i - 1]!.speaker)) return true;
  return t.calls.some((called) => (q.firstAsked.get(called) ?? t.i) < t.i);
}

/** Whoever says no more than that he does not know, or asks the same, answers nothing (同问). */
const knowsNot =
  /^(?:这个?)?(?:我|俺|咱)?(?:们)?(?:也|还|就|都|真的?)?(?:不(?:太|大|是很|怎么)?(?:知道|清楚|懂|了解|晓得|明白)|没(?:用|听|见|做|接触|了解)过|同[问求上]|[+＋]1|加一|蹲|坐等|me ?too|(?:很?想|要)(?:知道|问|了解|请教)|有(?:这个|同样的?|一样的?)(?:问题|疑问|困惑))(?:这个|这块|呢|啊|哦|呀|了|的|诶|哎|耶|哈|[\s。.!！~～，,?？]|\[[^\]]*\])*$/i;

/** Whether a turn may answer a question at all. */
export function mayAnswer(q: Questions, g: number, t: Turn): boolean {
  const group = q.groups[g]!;
  const first = q.turns[group.turns[0]!]!;
  if (t.i <= first.i || t.speaker === group.asker || !t.text) return false;
  if (t.kind === 'signin' || t.kind === 'notice' || t.told === 'other') return false;
  if (t.told === null && knowsNot.test(t.text)) return false;
  const wait = t.second - first.second;
  if (wait > calledWithin || isSaidToAnother(q, group, t)) return false;
  if (t.i - first.i <= farthest && wait <= longest) return true;
  if (t.calls.includes(group.asker)) return true;
  return (q.expected[g]!.descent.get(t.i) ?? 0) >= leastDescent;
}

/** What of a question does not change from turn to turn. */
export interface AskedFacts {
  members: ReadonlySet<number>;
  own: readonly Turn[];
  words: ReadonlySet<string>;
  addressed: readonly string[];
  yes: boolean;
  number: string | undefined;
  /** The other groups that count as questions and begin later, in order. */
  rivals: readonly Asked[];
}

export function factsOf(q: Questions, g: number): AskedFacts {
  const own = q.groups[g]!.turns.map((i) => q.turns[i]!);
  return {
    members: new Set(q.groups[g]!.turns),
    own,
    words: new Set(own.flatMap((x) => [...x.words])),
    addressed: own.flatMap((x) => x.calls),
    yes: yesOrNo.test(own.map((x) => x.text).join('\n')),
    number: numberIn(own[0]!.text),
    rivals: q.groups.filter((o, k) => k !== g && q.scores[k]! > likely && o.turns[0]! > own[0]!.i),
  };
}

/** What stands between a question's last turn so far and a turn that may answer it. */
interface Between {
  /** Questions of others than the answerer; whether one is in his thread; whether one is the asker's own. */
  others: number;
  inThread: boolean;
  byAsker: boolean;
  /** Whether the asker, and whether the answerer, spoke meanwhile. */
  askerSpoke: boolean;
  speakerSpoke: boolean;
}

function betweenOf(turns: readonly Turn[], asker: string, last: Turn, t: Turn, rivals: readonly Asked[]) {
  const found: Between = {
    others: 0,
    inThread: false,
    byAsker: false,
    askerSpoke: false,
    speakerSpoke: false,
  };
  for (const rival of rivals) {
    const began = rival.turns[0]!;
    if (began >= t.i) break;
    if (began <= last.i) continue;
    if (rival.asker === asker) found.byAsker = true;
    if (rival.asker === t.speaker) continue;
    found.others++;
    if (turns[began]!.thread === t.thread) found.inThread = true;
  }
  for (let i = last.i + 1; i < t.i; i++) {
    const { speaker } = turns[i]!;
    if (speaker === asker) found.askerSpoke = true;
    if (speaker === t.speaker) found.speakerSpoke = true;
  }
  return found;
}

/** Whether the asker gives thanks soon after a turn. */
function isThanked({ turns, traits }: Questions, asker: string, t: Turn): boolean {
  const until = Math.min(turns.length, t.i + 1 + thankedWithin);
  for (let i = t.i + 1; i < until; i++) if (turns[i]!.speaker === asker && traits[i]!.thanks) return true;
  return false;
}

/** How much the words that a turn shares with a question say: rare ones more. */
function sharedWords(q: Questions, words: ReadonlySet<string>, t: Turn): number {
  let sum = 0;
  for (const word of t.words) if (words.has(word)) sum += q.rarity.get(word)!;
  return Math.min(3, sum / 4);
}

/** The evidence on a turn answering a question, in the order of {@link answerFeatures}. */
export function answerEvidence(q: Questions, g: number, t: Turn, facts: AskedFacts): number[] {
  const { turns, groups } = q;
  const group = groups[g]!;
  const { members, own, addressed, yes, number: askedNumber } = facts;
  const first = own[0]!;
  const last = own.findLast((x) => x.i < t.i)!;
  const path = pathTo(turns, members, group.asker, t);
  const isDirect = path.hops === 1;
  const isRun = path.own && path.hops > 1;
  const between = betweenOf(turns, group.asker, last, t, facts.rivals);
  const spokenTo = turns[first.parent]!;
  const asksHim =
    addressed.includes(t.speaker) || (spokenTo.speaker === t.speaker && first.parent !== first.i);
  const said = q.traits[t.i]!;
  const saidNumber = said.number;
  const mine = q.groupOf[t.i]!;
  const isSameThread = t.thread === first.thread;
  return [
    1,
    q.scores[g]! / 3,
    Number(isDirect),
    Number(isRun),
    Number(path.reaches && !path.own && path.throughAsker),
    Number(path.reaches && !path.own && !path.throughAsker),
    t.probability,
    isDirect ? t.probability : 0,
    path.probability,
    log(path.hops) / 2,
    Number(t.calls.includes(group.asker)),
    Number((t.calls.length > 0 || t.callsUnknown) && !t.calls.includes(group.asker)),
    Number(t.kind === 'question'),
    Number(t.kind === 'answer'),
    Number(t.kind === 'reaction'),
    Number(t.kind === 'talk'),
    Number(t.kind === 'share'),
    Number(first.kind !== 'question'),
    log(t.text.length) / 4,
    Number(said.isShort),
    Number(said.confirms && yes && isDirect),
    Number(said.confirms && !yes && isDirect),
    Number(said.contradicts),
    Number(t.isGuest),
    Number(first.isGuest),
    Number(t.isGuest && !first.isGuest),
    log(t.second - last.second) / 8,
    log(t.i - last.i) / 3,
    log(between.others) / 2,
    Number(between.others === 0),
    Number(!between.inThread && isSameThread),
    Number(!between.byAsker),
    Number(isSameThread),
    Number(asksHim),
    Number(!asksHim && addressed.length > 0),
    sharedWords(q, facts.words, t),
    Number(said.hasCues),
    Number(isThanked(q, group.asker, t)),
    Number(askedNumber !== undefined && askedNumber === saidNumber),
    Number(askedNumber !== undefined && saidNumber !== undefined && askedNumber !== saidNumber),
    mine < 0 ? 0 : q.scores[mine]! / 3,
    Number(isDirect && mine >= 0),
    Number(isRun && mine >= 0),
    Number(between.askerSpoke),
    Number(!between.speakerSpoke),
    Number(isDirect && t.kind === 'reaction'),
    Number(said.laughs),
    Number(t.i - last.i === 1),
    ...expectedEvidence(q.expected[g]!, t.i),
    judgedOdds(t.judged.answers),
    t.judged.answers,
    judgedOdds(t.judged.asks),
  ];
}

import type { Asked } from './asking.js';
import type { Turn } from './conversation.js';

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
] as const;

const confirms = /^(?:是|对|嗯|恩|没错|可以|能|有|会|行|不|没|要|需要|都|差不多|正确|应该)/;
const contradicts = /^(?:但|但是|可是|不过|不是|不会|不行|不对|没有|不|未必|其实不|然而)/;
const cues = /应该|可以|一般|要看|需要|目前|据说|好像|可能|只要|建议|估计|肯定|不用|没有|就是|因为|通过|比如/;
const yesOrNo = /吗|么[？?]?$|是不是|有没有|能不能|会不会|可不可以|是否|对吧|是吧|吧[？?]?|不[？?]$/;
const thanks = /谢|感谢|多谢|明白|懂了|了解|学习了|知道了|原来|哦|噢|好的/;
const laughs = /哈哈|嘿嘿|呵呵|\[(?:偷笑|呲牙|捂脸|破涕为笑|笑哭|坏笑|憨笑|调皮|奸笑|阴险|机智|得意)\]/;
const number = /^\s*(?:Q|A|q|a|问题|第)?\s*([1-9一二三四五六七八九])\s*[、.．:：,，)）题]/;
const shortest = 4;
const thankedWithin = 4;

const log = (x: number) => Math.log2(1 + Math.max(0, x));

/** How the links lead from a turn up to a question. */
interface Path {
  reaches: boolean;
  hops: number;
  probability: number;
  /** Whether every turn between is the answerer's own; whether every one is his or the asker's. */
  own: boolean;
  throughAsker: boolean;
}

const mostHops = 12;

function pathTo(turns: readonly Turn[], group: ReadonlySet<number>, asker: string, t: Turn): Path {
  let at = t;
  let probability = 1;
  const path = { own: true, throughAsker: true };
  for (let hops = 1; hops <= mostHops && at.parent !== at.i; hops++) {
    probability *= at.probability;
    at = turns[at.parent]!;
    if (group.has(at.i)) return { ...path, reaches: true, hops, probability };
    if (at.speaker !== t.speaker) path.own = false;
    if (at.speaker !== t.speaker && at.speaker !== asker) path.throughAsker = false;
  }
  return { reaches: false, hops: 0, probability: 0, own: false, throughAsker: false };
}

/** How probable it is that each turn goes on from a question: at once, over turns of its own speaker, over any. By place. */
export interface Expected {
  direct: ReadonlyMap<number, number>;
  run: ReadonlyMap<number, number>;
  descent: ReadonlyMap<number, number>;
}

/** What is less probable is left out. */
const leastExpected = 0.01;

/** Follows the links from a question on through every turn that may go on from it. */
export function expectedOf(turns: readonly Turn[], group: Asked): Expected {
  const [direct, run, descent] = [
    new Map<number, number>(),
    new Map<number, number>(),
    new Map<number, number>(),
  ];
  const members = new Set(group.turns);
  for (const t of turns.slice(group.turns[0]! + 1)) {
    if (members.has(t.i)) continue;
    let [d, r, a] = [0, 0, 0];
    for (const { parent, probability } of t.alternatives) {
      if (members.has(parent)) d += probability;
      else {
        a += probability * (descent.get(parent) ?? 0);
        if (turns[parent]!.speaker === t.speaker) r += probability * (run.get(parent) ?? 0);
      }
    }
    if (d > leastExpected) direct.set(t.i, d);
    if (d + r > leastExpected) run.set(t.i, d + r);
    if (d + a > leastExpected) descent.set(t.i, d + a);
  }
  return { direct, run, descent };
}

const odds = (p: number) => Math.log2((p + 0.02) / (1.02 - p)) / 3;

function expected(e: Expected, i: number): number[] {
  const [d, r, a] = [e.direct.get(i) ?? 0, e.run.get(i) ?? 0, e.descent.get(i) ?? 0];
  return [d, r, a, odds(d), odds(r)];
}

/** A day's questions as answers are matched to them. */
export interface Questions {
  turns: readonly Turn[];
  groups: readonly Asked[];
  expected: readonly Expected[];
  /** How far each group asks something of substance, in log-odds. */
  scores: readonly number[];
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

/** Whether a turn calls others, and not this asker, of whom one has a question behind him or just spoke. */
function isSaidToAnother(q: Questions, { asker }: Asked, t: Turn): boolean {
  if (!t.calls.length || t.calls.includes(asker)) return false;
  if (t.calls.includes(q.turns[t.i - 1]!.speaker)) return true;
  return q.groups.some(
    ({ asker: called, turns: [began] }, g) =>
      t.calls.includes(called) && began! < t.i && q.scores[g]! > likely,
  );
}

/** Whether a turn may answer a question at all. */
export function mayAnswer(q: Questions, g: number, t: Turn): boolean {
  const group = q.groups[g]!;
  const first = q.turns[group.turns[0]!]!;
  if (t.i <= first.i || t.speaker === group.asker || !t.text) return false;
  if (t.kind === 'signin' || t.kind === 'notice') return false;
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
  /** The other groups that count as questions. */
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
    number: number.exec(own[0]!.text)?.[1],
    rivals: q.groups.filter((_, k) => k !== g && q.scores[k]! > likely),
  };
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
  const between = facts.rivals.filter(({ turns: [began] }) => began! > last.i && began! < t.i);
  const others = between.filter((o) => o.asker !== t.speaker);
  const spokenTo = turns[first.parent]!;
  const asksHim =
    addressed.includes(t.speaker) || (spokenTo.speaker === t.speaker && first.parent !== first.i);
  const shared = [...t.words].filter((w) => facts.words.has(w));
  const since = turns.slice(last.i + 1, t.i);
  const saidNumber = number.exec(t.text)?.[1];
  const mine = q.groupOf[t.i]!;
  const isSameThread = t.thread === first.thread;
  const isConfirming = confirms.test(t.text);
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
    Number(t.text.length < shortest),
    Number(isConfirming && yes && isDirect),
    Number(isConfirming && !yes && isDirect),
    Number(contradicts.test(t.text)),
    Number(t.isGuest),
    Number(first.isGuest),
    Number(t.isGuest && !first.isGuest),
    log(t.second - last.second) / 8,
    log(t.i - last.i) / 3,
    log(others.length) / 2,
    Number(others.length === 0),
    Number(!others.some((o) => turns[o.turns[0]!]!.thread === t.thread) && isSameThread),
    Number(!between.some((o) => o.asker === group.asker)),
    Number(isSameThread),
    Number(asksHim),
    Number(!asksHim && addressed.length > 0),
    Math.min(3, shared.reduce((sum, w) => sum + q.rarity.get(w)!, 0) / 4),
    Number(cues.test(t.text)),
    Number(
      turns
        .slice(t.i + 1, t.i + 1 + thankedWithin)
        .some((x) => x.speaker === group.asker && x.text.length <= 16 && thanks.test(x.text)),
    ),
    Number(askedNumber !== undefined && askedNumber === saidNumber),
    Number(askedNumber !== undefined && saidNumber !== undefined && askedNumber !== saidNumber),
    mine < 0 ? 0 : q.scores[mine]! / 3,
    Number(isDirect && mine >= 0),
    Number(isRun && mine >= 0),
    Number(since.some((x) => x.speaker === group.asker)),
    Number(!since.some((x) => x.speaker === t.speaker)),
    Number(isDirect && t.kind === 'reaction'),
    Number(laughs.test(t.text)),
    Number(t.i - last.i === 1),
    ...expected(q.expected[g]!, t.i),
  ];
}

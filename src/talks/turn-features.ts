import { cueNames, cuesOf, messageKinds } from '../threads/index.js';
import type { Turn } from './turn.js';

const kinds = messageKinds.length;
const placeOfKind = new Map(messageKinds.map((kind, k) => [kind, k]));
/** A neighbour: none, or whose it is (one's own, another's) and its kind. */
const neighbours = 1 + 2 * kinds;
/** A kind, or none. */
const someKind = 1 + kinds;
const quarters = 5;
const lengths = 8;
const calls = 5;

/**
 * What is looked at in a turn and around it, and how many values each has (特征族). A turn has at most one value of a
 * family; of `cue` and `reply`, several. `kind × …` is the same apart for each kind of the turn.
 */
export const turnFamilies = {
  always: 1,
  kind: kinds,
  parent: neighbours,
  'kind × parent': kinds * neighbours,
  'question expected': quarters,
  'kind × question expected': kinds * quarters,
  'own answer expected': quarters,
  'kind × own answer expected': kinds * quarters,
  cue: cueNames.length,
  'kind × cue': kinds * cueNames.length,
  length: lengths,
  'kind × length': kinds * lengths,
  trade: 4,
  domain: 3,
  'kind × domain': kinds * 3,
  guest: 2,
  'kind × guest': kinds * 2,
  'kind × talk day': kinds * 2,
  'kind × to guest': kinds * 2,
  calls,
  'kind × calls': kinds * calls,
  'called last': someKind,
  'kind × called last': kinds * someKind,
  'question before': 6,
  'kind × question before': kinds * 6,
  previous: neighbours,
  'kind × previous': kinds * neighbours,
  next: neighbours,
  'kind × next': kinds * neighbours,
  'last but one': neighbours,
  'next but one': neighbours,
  'own before': someKind,
  'kind × own before': kinds * someKind,
  'own after': someKind,
  'kind × own after': kinds * someKind,
  'kind × replies': kinds * 4,
  reply: kinds,
  'kind × reply': kinds * kinds,
  thanked: 2,
} as const;
export type TurnFamily = keyof typeof turnFamilies;
/** Families that stand alone and crossed with the turn's own kind. */
type CrossedFamily = { [F in TurnFamily]: `kind × ${F}` extends TurnFamily ? F : never }[TurnFamily];
export const turnFamilyNames = Object.keys(turnFamilies) as TurnFamily[];

const firstOf = {} as Record<TurnFamily, number>;
let size = 0;
for (const name of turnFamilyNames) {
  firstOf[name] = size;
  size += turnFamilies[name];
}
/** How many values all families have together; a family's values stand together, in the order of {@link turnFamilies}. */
export const turnFeatureCount = size;
export const firstOfFamily: Readonly<Record<TurnFamily, number>> = firstOf;

/** Where the values of a family crossed with the turn's kind begin, and how many there are of each kind. */
interface Crossed {
  at: number;
  values: number;
}
type KindFamily = TurnFamily & `kind × ${string}`;
const crossedFamilies = turnFamilyNames.filter((name) => name.startsWith('kind × ')) as KindFamily[];
const crossed = Object.fromEntries(
  crossedFamilies.map((name) => [name, { at: firstOf[name], values: turnFamilies[name] / kinds }]),
) as Record<KindFamily, Crossed>;
/** The same of those that stand alone, too, and where they do. */
const twofold = Object.fromEntries(
  crossedFamilies.map((name) => {
    const alone = name.slice('kind × '.length) as CrossedFamily;
    return [alone, { ...crossed[name], alone: firstOf[alone] }];
  }),
) as Record<CrossedFamily, Crossed & { alone: number }>;

const domains = { payments: 0, work: 1, social: 2 } as const;
const thanks = /谢|明白|懂了|学习了|原来/;
/** How far back a question of the thread, and a person's last word, are looked for, in turns. */
const threadBack = 20;
const callBack = 80;
/** One's own turn right before or after, in seconds. */
const soon = 300;

const kindOf = (t: Turn) => placeOfKind.get(t.kind)!;
const log = (x: number) => Math.floor(Math.log2(1 + x));

/** What is counted once for all turns of a day. */
interface Around {
  turns: readonly Turn[];
  replies: readonly Turn[][];
  guests: ReadonlySet<string>;
}

/** Reads a day's turns for {@link turnEvidence}. */
export function aroundTurns(turns: readonly Turn[]): Around {
  const replies = turns.map((): Turn[] => []);
  for (const t of turns) {
    const parent = turns[t.parent]!;
    if (parent !== t && parent.speaker !== t.speaker) replies[t.parent]!.push(t);
  }
  return { turns, replies, guests: new Set(turns.filter((t) => t.isGuest).map((t) => t.speaker)) };
}

const neighbour = (t: Turn, other: Turn | undefined): number => {
  if (!other || other === t) return 0;
  return 1 + (other.speaker === t.speaker ? 0 : kinds) + kindOf(other);
};

/** How probably a turn goes on from another's question, and from its speaker's own answer, in quarters. */
function expectations(t: Turn, turns: readonly Turn[]): [number, number] {
  let [question, answer] = [0, 0];
  for (const { parent, probability } of t.alternatives) {
    const from = turns[parent]!;
    if (from.speaker !== t.speaker && from.kind === 'question') question += probability;
    if (from.speaker === t.speaker && from.kind === 'answer') answer += probability;
  }
  const inQuarters = (p: number) => Math.round(Math.min(1, p) * (quarters - 1));
  return [inQuarters(question), inQuarters(answer)];
}

/** How near another's question of the thread stands before a turn: 0 where there is none. */
function questionBefore(t: Turn, turns: readonly Turn[]): number {
  for (let i = t.i - 1; i >= 0 && i >= t.i - threadBack; i--) {
    const other = turns[i]!;
    if (other.thread === t.thread && other.kind === 'question' && other.speaker !== t.speaker)
      return Math.min(5, log(t.i - i));
  }
  return 0;
}

/** What those whom a turn calls said last: none where they did not speak. */
function calledLast(t: Turn, turns: readonly Turn[]): number {
  if (!t.calls.length) return 0;
  for (let i = t.i - 1; i >= 0 && i >= t.i - callBack; i--)
    if (t.calls.includes(turns[i]!.speaker)) return 1 + kindOf(turns[i]!);
  return 0;
}

function callsOf(t: Turn, parent: Turn, guests: ReadonlySet<string>): number {
  if (!t.calls.length) return t.callsUnknown ? 1 : 0;
  if (t.calls.includes(parent.speaker)) return 2;
  return t.calls.some((name) => guests.has(name)) ? 3 : 4;
}

/** The evidence in a turn and around it, as places among {@link turnFeatureCount} values. */
export function turnEvidence(t: Turn, { turns, replies, guests }: Around): number[] {
  const found: number[] = [];
  const kind = kindOf(t);
  const add = (place: number) => {
    found.push(place);
  };
  const cross = ({ at, values }: Crossed, value: number) => add(at + kind * values + value);
  const both = (family: Crossed & { alone: number }, value: number) => {
    add(family.alone + value);
    cross(family, value);
  };
  const parent = turns[t.parent]!;
  const answers = replies[t.i]!;
  const near = (i: number) => (i >= 0 && Math.abs(turns[i]!.second - t.second) < soon ? turns[i] : undefined);
  const [question, answer] = expectations(t, turns);
  const [before, after] = [near(t.previousOwn), near(t.nextOwn)];
  add(firstOf.always);
  add(firstOf.kind + kind);
  both(twofold.parent, neighbour(t, parent));
  both(twofold['question expected'], question);
  both(twofold['own answer expected'], answer);
  for (let k = 0, bits = cuesOf(t.text, 'zh'); bits; k++, bits >>= 1) if (bits & 1) both(twofold.cue, k);
  both(twofold.length, Math.min(lengths - 1, log(t.text.length)));
  add(firstOf.trade + Math.min(3, t.trade));
  both(twofold.domain, domains[t.domain]);
  both(twofold.guest, Number(t.isGuest));
  cross(crossed['kind × talk day'], Number(guests.size > 0));
  cross(crossed['kind × to guest'], Number(parent.speaker !== t.speaker && guests.has(parent.speaker)));
  both(twofold.calls, callsOf(t, parent, guests));
  both(twofold['called last'], calledLast(t, turns));
  both(twofold['question before'], questionBefore(t, turns));
  both(twofold.previous, neighbour(t, turns[t.i - 1]));
  both(twofold.next, neighbour(t, turns[t.i + 1]));
  add(firstOf['last but one'] + neighbour(t, turns[t.i - 2]));
  add(firstOf['next but one'] + neighbour(t, turns[t.i + 2]));
  both(twofold['own before'], before ? 1 + kindOf(before) : 0);
  both(twofold['own after'], after ? 1 + kindOf(after) : 0);
  cross(crossed['kind × replies'], Math.min(3, answers.length));
  let replied = 0;
  for (const reply of answers) {
    const bit = 1 << kindOf(reply);
    if (!(replied & bit)) both(twofold.reply, kindOf(reply));
    replied |= bit;
  }
  add(firstOf.thanked + Number(answers.some((x) => thanks.test(x.text))));
  return found;
}

import type { Message } from '../read/index.js';
import {
  type KeepingSources,
  log,
  type RunningCount,
  type Settled,
  settle,
  share,
  type TalkSketch,
  traitNames,
  traitsOf,
} from './keeping-day.js';

/** Minutes before the first passage and after the last at which another kind of time begins. */
const minutes = { just: 20, soon: 30, later: 45, late: 90, over: 120 };
/** Neighbours looked at on each side; those that come next. */
const near = 10;
const next = 8;

const thanks = /谢谢|感谢|辛苦|欢迎|学习了/;
const greets = /大家好|晚上好|自我介绍|我(?:叫|是)/;
const housekeeping = /签到|发言|分享期间|红包|昵称|进群|入群|群主|加我|私聊/;

/** When a message is said, by the last talk that has begun or is about to. */
const timeNames = [
  'inside',
  'before',
  'soon-before',
  'long-before',
  'after',
  'just-after',
  'soon-after',
  'later-after',
  'outside',
] as const;
type Time = Record<(typeof timeNames)[number], number>;

/** Of a day without a talk no time is before, in or after one. */
const timeless = Object.fromEntries(timeNames.map((name) => [name, 0])) as Time;

function timeOf(m: Message, talks: readonly TalkSketch[], messages: readonly Message[]): Time {
  if (!talks.length) return timeless;
  const secondOf = (n: number) => messages[n - 1]!.second;
  const begun = (talk: TalkSketch) => secondOf(talk.passages[0]!) - minutes.soon * 60 <= m.second;
  const talk = talks.findLast(begun) ?? talks[0]!;
  const before = (secondOf(talk.passages[0]!) - m.second) / 60;
  const after = (m.second - secondOf(talk.passages.at(-1)!)) / 60;
  const between = (x: number, from: number, to: number) => Number(x > from && x <= to);
  return {
    inside: Number(before <= 0 && after <= 0),
    before: Number(before > 0),
    'soon-before': between(before, 0, minutes.soon),
    'long-before': Number(before > minutes.over),
    after: Number(after > 0),
    'just-after': between(after, 0, minutes.just),
    'soon-after': between(after, minutes.just, minutes.later),
    'later-after': between(after, minutes.later, minutes.late),
    outside: Number(before > minutes.soon || after > minutes.over),
  };
}

/** What the neighbours of the message at `at` are. */
const placeNames = [
  'guest-near',
  'guest-next',
  'long-near',
  'trade-near',
  'social-near',
  'small-near',
] as const;
type Place = Record<(typeof placeNames)[number], number>;

function placeOf(at: number, { original: { length }, counts }: Settled): Place {
  const from = Math.max(0, at - near);
  const to = Math.min(length, at + near + 1);
  const part = (count: RunningCount) => share(count[to]! - count[from]!, to - from);
  const upTo = Math.min(length, at + 1 + next);
  return {
    'guest-near': part(counts.guest),
    'guest-next': Number(counts.guest[upTo]! > counts.guest[at + 1]!),
    'long-near': part(counts.long),
    'trade-near': part(counts.trade),
    'social-near': part(counts.social),
    'small-near': part(counts.small),
  };
}

/** What a message is in itself and in its thread. */
const selfNames = [
  'passage',
  'talk-question',
  'talk-answer',
  'guest',
  'question',
  'answer',
  'notice',
  'share',
  'reaction',
  'answered',
  'unanswered',
  'answers',
  'length',
  'long',
  'very-long',
  'trade',
  'words-of-talk',
  'link',
  'image',
  'emoji',
  'thanks',
  'greets',
  'housekeeping',
  'mark',
  'calls-guest',
  'calls-other',
  'to-guest',
  'talk-thread',
  'payments-thread',
  'social-thread',
  'thread-size',
] as const;
type Self = Record<(typeof selfNames)[number], number>;

function selfOf(m: Message, day: Settled, s: KeepingSources): Self {
  const kind = s.links.kinds[m.n - 1]!;
  const thread = day.threadOf.get(m.n);
  const parent = s.messages[s.links.parents[m.n - 1]! - 1]!;
  const calls = s.mentions[m.n - 1]!.map((x) => x.speaker !== null && day.guests.has(x.speaker));
  const attached = (what: string) => m.attachments.some((a) => a.kind === what);
  return {
    passage: Number(day.passages.has(m.n)),
    'talk-question': Number(day.asked.has(m.n)),
    'talk-answer': Number(day.told.has(m.n)),
    guest: Number(day.guests.has(m.speaker)),
    question: Number(kind === 'question'),
    answer: Number(kind === 'answer'),
    notice: Number(kind === 'notice'),
    share: Number(kind === 'share'),
    reaction: Number(kind === 'reaction'),
    answered: Number(day.questions.has(m.n)),
    unanswered: Number(day.unanswered.has(m.n)),
    answers: Number(day.answers.has(m.n)),
    length: log(m.text.length) - 3,
    long: Number(m.text.length >= 40),
    'very-long': Number(m.text.length >= 100),
    trade: log(day.trade[m.n - 1]!),
    'words-of-talk': log(s.links.words[m.n - 1]!.filter((word) => day.words.has(word)).length),
    link: Number(attached('link')),
    image: Number(attached('image')),
    emoji: Number(attached('sticker') || /\[[^\]]{1,4}\]/.test(m.text)),
    thanks: Number(thanks.test(m.text)),
    greets: Number(greets.test(m.text)),
    housekeeping: Number(housekeeping.test(m.text)),
    mark: Number(/[?？]/.test(m.text)),
    'calls-guest': Number(calls.includes(true)),
    'calls-other': Number(calls.includes(false)),
    'to-guest': Number(parent.n !== m.n && day.guests.has(parent.speaker)),
    'talk-thread': Number(day.talkThreads.has(thread)),
    'payments-thread': Number(thread?.domain === 'payments'),
    'social-thread': Number(thread?.domain === 'social'),
    'thread-size': log(thread?.messages.length ?? 1) / 3,
  };
}

/** Features of a message whose weight depends on what the day is like. */
const crossed = ['guest', 'length', 'question', 'answer', 'to-guest', 'outside', 'before', 'after'] as const;

const ownNames = [...selfNames, ...timeNames, ...placeNames];
const crossedAt = crossed.map((name) => ownNames.indexOf(name));
/** The features of a message in the order of its evidence. */
export const keepingFeatures: readonly string[] = [
  ...ownNames,
  ...traitNames.flatMap((trait) => [`day: ${trait}`, ...crossed.map((name) => `${name} × ${trait}`)]),
];

/**
 * The evidence on each message of a day with talks or none, in the order of {@link keepingFeatures}; second copies have none. Every
 * feature of `crossed` stands there once more for each trait of the day, as `guest × signins`: in a day that is a talk and
 * little else an editor keeps other things than in a day of discussion in which somebody also spoke.
 */
export function keepingEvidence(talks: readonly TalkSketch[], s: KeepingSources): Map<number, Float64Array> {
  const day = settle(talks, s);
  const traits = traitsOf(talks, day, s);
  const evidence = new Map<number, Float64Array>();
  day.original.forEach((m, at) => {
    const self = selfOf(m, day, s);
    const time = timeOf(m, talks, s.messages);
    const place = placeOf(at, day);
    const row = new Float64Array(keepingFeatures.length);
    let k = 0;
    for (const name of selfNames) row[k++] = self[name];
    for (const name of timeNames) row[k++] = time[name];
    for (const name of placeNames) row[k++] = place[name];
    for (const trait of traitNames) {
      row[k++] = traits[trait];
      for (const a of crossedAt) row[k++] = row[a]! * traits[trait];
    }
    evidence.set(m.n, row);
  });
  return evidence;
}

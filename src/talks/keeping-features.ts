import type { Message } from '../read/index.js';
import {
  type KeepingSources,
  log,
  type RunningCount,
  type Settled,
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

/** Writes when a message is said into `row` from `k` on. Of a day without a talk no time is before, in or after one. */
function writeTime(
  m: Message,
  talks: readonly TalkSketch[],
  messages: readonly Message[],
  row: Float64Array,
  k: number,
): void {
  if (!talks.length) return;
  const secondOf = (n: number) => messages[n - 1]!.second;
  const begun = (talk: TalkSketch) => secondOf(talk.passages[0]!) - minutes.soon * 60 <= m.second;
  const talk = talks.findLast(begun) ?? talks[0]!;
  const before = (secondOf(talk.passages[0]!) - m.second) / 60;
  const after = (m.second - secondOf(talk.passages.at(-1)!)) / 60;
  const between = (x: number, from: number, to: number) => Number(x > from && x <= to);
  row[k++] = Number(before <= 0 && after <= 0);
  row[k++] = Number(before > 0);
  row[k++] = between(before, 0, minutes.soon);
  row[k++] = Number(before > minutes.over);
  row[k++] = Number(after > 0);
  row[k++] = between(after, 0, minutes.just);
  row[k++] = between(after, minutes.just, minutes.later);
  row[k++] = between(after, minutes.later, minutes.late);
  row[k++] = Number(before > minutes.soon || after > minutes.over);
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

/** Writes what the neighbours of the message at `at` are into `row` from `k` on. */
function writePlace(
  at: number,
  { original: { length }, counts }: Settled,
  row: Float64Array,
  k: number,
): void {
  const from = Math.max(0, at - near);
  const to = Math.min(length, at + near + 1);
  const part = (count: RunningCount) => share(count[to]! - count[from]!, to - from);
  const upTo = Math.min(length, at + 1 + next);
  row[k++] = part(counts.guest);
  row[k++] = Number(counts.guest[upTo]! > counts.guest[at + 1]!);
  row[k++] = part(counts.long);
  row[k++] = part(counts.trade);
  row[k++] = part(counts.social);
  row[k++] = part(counts.small);
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

/** Writes what a message is in itself and in its thread into `row` from `k` on. */
function writeSelf(m: Message, day: Settled, s: KeepingSources, row: Float64Array, k: number): void {
  const kind = s.links.kinds[m.n - 1]!;
  const thread = day.threadOf.get(m.n);
  const parent = s.messages[s.links.parents[m.n - 1]! - 1]!;
  const calls = s.mentions[m.n - 1]!.map((x) => x.speaker !== null && day.guests.has(x.speaker));
  const attached = (what: string) => m.attachments.some((a) => a.kind === what);
  let wordsOfTalk = 0;
  for (const word of s.links.words[m.n - 1]!) if (day.words.has(word)) wordsOfTalk++;
  row[k++] = Number(day.passages.has(m.n));
  row[k++] = Number(day.asked.has(m.n));
  row[k++] = Number(day.told.has(m.n));
  row[k++] = Number(day.guests.has(m.speaker));
  row[k++] = Number(kind === 'question');
  row[k++] = Number(kind === 'answer');
  row[k++] = Number(kind === 'notice');
  row[k++] = Number(kind === 'share');
  row[k++] = Number(kind === 'reaction');
  row[k++] = Number(day.questions.has(m.n));
  row[k++] = Number(day.unanswered.has(m.n));
  row[k++] = Number(day.answers.has(m.n));
  row[k++] = log(m.text.length) - 3;
  row[k++] = Number(m.text.length >= 40);
  row[k++] = Number(m.text.length >= 100);
  row[k++] = log(day.trade[m.n - 1]!);
  row[k++] = log(wordsOfTalk);
  row[k++] = Number(attached('link'));
  row[k++] = Number(attached('image'));
  row[k++] = Number(attached('sticker') || /\[[^\]]{1,4}\]/.test(m.text));
  row[k++] = Number(thanks.test(m.text));
  row[k++] = Number(greets.test(m.text));
  row[k++] = Number(housekeeping.test(m.text));
  row[k++] = Number(/[?？]/.test(m.text));
  row[k++] = Number(calls.includes(true));
  row[k++] = Number(calls.includes(false));
  row[k++] = Number(parent.n !== m.n && day.guests.has(parent.speaker));
  row[k++] = Number(day.talkThreads.has(thread));
  row[k++] = Number(thread?.domain === 'payments');
  row[k++] = Number(thread?.domain === 'social');
  row[k++] = log(thread?.messages.length ?? 1) / 3;
}

const ownNames = [...selfNames, ...timeNames, ...placeNames];
/** The features of a message in the order of its evidence. */
export const keepingFeatures: readonly string[] = [
  ...ownNames,
  ...traitNames.map((trait) => `day: ${trait}`),
];

/** The evidence on the messages of a day with talks or none, a row for each original, in the order of {@link keepingFeatures}. */
export function keepingRows(talks: readonly TalkSketch[], s: KeepingSources, day: Settled): Float64Array[] {
  const traits = traitsOf(talks, day, s);
  return day.original.map((m, at) => {
    const row = new Float64Array(keepingFeatures.length);
    writeSelf(m, day, s, row, 0);
    writeTime(m, talks, s.messages, row, selfNames.length);
    writePlace(at, day, row, selfNames.length + timeNames.length);
    traitNames.forEach((name, k) => {
      row[ownNames.length + k] = traits[name];
    });
    return row;
  });
}

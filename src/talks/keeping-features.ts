import type { ResolvedMention } from '../people/index.js';
import type { Message } from '../read/index.js';
import type { Token } from '../text/index.js';
import type { Links, Thread } from '../threads/index.js';
import type { Question } from './qa.js';

/** A talk as far as its evidence goes. */
export interface TalkSketch {
  speaker: string;
  passages: readonly number[];
  announcements: readonly number[];
  qa: readonly Question[];
}

/** What tells whether an editor keeps a message in the record of a day's talks. */
export interface KeepingSources {
  messages: readonly Message[];
  mentions: readonly (readonly ResolvedMention[])[];
  tokens: readonly (readonly Token[])[];
  links: Links;
  threads: readonly Thread[];
  questions: readonly Question[];
}

/** Minutes before the first passage and after the last at which another kind of time begins. */
const minutes = { just: 20, soon: 30, later: 45, late: 90, over: 120 };
/** Neighbours looked at on each side; those that come next. */
const near = 10;
const next = 8;

const trade = new Set(['term', 'rate', 'document', 'cycle']);
const thanks = /谢谢|感谢|辛苦|欢迎|学习了/;
const greets = /大家好|晚上好|自我介绍|我(?:叫|是)/;
const housekeeping = /签到|发言|分享期间|红包|昵称|进群|入群|群主|加我|私聊/;

const log = (x: number) => Math.log1p(Math.max(0, x));
const share = (part: number, whole: number) => part / Math.max(1, whole);
type Named = Record<string, number>;

/** What the day is like: how much of it is the talk, and how much of it is of the trade. */
function traitsOf(talks: readonly TalkSketch[], original: readonly Message[], s: KeepingSources): Named {
  const guests = new Set(talks.map((talk) => talk.speaker));
  const passages = talks.flatMap((talk) => talk.passages);
  const chars = (list: readonly Message[]) => list.reduce((sum, m) => sum + m.text.length, 0);
  const all = chars(original);
  const paying = s.threads
    .filter((t) => t.domain === 'payments')
    .reduce((sum, t) => sum + t.messages.length, 0);
  const words = original.reduce((sum, m) => sum + tradeWords(s, m.n), 0);
  return {
    announced: Number(talks.some((talk) => talk.announcements.length > 0)),
    signins: log(original.filter((m) => s.links.kinds[m.n - 1] === 'signin').length) / 3,
    'talk-share': share(chars(passages.map((n) => s.messages[n - 1]!)), all),
    'guest-share': share(chars(original.filter((m) => guests.has(m.speaker))), all),
    passages: log(passages.length) / 4,
    messages: log(original.length) - 5.5,
    'trade-words': share(words, original.length),
    payments: share(paying, s.messages.length),
  };
}

const tradeWords = (s: KeepingSources, n: number) => s.tokens[n - 1]!.filter((t) => trade.has(t.type)).length;

/** Features of a message whose weight depends on what the day is like. */
const crossed = ['guest', 'length', 'question', 'answer', 'to-guest', 'outside', 'before', 'after'];

/** What in a day does not change from message to message. */
function settle(talks: readonly TalkSketch[], s: KeepingSources) {
  const original = s.messages.filter((m) => m.duplicateOf === null);
  const threadOf = new Map(s.threads.flatMap((t) => t.messages.map((n) => [n, t] as const)));
  const qa = talks.flatMap((talk) => talk.qa);
  const passages = new Set(talks.flatMap((talk) => talk.passages));
  const asked = new Set(qa.flatMap((q) => q.question));
  return {
    original,
    threadOf,
    passages,
    asked,
    told: new Set(qa.flatMap((q) => q.answers)),
    guests: new Set(talks.map((talk) => talk.speaker)),
    questions: new Set(s.questions.filter((q) => q.answers.length).flatMap((q) => q.question)),
    unanswered: new Set(s.questions.filter((q) => !q.answers.length).flatMap((q) => q.question)),
    answers: new Set(s.questions.flatMap((q) => q.answers)),
    words: new Set([...passages].flatMap((n) => s.links.words[n - 1]!)),
    talkThreads: new Set([...passages, ...asked].map((n) => threadOf.get(n))),
  };
}
type Settled = ReturnType<typeof settle>;

/** When a message is said, by the last talk that has begun or is about to. */
function timeOf(m: Message, talks: readonly TalkSketch[], messages: readonly Message[]): Named {
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
function placeOf(at: number, day: Settled, s: KeepingSources): Named {
  const window = day.original.slice(Math.max(0, at - near), at + near + 1);
  const part = (is: (m: Message) => boolean) => share(window.filter(is).length, window.length);
  const kind = (m: Message) => s.links.kinds[m.n - 1]!;
  return {
    'guest-near': part((m) => day.guests.has(m.speaker)),
    'guest-next': Number(day.original.slice(at + 1, at + 1 + next).some((m) => day.guests.has(m.speaker))),
    'long-near': part((m) => m.text.length >= 15),
    'trade-near': part((m) => tradeWords(s, m.n) > 0),
    'social-near': part((m) => day.threadOf.get(m.n)?.domain === 'social'),
    'small-near': part((m) => kind(m) === 'reaction' || kind(m) === 'signin'),
  };
}

/** What a message is in itself and in its thread. */
function selfOf(m: Message, day: Settled, s: KeepingSources): Named {
  const kind = s.links.kinds[m.n - 1]!;
  const thread = day.threadOf.get(m.n);
  const parent = s.messages[s.links.parents[m.n - 1]! - 1]!;
  const calls = s.mentions[m.n - 1]!.map((x) => x.speaker !== null && day.guests.has(x.speaker));
  const attached = (what: string) => m.attachments.some((a) => a.kind === what);
  const all: Record<string, boolean | number> = {
    passage: day.passages.has(m.n),
    'talk-question': day.asked.has(m.n),
    'talk-answer': day.told.has(m.n),
    guest: day.guests.has(m.speaker),
    question: kind === 'question',
    answer: kind === 'answer',
    notice: kind === 'notice',
    share: kind === 'share',
    reaction: kind === 'reaction',
    answered: day.questions.has(m.n),
    unanswered: day.unanswered.has(m.n),
    answers: day.answers.has(m.n),
    length: log(m.text.length) - 3,
    long: m.text.length >= 40,
    'very-long': m.text.length >= 100,
    trade: log(tradeWords(s, m.n)),
    'words-of-talk': log(s.links.words[m.n - 1]!.filter((word) => day.words.has(word)).length),
    link: attached('link'),
    image: attached('image'),
    emoji: attached('sticker') || /\[[^\]]{1,4}\]/.test(m.text),
    thanks: thanks.test(m.text),
    greets: greets.test(m.text),
    housekeeping: housekeeping.test(m.text),
    mark: /[?？]/.test(m.text),
    'calls-guest': calls.includes(true),
    'calls-other': calls.includes(false),
    'to-guest': parent.n !== m.n && day.guests.has(parent.speaker),
    'talk-thread': day.talkThreads.has(thread),
    'payments-thread': thread?.domain === 'payments',
    'social-thread': thread?.domain === 'social',
    'thread-size': log(thread?.messages.length ?? 1) / 3,
  };
  for (const name in all) all[name] = Number(all[name]);
  return all as Named;
}

/**
 * The evidence on each message of a day with talks, by name; second copies have none. Every feature of `crossed` stands
 * there once more for each trait of the day, as `guest × signins`: in a day that is a talk and little else an editor keeps
 * other things than in a day of discussion in which somebody also spoke.
 */
export function keepingEvidence(talks: readonly TalkSketch[], s: KeepingSources): Map<number, Named> {
  const day = settle(talks, s);
  const traits = traitsOf(talks, day.original, s);
  // made once a day: names are many, and messages more
  const byTrait = Object.entries(traits).map(([trait, value]) => ({
    value,
    name: `day: ${trait}`,
    pairs: crossed.map((name) => [name, `${name} × ${trait}`] as const),
  }));
  const evidence = new Map<number, Named>();
  day.original.forEach((m, at) => {
    const own = { ...selfOf(m, day, s), ...timeOf(m, talks, s.messages), ...placeOf(at, day, s) };
    for (const { value, name, pairs } of byTrait) {
      own[name] = value;
      for (const [plain, both] of pairs) own[both] = own[plain]! * value;
    }
    evidence.set(m.n, own);
  });
  return evidence;
}

import type { Asked } from './asking.js';
import type { Turn } from './conversation.js';
import { judgedOdds } from './judge.js';
import { laughs } from './turn-traits.js';

/** What speaks for or against a group of messages asking something of substance. */
export const questionFeatures = [
  'always',
  'has-question-mark',
  'requests',
  'asks-yes-or-no',
  'asks-how-or-why',
  'asks-all',
  'length',
  'words',
  'several-messages',
  'short',
  'is-work',
  'is-social',
  'starts-thread',
  'follows-own-message',
  'follows-question',
  'follows-answer',
  'follows-talk',
  'by-guest',
  'calls-somebody',
  'own-run-before',
  'own-answer-before',
  'asker-goes-on',
  'rhetoric',
  'laughs',
  'is-statement',
  'replies',
  'reply-says-something',
  'reply-is-question',
  'guest-replies',
  'thanks-after',
  'seconds-to-reply',
  'asks-back',
  'muses',
  'is-soft-chat',
  'is-soft-answer',
  'trade',
  'trade-nearby',
  'social-without-trade',
  'social-starts',
  'judged-odds',
  'judged-odds-of-likeliest',
  'judged',
] as const;

const requests = /请教|请问|求(?:大神|大佬|指点|解|助|推荐|问|科普|介绍)|咨询|问(?:下|一下|个)|想问|想了解/;
const yesOrNo = /吗|么[？?]?$|是不是|有没有|能不能|会不会|可不可以|是否|对吧|是吧|吧[？?]|可以不|不[？?]$/;
const howOrWhy = /怎么|如何|为什么|为啥|什么|哪|多少|谁|咋|几/;
const all = /大家|各位|有没有|有人|谁|哪位|群里|大神|大佬|专家/;
const rhetoric =
  /难道|怎么(?:可能|就|能|会)|何必|何苦|岂|不是.{1,20}(?:吗|么|嘛)|谁(?:说|会|敢|让)|有(?:什么|啥)用|凭什么|咋(?:就|不)|还(?:用|要)问|哪(?:有|来|能|敢)|什么鬼/;
const muses = /不知道|不晓得|我觉得|我想|估计|感觉|应该|可能/;
const thanks = /谢|感谢|多谢|明白|懂了|了解了|学习了|知道了|原来/;
const asksBack = /^(?:你|您|你们|您们|哪|什么|啥|这个|那个)|指的?是|是指|意思/;

/** What is shorter hardly asks anything; a reply that tells something has so many characters. */
const shortest = 6;
const telling = 6;
/** What its asker said before, or says next, is near within so many seconds; an answer of his a little longer. */
const soon = 60;
const recently = 300;
/** A question without replies counts as one that waits for so many seconds. */
const unanswered = 8 * 3600;
/** The asker gives thanks within so many turns, in so many characters. */
const thanksWithin = 11;
const longestThanks = 16;
/** Turns of the thread before and after a question that may speak of the trade. */
const nearby = 5;

const log = (x: number) => Math.log2(1 + Math.max(0, x));

/** Whether the asker gives thanks soon after a turn. */
const isThanked = (turns: readonly Turn[], last: Turn): boolean =>
  turns
    .slice(last.i + 1, last.i + 1 + thanksWithin)
    .some((t) => t.speaker === last.speaker && t.text.length <= longestThanks && thanks.test(t.text));

/** Whether the thread speaks of the trade around a question. */
const isNearTrade = (turns: readonly Turn[], first: Turn, last: Turn): boolean =>
  turns
    .slice(Math.max(0, first.i - nearby), last.i + 1 + nearby)
    .some((t) => t.thread === first.thread && t.trade > 0);

/** What others say to a group of messages, sign-ins apart. */
const repliesToGroup = (turns: readonly Turn[], group: Asked, replies: readonly number[][]): Turn[] =>
  [...new Set(group.turns.flatMap((i) => replies[i]!))]
    .map((i) => turns[i]!)
    .filter((t) => t.speaker !== group.asker && t.kind !== 'signin');

/** The evidence on a group, in the order of {@link questionFeatures}. */
export function questionEvidence(
  turns: readonly Turn[],
  group: Asked,
  replies: readonly number[][],
): number[] {
  const own = group.turns.map((i) => turns[i]!);
  const first = own[0]!;
  const last = own.at(-1)!;
  const text = own.map((t) => t.text).join('\n');
  const parent = turns[first.parent]!;
  const starts = parent.i === first.i;
  const byOwn = !starts && parent.speaker === first.speaker;
  const byOther = !starts && !byOwn;
  const before = first.previousOwn < 0 ? null : turns[first.previousOwn]!;
  const isNear = (seconds: number) => before !== null && first.second - before.second <= seconds;
  const after = last.nextOwn < 0 ? null : turns[last.nextOwn]!;
  const answers = repliesToGroup(turns, group, replies);
  const told = answers.filter((t) => t.text.length >= telling && t.kind !== 'reaction');
  const wait = answers.length ? Math.min(...answers.map((t) => t.second)) - last.second : unanswered;
  const trade = own.reduce((sum, t) => sum + t.trade, 0);
  return [
    1,
    Number(/[?？]/.test(text)),
    Number(requests.test(text)),
    Number(yesOrNo.test(text)),
    Number(howOrWhy.test(text)),
    Number(all.test(text)),
    log(text.length) / 4,
    log(new Set(own.flatMap((t) => t.words)).size) / 2,
    Number(own.length > 1),
    Number(text.length < shortest),
    Number(first.domain === 'work'),
    Number(first.domain === 'social'),
    Number(starts),
    Number(byOwn),
    Number(byOther && parent.kind === 'question'),
    Number(byOther && parent.kind === 'answer'),
    Number(byOther && parent.kind === 'talk'),
    Number(first.isGuest),
    Number(own.some((t) => t.calls.length > 0 || t.callsUnknown)),
    Number(isNear(soon)),
    Number(before !== null && isNear(recently) && before.kind === 'answer'),
    Number(after !== null && after.second - last.second <= soon),
    Number(rhetoric.test(text)),
    Number(laughs.test(text)),
    Number(first.kind !== 'question'),
    log(answers.length) / 2,
    Number(told.length > 0),
    Number(answers.length > 0 && answers.every((t) => t.kind === 'question')),
    Number(answers.some((t) => t.isGuest)),
    Number(isThanked(turns, last)),
    log(wait) / 10,
    Number(byOther && asksBack.test(first.text)),
    Number(muses.test(text)),
    Number(first.kind === 'chat'),
    Number(first.kind === 'answer'),
    Number(trade > 0),
    Number(isNearTrade(turns, first, last)),
    Number(first.domain === 'social' && trade === 0),
    Number(first.domain === 'social' && starts),
    judgedOdds(first.judged.asks),
    judgedOdds(Math.max(...own.map((t) => t.judged.asks))),
    first.judged.asks,
  ];
}

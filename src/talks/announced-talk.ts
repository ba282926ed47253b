import { type Announcement, empty, guestBefore, guestIn, type Said } from './announcement.js';
import { topicIn } from './title.js';
import { isDate, type NamedDay, timeIn } from './when.js';

/** What is longer tells of something, in characters. */
const longest = 400;
/** Of so many names the one that stands next to the day is the guest. */
const mostNames = 2;
const ofTalks = /分享|主讲|开讲|讲座/;
/** Said of a talk: who gives it, or that it is to come. */
const presents =
  /请到|邀请|有请|嘉宾|主讲|给大|为大家|分享预告|预约|(?:由|是)\s?@|来(?:做|给|分享)|(?:做|进行)分享/;
const thanks = /感谢|谢谢.{0,6}分享|期待|辛苦|错过|整理|回顾|昨[天晚]/;
const called = /取消|暂停(?!营)|临时停/;
const moves = /(?:调整|延迟|推迟|延期|顺延|改期|挪|改)(?:到|至|成|为|在)|调到/;
const swaps = /对调|互换|调换|换一下/;
const retimes = /提前|更正|改|开始时间|推迟|延迟/;
const tonight = /^[^。\n]{0,24}?(?<![昨那前])晚上/;
/** Said of oneself. */
const ownTalk = /我来(?:给|跟|和|为|做|分享).{0,12}分享|我来分享/;
const own = /(?:我|计划|准备|打算)[^。！!？?\n]{0,24}分享|分享的?(?:主题|内容|题目)是/;
/** What a quoted message says was said elsewhere: as many characters of nothing keep the places. */
export const unquoted = (text: string) =>
  text.replace(/「[^」]*」\s*(?:- )*-*/g, (quoted) => ' '.repeat(quoted.length));

/** The log's day where a text says `晚上` and no day. */
const today = (text: string, date: string) => (isDate(date) && tonight.test(text) ? date : null);

/** A talk called off, moved or given another time; empty where the message does none of these. */
function changeOf(said: Said, text: string, days: string[]): Announcement[] {
  const { n } = said.message;
  const [first = today(text, said.date), second = null] = days;
  if (first === null) return [];
  const guest = guestIn(said)?.name ?? null;
  const off = (day: string): Announcement => ({ ...empty(n, day), state: 'off' });
  const moved = (to: string, from: string): Announcement => ({
    ...empty(n, to),
    time: timeIn(text),
    topic: topicIn(text),
    state: 'planned',
    movedFrom: from,
  });
  if (swaps.test(text) && second) return [moved(first, second), moved(second, first)];
  if (called.test(text)) return (days.length ? days : [first]).map(off);
  const move = moves.exec(text);
  if (move && second && second !== first) return [off(first), { ...moved(second, first), guest }];
  // `调整到下周`: the day is free again, the new one is not said
  if (move && /下周|下个?月|另行|时间/.test(text.slice(move.index)) && !timeIn(text)) return [off(first)];
  const time = timeIn(text);
  return retimes.test(text) && time
    ? [{ ...empty(n, first), time, guest, topic: topicIn(text), state: 'planned' }]
    : [];
}

/** One talk that a message announces, or a change of one. */
export function talkAnnounced(said: Said, text: string, named: readonly NamedDay[]): Announcement[] {
  const { message, mentions, kind, date } = said;
  if (text.length > longest) return [];
  if (!ofTalks.test(text) || thanks.test(text) || kind === 'talk' || kind === 'reaction') return [];
  const days = [...new Set(named.map((day) => day.date))];
  const guest = mentions.length > mostNames ? guestBefore(said, 0, named[0]?.start ?? 0) : guestIn(said);
  if (kind === 'question' && !guest) return [];
  const change = changeOf(said, text, days);
  if (change.length) return change;
  const day = days[0] ?? today(text, date);
  if (day === null || (isDate(date) && day < date)) return [];
  const talk = {
    ...empty(message.n, day),
    time: timeIn(text),
    topic: topicIn(text),
    state: 'planned' as const,
  };
  if (ownTalk.test(text) || (own.test(text) && !guest && day !== date))
    return [{ ...talk, guest: message.speaker }];
  if (guest && presents.test(text)) return [{ ...talk, guest: guest.name }];
  return kind === 'notice' && !/我/.test(text) && presents.test(text) && (talk.topic || talk.time)
    ? [talk]
    : [];
}

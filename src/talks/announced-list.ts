import { ascending } from 'd3-array';
import { everyone } from '../people/index.js';
import { type Announcement, empty, guestBefore, guestIn, type Said } from './announcement.js';
import { dateOf, dayOf, isDate, type NamedDay, timeIn } from './when.js';

const rests = /休息|放假|暂停|停一(?:天|期)|取消/;
const longestGap = 14;
const longestTopic = 30;

/** A list of days is headed so, in its own message or in one before it. */
export const heads = /分享(?:安排|排期|预告|计划|的?内容|同学)|排期/;
/** Lists of who does what else in the group. */
const duties = /负责人|值班|轮值|主持每/;

/** What stands behind a guest's name on his line, unless it speaks to the readers. */
function topicAfter(text: string): string | null {
  const topic =
    text
      .split('\n')
      .find((line) => line.trim())
      ?.trim() ?? '';
  return topic.length >= 4 && topic.length <= longestTopic && !/^请|^@|待定/.test(topic)
    ? topic.replace(/^[《“"]|[》”"]$/g, '')
    : null;
}

/** Days between two announced ones that the list leaves out. */
function withGaps(list: Announcement[]): Announcement[] {
  return list.flatMap((slot, i) => {
    const gap: Announcement[] = [];
    const until = dayOf(list[i + 1]?.date ?? slot.date);
    for (let day = dayOf(slot.date) + 1; day < until && gap.length < longestGap; day++)
      gap.push({ ...empty(slot.n, dateOf(day)), state: 'gap' });
    return [slot, ...gap];
  });
}

/** Weekdays of a list go on: the Sunday behind a Saturday is not the one before it. */
function rising(days: readonly NamedDay[], text: string): NamedDay[] {
  let last = '';
  return days.map((day) => {
    const isWeekday = /^(?:周|星期|礼拜)/.test(text.slice(day.start, day.end));
    const date = isWeekday && day.date < last ? dateOf(dayOf(day.date) + 7) : day.date;
    last = date;
    return { ...day, date };
  });
}

/** The days of a list, each with what belongs to it; gaps included, in order. */
export function listOf(said: Said, days: readonly NamedDay[]): Announcement[] {
  const { n, text } = said.message;
  // names stand before their days where one stands before the first, and none behind the last
  const isBefore = guestIn(said, 0, days[0]!.start) !== null && guestIn(said, days.at(-1)!.end) === null;
  const slots = rising(days, text).map(({ date, start, end }, i): Announcement => {
    const until = days[i + 1]?.start ?? text.length;
    const after = text.slice(end, until);
    const from = days[i - 1]?.end ?? 0;
    const guest = isBefore ? guestBefore(said, from, start) : guestIn(said, start, until);
    const time = timeIn(after.split('\n')[0]!);
    if (guest) {
      const topic = topicAfter(text.slice(guest.end, isBefore ? start : until));
      return { ...empty(n, date), time, guest: guest.name, topic, state: 'planned' };
    }
    const rest = rests.exec(after)?.[0] ?? null;
    return { ...empty(n, date), topic: rest, state: rest ? 'off' : 'open' };
  });
  slots.sort((a, b) => ascending(a.date, b.date));
  // what the list leaves out begins with the day after the log's own
  return isDate(said.date) ? withGaps([empty(n, said.date), ...slots]).slice(1) : withGaps(slots);
}

/** The days of a list are written one way: a `今晚` among dates belongs to what is said of one of them. */
export function ofOneWay(text: string, days: readonly NamedDay[]): readonly NamedDay[] {
  if (days.length < 2) return days;
  const inDigits = days.filter((day) => /\d/.test(text.slice(day.start, day.end)));
  return inDigits.length >= 2 ? inDigits : days;
}

/** Whether a message is a list of days: it is headed so, or most of its days stand with a name. */
export function isList(said: Said, days: readonly NamedDay[], headed: boolean): boolean {
  if (days.length < 2 || new Set(days.map((d) => d.date)).size < 2 || duties.test(said.message.text))
    return false;
  if (headed || heads.test(said.message.text)) return true;
  const named = new Set(said.mentions.map((m) => m.name).filter((name) => name !== everyone)).size;
  return named >= 2 && 2 * named > days.length;
}

import { everyone, type ResolvedMention } from '../people/index.js';
import type { Message } from '../read/index.js';

/** A day of the schedule of talks (分享排期). */
export interface Slot {
  /** `YYYY-MM-DD`. */
  date: string;
  /** The guest's name as announced, without `@`; null where the day is free. */
  guest: string | null;
  /** What the guest will talk about, where the announcement says; `休息` on a day without a talk by intent. */
  topic: string | null;
}

/** A schedule that a message announces. */
export interface Schedule {
  n: number;
  slots: Slot[];
}

const announces = /分享(?:安排|排期|预告|计划)/;
const dated = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/g;
const rests = /休息|放假|暂停|停一(?:天|期)/;
const longestGap = 14;
const longestTopic = 30;

const pad = (value: string) => value.padStart(2, '0');
/** Days since 1970, and back. */
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
/** Whether there is such a day; 30 February would be 2 March. */
const isDate = (date: string) => !Number.isNaN(dayOf(date)) && dateOf(dayOf(date)) === date;

/** Days between two announced ones that nobody has taken. */
function withGaps(slots: Slot[]): Slot[] {
  return slots.flatMap((slot, i) => {
    const gap: Slot[] = [];
    const until = dayOf(slots[i + 1]?.date ?? slot.date);
    for (let day = dayOf(slot.date) + 1; day < until && gap.length < longestGap; day++)
      gap.push({ date: dateOf(day), guest: null, topic: null });
    return [slot, ...gap];
  });
}

/** What stands behind a guest's name on his line, unless it speaks to the readers. */
function topicAfter(text: string): string | null {
  const topic =
    text
      .split('\n')
      .find((line) => line.trim())
      ?.trim() ?? '';
  return topic.length >= 4 && topic.length <= longestTopic && !/^请|^@/.test(topic)
    ? topic.replace(/^[《“"]|[》”"]$/g, '')
    : null;
}

function slotsOf(text: string, mentions: readonly ResolvedMention[]): Slot[] {
  const marks = [...text.matchAll(dated)];
  const slots = marks.flatMap((mark, i): Slot[] => {
    const date = `${mark[1]}-${pad(mark[2]!)}-${pad(mark[3]!)}`;
    const until = marks[i + 1]?.index ?? text.length;
    const guest = mentions.find((m) => m.start >= mark.index && m.start < until && m.name !== everyone);
    if (!isDate(date)) return [];
    if (!guest) return [{ date, guest: null, topic: rests.exec(text.slice(mark.index, until))?.[0] ?? null }];
    return [{ date, guest: guest.name, topic: topicAfter(text.slice(guest.end, until)) }];
  });
  return withGaps(slots.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)));
}

/**
 * The latest schedule of talks that a day announces with dates, gaps between its days included, or null.
 * `from` is the log's own date: the day after it starts the list where nothing is announced for it.
 */
export function findSchedule(
  messages: Message[],
  mentions: readonly (readonly ResolvedMention[])[],
  from: string,
): Schedule | null {
  for (const m of [...messages].reverse()) {
    if (m.duplicateOf !== null || !announces.test(m.text)) continue;
    const slots = slotsOf(m.text, mentions[m.n - 1]!);
    if (slots.length < 2) continue;
    const gap = isDate(from)
      ? withGaps([{ date: from, guest: null, topic: null }, slots[0]!]).slice(1, -1)
      : [];
    return { n: m.n, slots: [...gap, ...slots] };
  }
  return null;
}

import type { Message } from '../read/index.js';

/** A day of the schedule of talks (分享排期). */
export interface Slot {
  /** `YYYY-MM-DD`. */
  date: string;
  /** The guest's name as announced, without `@`; null where the day is free. */
  guest: string | null;
}

/** A schedule that a message announces. */
export interface Schedule {
  n: number;
  slots: Slot[];
}

const announces = /分享(?:安排|排期|预告|计划)/;
const dated = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/g;
const guestIn = /@([^@\n\u2005]{1,40}?)(?:\s*$|\u2005|\s{2,}|(?=\s(?:\d|请|主题|分享|《))|\n)/;
const longestGap = 14;

const pad = (value: string) => value.padStart(2, '0');
const next = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const isDate = (date: string) => !Number.isNaN(Date.parse(`${date}T00:00:00Z`));

/** Days between two announced ones that nobody has taken. */
function withGaps(slots: Slot[]): Slot[] {
  return slots.flatMap((slot, i) => {
    const gap: Slot[] = [];
    const until = slots[i + 1]?.date;
    for (let date = next(slot.date); until && date < until && gap.length < longestGap; date = next(date))
      gap.push({ date, guest: null });
    return [slot, ...gap];
  });
}

function slotsOf(text: string): Slot[] {
  const marks = [...text.matchAll(dated)];
  const slots = marks.flatMap((mark, i): Slot[] => {
    const date = `${mark[1]}-${pad(mark[2]!)}-${pad(mark[3]!)}`;
    const after = text.slice(mark.index + mark[0].length, marks[i + 1]?.index);
    return isDate(date) ? [{ date, guest: guestIn.exec(after)?.[1]?.trim() ?? null }] : [];
  });
  return withGaps(slots.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)));
}

/**
 * The latest schedule of talks that a day announces with dates, gaps between its days included, or null.
 * `from` is the log's own date: the day after it starts the list where nothing is announced for it.
 */
export function findSchedule(messages: Message[], from: string): Schedule | null {
  for (const m of [...messages].reverse()) {
    if (m.duplicateOf !== null || !announces.test(m.text)) continue;
    const slots = slotsOf(m.text);
    if (slots.length < 2) continue;
    const tomorrow = isDate(from) ? next(from) : slots[0]!.date;
    const gap =
      tomorrow < slots[0]!.date ? withGaps([{ date: from, guest: null }, slots[0]!]).slice(1, -1) : [];
    return { n: m.n, slots: [...gap, ...slots] };
  }
  return null;
}

import { groups } from 'd3-array';
import type { Announcement } from './announcement.js';
import { dateOf, dayOf, isDate } from './when.js';

/** A day of the schedule of talks (分享排期). */
export interface Slot {
  /** `YYYY-MM-DD`. */
  date: string;
  /** `HH:MM`, where it is said. */
  time: string | null;
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

const longestGap = 14;

const slotOf = ({ date, time, guest, topic }: Announcement): Slot => ({ date, time, guest, topic });

/** Days between the log's own and the first of a list. */
function gapBefore(first: string, from: string): Slot[] {
  if (!isDate(from)) return [];
  const gap: Slot[] = [];
  for (let day = dayOf(from) + 1; day < dayOf(first) && gap.length < longestGap; day++)
    gap.push({ date: dateOf(day), time: null, guest: null, topic: null });
  return gap;
}

/** Whether the announcements of one message are a list of days: one with a guest, and no change of a talk. */
const isList = (said: readonly Announcement[]): boolean =>
  said.length > 1 && said.some((a) => a.guest !== null) && said.every((a) => a.movedFrom === null);

/**
 * The latest list of days among a day's announcements, gaps between its days included, or null.
 * `from` is the log's own date: the day after it starts the list where nothing is announced for it.
 */
export function findSchedule(announced: readonly Announcement[], from: string): Schedule | null {
  const last = groups(announced, (a) => a.n).findLast(([, said]) => isList(said));
  if (!last) return null;
  const [n, said] = last;
  return { n, slots: [...gapBefore(said[0]!.date, from), ...said.map(slotOf)] };
}

import { groups } from 'd3-array';
import type { Announcement } from './announcement.js';

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

const slotOf = ({ date, time, guest, topic }: Announcement): Slot => ({ date, time, guest, topic });

/** Whether the announcements of one message are a list of days: one with a guest, and no change of a talk. */
const isList = (said: readonly Announcement[]): boolean =>
  said.length > 1 && said.some((a) => a.guest !== null) && said.every((a) => a.movedFrom === null);

/** The latest list of days among a day's announcements, gaps between its days included, or null. */
export function findSchedule(announced: readonly Announcement[]): Schedule | null {
  const last = groups(announced, (a) => a.n).findLast(([, said]) => isList(said));
  return last ? { n: last[0], slots: last[1].map(slotOf) } : null;
}

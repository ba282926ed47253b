import { createHash } from 'node:crypto';
import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { ScheduledDay } from '../corpus/index.js';

/** Talks are announced in the time of China, which knows no summer time. */
const offsetHours = 8;
const hours = (count: number) => count * 3_600_000;
/** A talk takes an hour. */
const length = hours(1);

/** One address for one group's talk of a day, whatever else changes, so that a calendar takes a new file for news of the old. */
const uidOf = ({ group, date }: ScheduledDay) =>
  `${date}-${createHash('sha256').update(group).digest('hex').slice(0, 12)}@huati`;

/** Control characters have no place in a calendar, and half a character in no file. */
const clean = (text: string) =>
  text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]|\p{Surrogate}/gu, ' ');

/** What a calendar shows of a talk. */
export interface CalendarText {
  /** Name of the calendar. */
  name: string;
  summary(day: ScheduledDay): string;
  description(day: ScheduledDay): string;
}

/**
 * The talks of a schedule as an iCalendar file (RFC 5545): one event a day with a guest, a talk called off as cancelled;
 * times in UTC, a talk without a time takes the day. The same schedule gives the same bytes: DTSTAMP is the day of the
 * announcement, SEQUENCE how often it changed.
 */
export function toICalendar(schedule: readonly ScheduledDay[], text: CalendarText): string {
  const calendar = new ICalCalendar({
    name: clean(text.name),
    prodId: { company: 'huati', product: 'schedule', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const day of schedule) {
    if (day.guest === null) continue;
    const start = new Date(
      day.time === null
        ? `${day.date}T00:00:00Z`
        : Date.parse(`${day.date}T${day.time}:00Z`) - hours(offsetHours),
    );
    calendar.createEvent({
      id: uidOf(day),
      start,
      ...(day.time === null ? { allDay: true } : { end: new Date(start.getTime() + length) }),
      stamp: new Date(`${day.address?.date ?? day.date}T00:00:00Z`),
      sequence: day.replaced.length,
      status: day.state === 'off' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: clean(text.summary(day)),
      description: clean(text.description(day)),
    });
  }
  return `${calendar.toString()}\r\n`;
}

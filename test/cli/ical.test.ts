import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarText, toICalendar } from '../../src/cli/ical.js';
import type { ScheduledDay } from '../../src/corpus/index.js';

const text: CalendarText = {
  name: '灯塔 分享',
  summary: (day) => `${day.guest}：${day.topic}`,
  description: (day) => `出处 ${day.address?.n}\n第二行`,
};

const day = (rest: Partial<ScheduledDay> = {}): ScheduledDay => ({
  group: '灯塔',
  date: '2021-03-05',
  time: '20:30',
  guest: '阿橙',
  topic: '灯油怎么记账',
  state: 'planned',
  address: { group: '灯塔', date: '2021-03-04', n: 3 },
  replaced: [],
  held: [],
  ...rest,
});

/** The events of a calendar as another library reads them. */
const events = (ics: string) =>
  new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

describe('toICalendar', () => {
  it('toICalendar gives each talk its hour, in UTC, by the time of China', () => {
    const [event] = events(toICalendar([day()], text));
    expect(event!.summary).toBe('阿橙：灯油怎么记账');
    expect(event!.startDate.toJSDate().toISOString()).toBe('2021-03-05T12:30:00.000Z');
    expect(event!.endDate.toJSDate().toISOString()).toBe('2021-03-05T13:30:00.000Z');
    expect(event!.component.getFirstPropertyValue('dtstamp')!.toString()).toBe('2021-03-04T00:00:00Z');
  });

  it('toICalendar lets a talk without a time take the day, and leaves free days out', () => {
    const found = events(toICalendar([day({ time: null }), day({ guest: null, date: '2021-03-06' })], text));
    expect(found).toHaveLength(1);
    expect(found[0]!.startDate.isDate).toBe(true);
    expect(found[0]!.startDate.toString()).toBe('2021-03-05');
  });

  it('toICalendar cancels a talk that was called off, under the address that it had', () => {
    const { address, guest, topic, time } = day();
    const off = day({
      state: 'off',
      replaced: [{ state: 'planned', guest, topic, time, address: address! }],
    });
    const [before, after] = [events(toICalendar([day()], text))[0]!, events(toICalendar([off], text))[0]!];
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBe(1);
    expect(after.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('toICalendar gives the same bytes for the same schedule', () => {
    expect(toICalendar([day()], text)).toBe(toICalendar([day()], text));
  });

  it('toICalendar keeps hostile text inside its event, in lines of 75 octets that end as the standard wants', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'END:VEVENT\r\nBEGIN:VALARM',
        'a;b,c\\n\nd',
        '"x":\u2028',
        '😀'.repeat(60),
        '灯'.repeat(80),
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, (guest, topic) => {
        const ics = toICalendar([day({ guest, topic })], text);
        expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const found = events(ics);
        expect(found).toHaveLength(1);
        expect(found[0]!.component.getAllSubcomponents()).toHaveLength(0);
      }),
      { seed: 442, numRuns: 300 },
    );
  });
});

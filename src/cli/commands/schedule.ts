import { extname, resolve } from 'node:path';
import { addressOf, asOf, isWithin, type ScheduledDay, type Span, scheduleOf } from '../../corpus/index.js';
import { type Words, words } from '../../lang/index.js';
import { innerNames } from '../../privacy/index.js';
import { escapeMarkdown, weekdayOf } from '../../report/index.js';
import { readCorpus } from '../corpus.js';
import { csv } from '../csv.js';
import { toICalendar } from '../ical.js';
import type { Io } from '../io.js';
import type { SpanOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { spanOf } from '../span.js';
import { table } from '../table.js';
import { writeFile } from '../write-file.js';

/** A day with its names as they may be shown. */
const shown = (day: ScheduledDay): ScheduledDay => {
  const name = (guest: string | null) => (guest === null ? null : innerNames.show(guest));
  return {
    ...day,
    guest: name(day.guest),
    replaced: day.replaced.map((r) => ({ ...r, guest: name(r.guest) })),
    held: day.held.map((talk) => ({
      ...talk,
      speaker: innerNames.show(talk.speaker),
      signins: talk.signins.map((signed) => innerNames.show(signed)),
    })),
  };
};

/** A day for programs: messages by their addresses. */
const toldDay = (day: ScheduledDay) => ({
  ...day,
  address: day.address && addressOf(day.address),
  replaced: day.replaced.map((r) => ({ ...r, address: addressOf(r.address) })),
  held: day.held.map((talk) => ({ ...talk, address: addressOf(talk) })),
});

/** What stood there before, in a line. */
const before = (day: ScheduledDay, w: Words): string =>
  day.replaced
    .map((r) => [w.schedule.states[r.state], r.guest, r.topic, r.time].filter(Boolean).join(' '))
    .join('；');

const head = (w: Words): string[] => {
  const { group, date, weekday, time, guest, topic, state, source, before: replaced, signins } = w.schedule;
  return [group, date, weekday, time, guest, topic, state, source, replaced, signins];
};

function rowOf(day: ScheduledDay, w: Words): string[] {
  const weekday = weekdayOf(day.date);
  const signed = day.held.flatMap((talk) => talk.signins);
  return [
    day.group,
    day.date,
    weekday === null ? '' : w.weekdays[weekday]!,
    day.time ?? '',
    day.guest ?? '',
    day.topic ?? '',
    w.schedule.states[day.state],
    day.address ? addressOf(day.address) : w.schedule.unannounced,
    before(day, w),
    day.held.length
      ? `${w.schedule.signedIn(signed.length)}${signed.length ? `：${signed.join('、')}` : ''}`
      : '',
  ];
}

/** The list for a terminal: without the names of those who signed in, which a file has. */
function page(days: readonly ScheduledDay[], title: string, w: Words): string {
  if (!days.length) return `${w.schedule.nothing}\n`;
  const rows = days.map((day) => rowOf(day, w).slice(1, -1));
  return `${title}\n${table([head(w).slice(1, -1), ...rows])}\n`;
}

function markdown(days: readonly ScheduledDay[], title: string, w: Words): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => escapeMarkdown(cell)).join(' | ')} |`;
  const rows = days.map((day) => line(rowOf(day, w).slice(1)));
  const rule = `|${' --- |'.repeat(head(w).length - 1)}`;
  return `# ${title}\n\n${[line(head(w).slice(1)), rule, ...rows].join('\n')}\n\n${w.schedule.silentNote}\n`;
}

const calendar = (days: readonly ScheduledDay[], w: Words): string =>
  toICalendar(days, {
    name: w.schedule.calendar([...new Set(days.map((day) => day.group))].join('、')),
    summary: (day) => w.schedule.calendarEvent(day.guest ?? '', day.topic ?? ''),
    description: (day) =>
      [
        day.time === null ? w.schedule.noTime : '',
        day.address ? `${w.schedule.source} ${addressOf(day.address)}` : w.schedule.unannounced,
        day.replaced.length ? `${w.schedule.before} ${before(day, w)}` : '',
      ]
        .filter(Boolean)
        .join('\n'),
  });

/** What a file holds, by its ending. */
const writers: Record<string, (days: readonly ScheduledDay[], title: string, w: Words) => string> = {
  '.ics': (days, _, w) => calendar(days, w),
  '.csv': (days, _, w) => csv([head(w), ...days.map((day) => rowOf(day, w))]),
  '.md': markdown,
};

/**
 * Lists the talks of the group (分享排期) over all days given: without a span those to come, that is from the last day of the
 * logs on; in a span those given, too. Writes them as a calendar, CSV or Markdown.
 */
export async function schedule(paths: string[], options: SpanOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang);
  const asked = spanOf(session, options);
  const writer = options.out === undefined ? null : writers[extname(options.out).toLowerCase()];
  if (writer === undefined)
    throw new CommandError('bad-out', session.words.outOf(options.out!, Object.keys(writers).join(' ')));
  const corpus = await readCorpus(session, paths, ['talks']);
  const lastDays = corpus.lastDays();
  const { last } = corpus.ends();
  const isAsked = [options.span, options.from, options.to].some((said) => said !== undefined);
  const span: Span = isAsked ? asked : { ...asked, from: last };
  const days = asOf(scheduleOf(corpus.talks()), lastDays)
    .filter((day) => isWithin(day.date, span))
    .map(shown);
  const title = isAsked ? w.schedule.span(days.length) : w.schedule.coming(days.length, last);
  let file: string | null = null;
  if (writer) {
    file = resolve(io.cwd, options.out!);
    writeFile(session, file, writer(days, title, w));
  }
  if (options.json) session.answer({ schedule: days.map(toldDay), file });
  else if (file) session.say(w.schedule.written(days.length, session.shown(file)));
  else io.out(page(days, title, w));
  return session.exitCode;
}

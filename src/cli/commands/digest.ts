import { existsSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { topicCharts } from '../../charts/index.js';
import { isSpan, readSide } from '../../compare/index.js';
import {
  type Articles,
  articlesOf,
  type DayQuestions,
  type DaySlice,
  daySliceOf,
  emptyProgramme,
  exchangesOf,
  mergeArticles,
  mergeProgrammes,
  mergeQuestions,
  noArticles,
  noQuestions,
  type Programme,
  programmeOf,
  questionsOf,
} from '../../corpus/index.js';
import { words } from '../../lang/index.js';
import { drawCharts, earlierDraft, writeWhole } from '../../pipeline/index.js';
import { innerNames } from '../../privacy/index.js';
import {
  buildDigest,
  callsOf,
  type Digest,
  type DigestSpan,
  digestMarkdown,
  digestPage,
  digestText,
} from '../../report/index.js';
import { periodOf, type Topics } from '../../topics/index.js';
import { exitCodes, type Io } from '../io.js';
import type { SpanOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { emptyWords } from '../slices.js';
import { isWithin, type Span, spanOf } from '../span.js';
import { spanLine, topicsOf } from '../topic-run.js';

export interface DigestOptions extends SpanOptions {
  week?: string | true;
  month?: string | true;
  span?: string;
}

/** The days asked for: a span, or the last week or month of the logs. */
type Wanted = Span | 'week' | 'month';

function wanted(session: Session, options: DigestOptions): Wanted {
  const { week, month, span, from, to } = options;
  const w = words(session.pipeline.lang).topics;
  const given = [week, month, span, from ?? to].filter((x) => x !== undefined);
  if (given.length > 1) throw new CommandError(w.digest.onlyOne);
  if (week === true || !given.length) return 'week';
  if (month === true) return 'month';
  const named = week ?? month ?? span;
  if (named === undefined) return spanOf(session, options);
  if (named.includes('/') || !isSpan(named)) throw new CommandError(w.badSpan(named));
  return readSide(named);
}

const msOfDay = 86_400_000;

/** The last week or month up to a date, whole. */
function lastSpan(unit: 'week' | 'month', date: string): DigestSpan {
  const from = periodOf(date, unit);
  if (unit === 'month') return readSide(from);
  const sunday = new Date(Date.parse(`${from}T00:00:00Z`) + 6 * msOfDay).toISOString().slice(0, 10);
  return { from, to: sunday };
}

/** What is kept of the days, up to the end of the span. */
interface Read {
  slices: DaySlice[];
  questions: DayQuestions[];
  programme: Programme;
  calls: { date: string; calls: Digest['calls'] }[];
  articles: { date: string; articles: Articles }[];
}

async function readDays(session: Session, paths: readonly string[], to: string): Promise<Read> {
  const empty = emptyWords(session);
  const read: Read = { slices: [], questions: [], programme: emptyProgramme, calls: [], articles: [] };
  for await (const done of session.days(paths)) {
    if (!isWithin(done.analysis.date, { from: '', to })) continue;
    const shown = session.edition(done.analysis);
    const { date } = shown;
    read.slices.push(daySliceOf(shown, empty));
    read.questions.push(questionsOf(shown, session.dictionaries.words.stopwords));
    read.programme = mergeProgrammes(read.programme, programmeOf(shown));
    const announcing = new Set(done.analysis.talks.flatMap((talk) => talk.announcements));
    const calls = callsOf(shown, innerNames, session.pipeline.lang);
    read.calls.push({ date, calls: calls.filter((call) => !announcing.has(call.n)) });
    read.articles.push({ date, articles: articlesOf(shown) });
  }
  return read;
}

/** Of the charts of a span those that tell of its days; its topics are those of all days. */
const ofDays = ({ name }: { name: string }) => !name.startsWith('topic');

/** Ends that are open as far as the logs reach. */
const closed = ({ from, to }: Span, dates: readonly string[]): DigestSpan => ({
  from: from || (dates[0] ?? ''),
  to: to === '9999-12-31' ? (dates.at(-1) ?? '') : to,
});

/** The digest of a span, from what was read of the days. */
function digestOf(session: Session, read: Read, span: DigestSpan, topics: Topics): Digest {
  const { slices, programme, questions } = read;
  const within = (day: { date: string }) => isWithin(day.date, span);
  return buildDigest(
    {
      ...{ span, topics, programme, days: slices },
      calls: read.calls.filter(within).flatMap((d) => d.calls),
      exchanges: exchangesOf(mergeQuestions(noQuestions, { days: questions })),
      articles: read.articles.filter(within).reduce((all, d) => mergeArticles(all, d.articles), noArticles),
      recordOf: (group, date) => {
        const path = earlierDraft(session.out, date, group);
        return path === null ? null : session.shown(path);
      },
    },
    innerNames,
  );
}

/** What a file holds, by its ending. */
async function contentOf(
  session: Session,
  made: Digest,
  { topics, days, file }: { topics: Topics; days: readonly DaySlice[]; file: string },
): Promise<string> {
  const { lang } = session.pipeline;
  const head = headOf(session, made, days);
  if (/\.json$/i.test(file)) return `${JSON.stringify(made, null, 1)}\n`;
  if (/\.md$/i.test(file)) return digestMarkdown(made, head, lang);
  const charts = await drawCharts((o) => topicCharts(topics, days, innerNames, o).filter(ofDays), lang);
  const page = (group: string, date: string) =>
    existsSync(join(dirname(file), group, `${date}.html`))
      ? `${encodeURIComponent(group)}/${encodeURIComponent(date)}.html`
      : null;
  return digestPage(made, { ...head, isPublic: session.options.public ?? false }, { charts, page }, lang);
}

/** Which days, and for whom. */
function headOf(session: Session, { span }: Digest, days: readonly DaySlice[]) {
  const w = words(session.pipeline.lang);
  return {
    span: days.length ? spanLine(days) : `${span.from}–${span.to}`,
    edition: session.options.public ? w.privacy.edition : w.inner,
  };
}

/** Writes the digest of a week, a month or a span (`huati digest`). */
export async function digest(paths: string[], options: DigestOptions, io: Io): Promise<number> {
  const session = new Session('analyze', { ...options, tokens: true }, io);
  const { lang } = session.pipeline;
  const w = words(lang).topics;
  const asked = wanted(session, options);
  const file = options.out ? resolve(io.cwd, options.out) : null;
  if (file && !['.html', '.md', '.json'].includes(extname(file).toLowerCase()))
    throw new CommandError(w.badOut(options.out!));
  const read = await readDays(session, paths, typeof asked === 'string' ? '9999-12-31' : asked.to);
  const dates = read.slices.map((d) => d.date.slice(0, 10)).sort();
  const span = typeof asked === 'string' ? lastSpan(asked, dates.at(-1) ?? '') : closed(asked, dates);
  const days = read.slices.filter((d) => isWithin(d.date, span));
  const topics = topicsOf(session, read.slices, {});
  const made = digestOf(session, read, span, topics);
  if (file) {
    try {
      writeWhole(file, await contentOf(session, made, { topics, days, file }));
    } catch (error) {
      const { message } = error as Error;
      throw new CommandError(session.words.cannotWrite(session.shown(file), message), exitCodes.output);
    }
  }
  if (options.json) io.out(`${JSON.stringify({ ...made, file, problems: session.problems })}\n`);
  else if (file) session.say(w.digest.written(session.shown(file)));
  else io.out(digestText(made, headOf(session, made, days), lang));
  return session.exitCode;
}

import { extname, resolve } from 'node:path';
import { topicCharts } from '../../charts/index.js';
import { readSide } from '../../compare/index.js';
import { type DaySlice, everyDay, isWithin, type Query, type Span } from '../../corpus/index.js';
import { words } from '../../lang/index.js';
import { drawCharts, earlierDraft } from '../../pipeline/index.js';
import { innerNames } from '../../privacy/index.js';
import {
  buildDigest,
  callsOf,
  type Digest,
  type DigestSources,
  type DigestSpan,
  digestMarkdown,
  digestPage,
  digestText,
} from '../../report/index.js';
import { periodOf, type Topics } from '../../topics/index.js';
import { readCorpus } from '../corpus.js';
import { dayPages } from '../day-pages.js';
import type { Io } from '../io.js';
import type { SpanOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { readSpan, spanOf } from '../span.js';
import { spanLine, topicsOf } from '../topic-run.js';
import { writeFile } from '../write-file.js';

export interface DigestOptions extends SpanOptions {
  week?: string | true;
  month?: string | true;
}

/** The days asked for: a span, or the last week or month of the logs. */
type Wanted = Span | 'week' | 'month';

function wanted(session: Session, options: DigestOptions): Wanted {
  const { week, month, span, from, to } = options;
  const w = words(session.pipeline.lang).topics;
  const given = [week, month, span ?? from ?? to].filter((x) => x !== undefined);
  if (given.length > 1) throw new CommandError('only-one', w.digest.onlyOne);
  if (week === true || !given.length) return 'week';
  if (month === true) return 'month';
  const named = week ?? month;
  return named === undefined ? spanOf(session, options) : readSpan(session, named);
}

const msOfDay = 86_400_000;

/** The last week or month up to a date, whole. */
function lastSpan(unit: 'week' | 'month', date: string): DigestSpan {
  const from = periodOf(date, unit);
  if (unit === 'month') return readSide(from);
  const sunday = new Date(Date.parse(`${from}T00:00:00Z`) + 6 * msOfDay).toISOString().slice(0, 10);
  return { from, to: sunday };
}

/** The parts of days that a digest is made of. */
const parts = ['words', 'threads', 'questions', 'talks', 'notices', 'articles'] as const;
type DigestCorpus = Query<(typeof parts)[number]>;

/** Of the charts of a span those that tell of its days; its topics are those of all days. */
const ofDays = ({ name }: { name: string }) => !name.startsWith('topic');

/** The days asked for, ends that are open as far as the logs reach; null where these have no date that tells. */
function spanIn(asked: Wanted, { first, last }: Record<'first' | 'last', string>): DigestSpan | null {
  if (typeof asked === 'string') return last ? lastSpan(asked, last) : null;
  const from = asked.from || first;
  const to = asked.to === everyDay.to ? last : asked.to;
  return from && to ? { from, to } : null;
}

/** The digest of a span, from the days up to its end. */
function digestOf(
  session: Session,
  corpus: DigestCorpus,
  { span, topics, days }: Pick<DigestSources, 'span' | 'topics' | 'days'>,
): Digest {
  return buildDigest(
    {
      ...{ span, topics, days, isPublic: session.options.public ?? false },
      programme: corpus.talks(),
      calls: callsOf(corpus.notices(span), innerNames, session.pipeline.lang),
      exchanges: corpus.questions(),
      articles: corpus.articles(span),
      recordOf: (group, date) => {
        const path = earlierDraft(session.usualOut, group, date);
        return path === null ? null : session.shownOnPages(path);
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
  const page = dayPages(session, file);
  return digestPage(made, { ...head, isPublic: made.isPublic }, { charts, page }, lang);
}

/** Which days, and for whom. */
function headOf(session: Session, { span, isPublic }: Digest, days: readonly DaySlice[]) {
  const w = words(session.pipeline.lang);
  return {
    span: days.length ? spanLine(days) : `${span.from}–${span.to}`,
    edition: isPublic ? w.privacy.edition : w.inner,
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
    throw new CommandError('bad-out', w.badOut(options.out!));
  const to = typeof asked === 'string' ? everyDay.to : asked.to;
  const corpus: DigestCorpus = await readCorpus(session, paths, parts, {
    wanted: ({ date }) => isWithin(date, { ...everyDay, to }),
  });
  const all = corpus.slices();
  const span = spanIn(asked, corpus.ends());
  if (span === null) {
    // where nothing was read, that is said
    if (!session.problems.length) session.problem('no-dated-day', w.digest.noDay);
    if (options.json) session.answer({ span: null, days: 0, file: null });
    return session.exitCode;
  }
  const days = all.filter((d) => isWithin(d.date, span));
  const topics = topicsOf(session, all, {});
  const made = digestOf(session, corpus, { span, topics, days: all });
  if (file) writeFile(session, file, await contentOf(session, made, { topics, days, file }));
  if (options.json) session.answer({ ...made, file });
  else if (file) session.say(w.digest.written(session.shown(file)));
  else io.out(digestText(made, headOf(session, made, days), lang));
  return session.exitCode;
}

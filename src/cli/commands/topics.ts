import { extname, resolve } from 'node:path';
import { topicCharts } from '../../charts/index.js';
import { type DaySlice, isWithin } from '../../corpus/index.js';
import { words } from '../../lang/index.js';
import { drawCharts, topicEditsPath } from '../../pipeline/index.js';
import { innerNames } from '../../privacy/index.js';
import {
  type ShownTopics,
  showTopics,
  type TopicsHead,
  topicsMarkdown,
  topicsPage,
  topicsText,
} from '../../report/index.js';
import type { Topics } from '../../topics/index.js';
import { readCorpus } from '../corpus.js';
import { dayPages } from '../day-pages.js';
import type { Io } from '../io.js';
import type { SpanOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { spanOf } from '../span.js';
import { spanLine, topicsOf } from '../topic-run.js';
import { wholeNumber } from '../whole-number.js';
import { writeFile } from '../write-file.js';

export interface TopicsOptions extends SpanOptions {
  count?: string;
  anew?: boolean;
}

const mostTopics = 200;

const json = (shown: ShownTopics) => JSON.stringify(shown.topics, null, 1);

/** What a file holds, by its ending. */
async function contentOf(
  found: Topics,
  days: readonly DaySlice[],
  head: TopicsHead,
  file: string,
  session: Session,
) {
  const shown = showTopics(found, innerNames);
  const { lang } = session.pipeline;
  const isPublic = session.options.public ?? false;
  if (/\.json$/i.test(file)) return `${json(shown)}\n`;
  if (/\.md$/i.test(file)) return topicsMarkdown(shown, head, lang);
  const charts = await drawCharts((o) => topicCharts(found, days, innerNames, o), lang);
  return topicsPage(shown, { ...head, isPublic }, { charts, page: dayPages(session, file) }, lang);
}

/** Sorts the threads of a span of days into topics (`huati topics`). */
export async function topics(paths: string[], options: TopicsOptions, io: Io): Promise<number> {
  const session = new Session('analyze', { ...options, tokens: true }, io);
  const { lang } = session.pipeline;
  const w = words(lang);
  const [span, count] = [
    spanOf(session, options),
    wholeNumber(session.words, '--count', options.count, { most: mostTopics }),
  ];
  const file = options.out ? resolve(io.cwd, options.out) : null;
  if (file && !['.html', '.md', '.json'].includes(extname(file).toLowerCase()))
    throw new CommandError('bad-out', w.topics.badOut(options.out!));
  const corpus = await readCorpus(session, paths, ['words', 'threads'], {
    wanted: ({ date }) => isWithin(date, span),
  });
  const days = corpus.slices();
  const found = topicsOf(session, days, { count, anew: options.anew });
  const shown = showTopics(found, innerNames);
  const edits = topicEditsPath(session.workspace.corrections);
  const corrections = options.public ? null : session.shownOnPages(edits);
  const head = { span: spanLine(days), edition: options.public ? w.privacy.edition : w.inner, corrections };
  if (file) writeFile(session, file, await contentOf(found, days, head, file, session));
  if (options.json) session.answer({ days: days.length, ...shown, file });
  else if (file) session.say(w.topics.written(shown.topics.length, session.shown(file)));
  else io.out(days.length ? topicsText(shown, head, lang) : `${w.topics.digest.nothing}\n`);
  return session.exitCode;
}

import { resolve } from 'node:path';
import { group } from 'd3-array';
import type { DayAnalysis } from '../../analysis/index.js';
import type { CorpusDay } from '../../corpus/index.js';
import { words } from '../../lang/index.js';
import { type DoneDay, writeAnalysis, writeOutputs } from '../../pipeline/index.js';
import { type Before, nothingBefore } from '../../report/index.js';
import { corpusDays, keptHistory } from '../corpus.js';
import { keptTables } from '../corpus-store.js';
import { Earlier } from '../earlier.js';
import { exitCodes, type Io } from '../io.js';
import { leftBehind, sayLeftBehind } from '../left-behind.js';
import type { RunCommandOptions } from '../options.js';
import { Receipts } from '../receipts.js';
import { Session } from '../session.js';
import { unwritable } from '../write-file.js';

/** A day that was written, as `--json` reports it. */
interface WrittenDay {
  group: string;
  date: string;
  messages: number;
  cached: boolean;
  files: string[];
}

/** Writes the outputs of days, one after the other, but for those whose files stand as an earlier run left them. */
class DayWriter {
  /** Whether a report is among the outputs: it tells of earlier days, too. */
  private readonly reports: boolean;
  /** Then nothing of an analysis need be known here: it goes out as whoever made it printed it. */
  private readonly onlyAnalyses: boolean;
  /** What images lie there, and the pseudonyms so far, are no part of a receipt. */
  private readonly mayStand: boolean;
  private readonly dayOf: (day: DoneDay, shown?: DayAnalysis) => CorpusDay<'questions'>;
  private readonly earlier: Earlier;
  private readonly receipts: Receipts;

  constructor(private readonly session: Session) {
    const { pipeline, options, cache, out, dictionaries } = session;
    const { outputs, lang } = pipeline;
    this.reports = outputs.some((output) => output !== 'analysis' && output !== 'charts');
    this.onlyAnalyses = outputs.every((output) => output === 'analysis') && !options.public;
    this.mayStand = !options.public && !options.images;
    this.dayOf = corpusDays(session, ['questions']);
    this.earlier = new Earlier(this.dayOf, keptHistory(session));
    this.receipts = new Receipts(cache, [outputs, lang, out, options.tokens, dictionaries.entries]);
  }

  async write(day: DoneDay): Promise<WrittenDay> {
    const { group, date, messages } = day;
    const key = this.receipts.next(day);
    const standing = this.mayStand ? this.receipts.standing(key) : null;
    if (standing) {
      if (this.reports) this.earlier.pass(day);
      return { group, date, messages, cached: true, files: standing };
    }
    const files = await (this.onlyAnalyses ? writeJson(this.session, day) : this.writeEdition(day));
    if (this.mayStand) this.receipts.keep(key, files);
    return { group, date, messages, cached: day.unread || day.cached, files };
  }

  private async writeEdition(day: DoneDay): Promise<string[]> {
    const { session, earlier } = this;
    const analysis = session.edition(day.analysis);
    const before = this.reports
      ? earlier.before(day, this.dayOf(day, analysis).questions, analysis)
      : nothingBefore;
    const files = await writeReports(session, analysis, before);
    const { privacy } = words(session.pipeline.lang);
    if (analysis.published)
      session.say(`${analysis.group}/${analysis.date} ${privacy.replaced(analysis.published)}`);
    return files;
  }
}

/** Runs a pipeline by name over paths and writes its outputs (`huati run`; `huati report` runs `daily`). */
export async function runPipeline(
  name: string,
  paths: string[],
  options: RunCommandOptions,
  io: Io,
): Promise<number> {
  const session = new Session(name, options, io);
  const { outputs, lang } = session.pipeline;
  const writer = new DayWriter(session);
  const tables = keptTables(session);
  const written: WrittenDay[] = [];
  let segmenter: string | null = null;
  for await (const day of session.days(paths)) {
    segmenter = day.segmenter;
    await tables?.take(day);
    written.push(await writer.write(day));
  }
  const isWhole = !paths.length && session.exitCode === exitCodes.ok;
  await tables?.finish(isWhole);
  const stale = isWhole ? leftBehind(session.out, written) : [];
  if (options.json)
    session.answer({
      ...{ pipeline: name, outputs, lang, segmenter, out: session.out },
      ...{ days: written, leftBehind: stale },
    });
  if (written.length && segmenter) sayDone(session, written, segmenter);
  sayLeftBehind(session, stale);
  return session.exitCode;
}

async function writeJson(session: Session, day: DoneDay): Promise<string[]> {
  const { json } = day;
  return orFail(session, async () => [writeAnalysis(day, json, session.out)]);
}

async function writeReports(session: Session, analysis: DayAnalysis, before: Before): Promise<string[]> {
  const { outputs, lang } = session.pipeline;
  const { images } = session.options;
  return orFail(session, () =>
    writeOutputs(analysis, {
      out: session.out,
      outputs,
      lang,
      entries: session.entries,
      before,
      images: images && resolve(session.io.cwd, images),
    }),
  );
}

async function orFail(session: Session, write: () => Promise<string[]>): Promise<string[]> {
  try {
    return await write();
  } catch (error) {
    throw unwritable(session, session.out, error);
  }
}

/** Says what was written, and of each group the newest page. */
function sayDone(session: Session, written: WrittenDay[], segmenter: string): void {
  const messages = written.reduce((sum, day) => sum + day.messages, 0);
  session.say(session.words.done(written.length, messages, session.shown(session.out)));
  session.say(session.words.segmenterUsed(segmenter));
  if (session.options.public) {
    const w = words(session.pipeline.lang).privacy;
    session.say(w.notPromised);
    session.say(w.keyStays(session.shown(session.workspace.pseudonyms)));
  }
  for (const days of group(written, (day) => day.group).values()) {
    const pages = days.flatMap(({ files }) => files.filter((file) => file.endsWith('.html')));
    const last = pages.at(-1);
    if (last) session.say(session.words.open(session.shown(last), pages.length - 1));
  }
}

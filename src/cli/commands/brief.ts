import { innerNames } from '../../privacy/index.js';
import { buildReport, toBrief } from '../../report/index.js';
import { corpusDays } from '../corpus.js';
import { Earlier } from '../earlier.js';
import type { Io } from '../io.js';
import type { RunCommandOptions } from '../options.js';
import { Session } from '../session.js';
import { runPipeline } from './run.js';

/** Prints each day's brief to standard output; with `--out` it writes them instead. */
export async function brief(paths: string[], options: RunCommandOptions, io: Io): Promise<number> {
  if (options.out) return runPipeline('brief', paths, options, io);
  const session = new Session('brief', options, io);
  const { lang } = session.pipeline;
  const briefs: { group: string; date: string; text: string }[] = [];
  const dayOf = corpusDays(session, ['questions']);
  const earlier = new Earlier(dayOf);
  for await (const day of session.days(paths)) {
    const analysis = session.edition(day.analysis);
    const text = toBrief(
      buildReport(analysis, {
        lang,
        names: innerNames,
        entries: session.entries,
        before: earlier.before(day, dayOf(day, analysis).questions, analysis),
      }),
    );
    if (!options.json) io.out(`${briefs.length ? '\n' : ''}${text}`);
    briefs.push({ group: analysis.group, date: analysis.date, text });
  }
  if (options.json) session.answer({ days: briefs });
  return session.exitCode;
}

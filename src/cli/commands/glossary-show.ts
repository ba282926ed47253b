import { resolve } from 'node:path';
import { ascending } from 'd3-array';
import { type ChartOptions, termUse } from '../../charts/index.js';
import { isWithin, noStory, TermSearch, type TermStory } from '../../corpus/index.js';
import { endedRules, entryNamed } from '../../glossary/index.js';
import { words } from '../../lang/index.js';
import { drawCharts } from '../../pipeline/index.js';
import { innerNames } from '../../privacy/index.js';
import { termPage, termText, termView } from '../../report/index.js';
import { type Entry, fold, formsOf, isRemembered } from '../../text/index.js';
import { readCorpus } from '../corpus.js';
import { dayPages } from '../day-pages.js';
import { namesLike } from '../glossary-session.js';
import { exitCodes, type Io } from '../io.js';
import { hasLogs } from '../log-texts.js';
import type { SpanOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { spanOf } from '../span.js';
import { writeFile } from '../write-file.js';

/** What `huati glossary show` takes. */
export interface ShowOptions extends SpanOptions {
  /** Logs to look in. */
  in?: string[];
}

/** What is not in the lexicon is looked for wherever it is written: days discover a word only where they speak for it. */
function searchFor(word: string, entry: Entry | undefined): TermSearch | undefined {
  if (entry && !isRemembered(entry)) return undefined;
  const { term, aliases, class: of } = entry ?? { term: word.trim(), aliases: [], class: 'concept' };
  return new TermSearch([{ term, aliases, class: of }]);
}

async function storyIn(
  session: Session,
  options: ShowOptions,
  forms: ReadonlySet<string>,
  search: TermSearch | undefined,
) {
  const paths = options.in ?? [];
  if (!(await hasLogs(session, paths))) return noStory;
  const span = spanOf(session, options);
  const corpus = await readCorpus(session, paths, ['story'], {
    rejectedToo: true, // what was rejected is looked up too
    wanted: (day) => isWithin(day.date, span),
    sought: forms,
    ...(search && { search }),
  });
  return corpus.story();
}

/** The name under which a term is shown: the entry's, or the form that is most in use. */
function nameOf(word: string, entry: Entry | undefined, { forms }: TermStory): string {
  if (entry) return entry.term;
  const [most] = [...forms].sort(([a, x], [b, y]) => y - x || ascending(a, b));
  return most?.[0] ?? word;
}

/** Shows one term (`huati glossary show`): what the glossary says of it and how the logs use it; as a page with `--out`. */
export async function showTerm(word: string, options: ShowOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const { lang } = session.pipeline;
  const w = words(lang).keeping;
  const { entries, documents } = session.dictionaries;
  const path = options.out === undefined ? null : resolve(io.cwd, options.out);
  if (path !== null && !/\.html?$/i.test(path)) throw new CommandError('bad-out', w.htmlOnly);
  const entry = entryNamed(entries, word);
  const forms = new Set(entry ? formsOf(entry) : [fold(word.trim())]);
  const story = await storyIn(session, options, forms, searchFor(word, entry));
  if (!entry && !story.threads.length) {
    const said = story.days.size ? w.unknown(word) : w.unknownUnread(word);
    const like = namesLike(word, entries);
    throw new CommandError(
      'unknown-term',
      said + (like.length ? w.didYouMean(like.join('、')) : ''),
      exitCodes.problems,
    );
  }
  const shown = entry ? session.entry(entry) : null;
  if (entry && !shown)
    throw new CommandError('entry-kept', words(lang).privacy.entryKept(entry.term), exitCodes.problems);
  const view = termView(nameOf(word, entry, story), shown, story, {
    ended: entry ? endedRules(entry, documents) : [],
    names: innerNames,
    isPublic: options.public === true,
  });
  if (path !== null) {
    const make = (o: ChartOptions) => [termUse(view.stretches, o)].filter((chart) => chart !== null);
    const assets = { charts: await drawCharts(make, lang), page: dayPages(session, path) };
    writeFile(session, path, termPage(view, assets, lang));
    session.say(w.shownWritten(session.shown(path)));
  }
  if (options.json) session.answer({ ...view, file: path });
  else if (path === null) io.out(termText(view, lang));
  return session.exitCode;
}

import { join } from 'node:path';
import { byDay, type DaySlice, isWithin } from '../../corpus/index.js';
import { words } from '../../lang/index.js';
import { consentOf } from '../../pipeline/index.js';
import { innerNames } from '../../privacy/index.js';
import { glossaryPage } from '../../report/glossary-page.js';
import type { SitePart } from '../../report/index.js';
import {
  comparePage,
  dayPath,
  homePage,
  peoplePage,
  recordsPage,
  SearchIndex,
  SiteContents,
  type SiteRecord,
  searchPage,
  shards,
  termsPage,
} from '../../site/index.js';
import { fold } from '../../text/index.js';
import { corpusDays } from '../corpus.js';
import { Earlier } from '../earlier.js';
import type { Io } from '../io.js';
import type { SpanOptions } from '../options.js';
import { Session } from '../session.js';
import { SiteWriter, termFile } from '../site-writer.js';
import { spanOf } from '../span.js';
import { spanLine, topicsOf } from '../topic-run.js';
import { unwritable } from '../write-file.js';

const parts: readonly SitePart[] = ['home', 'topics', 'terms', 'records', 'people', 'compare', 'search'];

/** All that is gathered while the days are written. */
interface Gathered {
  contents: SiteContents;
  index: SearchIndex;
  slices: DaySlice[];
  records: SiteRecord[];
  withheld: number;
}

/** Writes each day's pages as it comes, and gathers what the other pages tell. */
async function writeDays(session: Session, writer: SiteWriter, paths: readonly string[]): Promise<Gathered> {
  const span = spanOf(session, session.options as SpanOptions);
  const dayOf = corpusDays(session, ['words', 'threads', 'questions']);
  const earlier = new Earlier(dayOf);
  const { consent } = session;
  const said = words(session.pipeline.lang).record.consents;
  const gathered: Gathered = {
    ...{
      contents: new SiteContents(innerNames),
      index: new SearchIndex(innerNames),
      slices: [],
      records: [],
      withheld: 0,
    },
  };
  for await (const day of session.days(paths, { wanted: ({ date }) => isWithin(date, span) })) {
    if (!gathered.slices.length) writer.begin();
    const { analysis: inner } = day;
    const analysis = session.edition(inner);
    const { words: own, threads, questions } = dayOf(day, analysis);
    const slice: DaySlice = { group: day.group, date: day.date, words: own, threads };
    writer.day(analysis, slice.words, earlier.before(day, questions, analysis));
    gathered.slices.push(slice);
    gathered.contents.add(analysis, slice.words);
    gathered.index.add(analysis, session.dictionaries.words.stopwords);
    gathered.withheld += inner.talks.length - analysis.talks.length;
    const { group, date } = analysis;
    analysis.talks.forEach((talk, i) => {
      const guest = innerNames.show(talk.speaker);
      const agreed = session.options.public
        ? 'open'
        : consentOf(consent, { talk: `${group}/${date}`, guest });
      const path = agreed === 'refused' ? null : writer.record(analysis, i, said[agreed]);
      const n = talk.passages[0] ?? talk.discussion[0] ?? 1;
      gathered.records.push({ group, date, n, title: talk.title, guest, path });
    });
  }
  return gathered;
}

function writeOverview(
  session: Session,
  writer: SiteWriter,
  { contents, index, slices, records, withheld }: Gathered,
): void {
  const { entries } = session;
  const terms = contents.terms(entries);
  const pathOf = (term: string) => (terms.has(fold(term)) ? termFile(term) : null);
  const known = new Set(contents.days.map(({ group, date }) => dayPath(group, date)));
  const findDay = (group: string, date: string) => {
    const path = dayPath(group, date);
    return known.has(path) ? `../${path}` : null;
  };
  for (const term of terms.values()) writer.term(term, { pathOf, findDay }, contents.days);
  const w = words(session.pipeline.lang);
  const days = slices.sort(byDay);
  writer.topics(topicsOf(session, days, {}), days, {
    span: spanLine(days),
    edition: session.options.public ? w.privacy.edition : w.inner,
    corrections: null,
  });
  writer.write('terms/index.html', termsPage(writer.page('terms', '../'), [...terms.values()], pathOf));
  writer.write('terms/glossary.html', glossaryPage(entries, session.pipeline.lang, findDay));
  writer.write('records/index.html', recordsPage(writer.page('records', '../'), records, withheld));
  writer.write('people/index.html', peoplePage(writer.page('people', '../'), contents.people()));
  writer.write('compare.html', comparePage(writer.page('compare', ''), contents.days));
  writer.write('search.html', searchPage(writer.page('search', '')));
  writer.data('days', {
    days: contents.days.map(({ group, date, messages, people }) => ({ group, date, messages, people })),
  });
  for (const [shard, part] of index.files()) writer.data(`search/${shard}`, part);
  for (const [shard, part] of index.peopleFiles()) writer.data(`search/people/${shard}`, part);
  writer.data('search/index', { shards, days: index.days, people: index.people });
  writer.finish(homePage(writer.page('home', ''), contents.days));
}

/** Writes many days as a site (`huati site`): it opens from a disk and from any web server, and asks no other host for anything. */
export async function site(paths: string[], options: SpanOptions, io: Io): Promise<number> {
  const session = new Session('analyze', { ...options, tokens: true }, io);
  const folder = options.out ? session.out : join(session.out, 'site');
  const { lang } = session.pipeline;
  const writer = new SiteWriter({
    ...{ folder, lang, parts, isPublic: options.public === true },
    get entries() {
      return session.entries;
    },
  });
  try {
    const gathered = await writeDays(session, writer, paths);
    session.stopIfInterrupted();
    if (!gathered.slices.length) {
      // of no days no site is made, and one that stands is left alone
      if (!session.problems.length) session.problem('no-dated-day', words(lang).site.noDay);
      if (options.json) session.answer({ folder, days: 0, pages: 0 });
      return session.exitCode;
    }
    writeOverview(session, writer, gathered);
    const { days } = gathered.contents;
    session.say(
      words(lang).site.written(days.length, writer.pages, session.shown(join(folder, 'index.html'))),
    );
    if (options.json) session.answer({ folder, days: days.length, pages: writer.pages });
  } catch (error) {
    throw unwritable(session, folder, error);
  }
  return session.exitCode;
}

import { type AnalysedDay, assemble } from '../analysis/index.js';
import type { KnownName } from '../people/index.js';
import type { Day, Note } from '../read/index.js';
import {
  type Entry,
  Lexicon,
  loadSegmenter,
  rejectedForms,
  resolveSegmenter,
  type SegmenterName,
} from '../text/index.js';
import { cacheKey } from './cache.js';
import type { Context } from './context.js';
import { withCorrections } from './corrected.js';
import { noCorrections } from './corrections.js';
import { type LogSlice, logSliceOf, type Sought } from './log-slice.js';
import { readLog } from './logs.js';
import { keepingModel, linkModelFor, modelDigests, termModelFor, turnModelFor } from './models.js';
import { codeVersion } from './paths.js';
import type { RunOptions } from './run-options.js';
import { analyseDay } from './stages.js';

/** What of the run touches a day, by names that any worker with the same dictionaries understands. */
type Touching = Pick<LogSlice, 'group' | 'format' | 'language' | 'terms' | 'rejected' | 'documents'>;

/** What of a {@link Context} differs from day to day. */
type Slice = Pick<Context, 'entries' | 'own' | 'rejected' | 'documents' | 'people' | 'corrections'>;

/** A day to be analysed, as anybody who does it is told of it (日任务): plain JSON, a few kilobytes. */
export interface DayTask extends Touching {
  /** Digest of all that goes into the analysis: whoever does the day comes to the same one, or may not do it. */
  key: string;
  path: string;
  /** Digest of the log's bytes. */
  digest: string;
  date: string;
  notes: readonly Note[];
  people: readonly KnownName[];
}

/** Says that a day cannot be analysed as it was planned: its log, the program, or what it works with has changed. */
export class OtherInputs extends Error {
  override name = 'OtherInputs';
}

/** Makes analyses of days; all that the days of a run have in common. */
export class DayWork {
  readonly segmenter: SegmenterName;
  readonly sought: Sought;
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly own: ReadonlySet<string>;
  /** Digests of entries: most stand in many days, and are long. */
  private readonly digests = new Map<Entry, string>();
  /** Digest of what all days' analyses depend on. */
  private readonly common: string;

  constructor(private readonly options: RunOptions) {
    const { pipeline, dictionaries, owner, rejectedToo } = options;
    const lexicon = new Lexicon(pipeline.glossary ? dictionaries.entries : [], dictionaries.own);
    const rejected = pipeline.glossary && !rejectedToo ? rejectedForms(dictionaries.entries) : [];
    this.sought = { lexicon, rejected, documents: dictionaries.documents };
    this.segmenter = resolveSegmenter(pipeline.segmenter);
    this.entries = new Map(lexicon.entries.map((entry) => [entry.term, entry]));
    this.own = new Set(dictionaries.own);
    this.common = cacheKey(codeVersion(), pipeline.stages, dictionaries.words, owner, this.segmenter);
  }

  /** The slice of dictionaries, names and corrections that touches a day and not every other one. */
  private sliceFor(
    { terms, rejected, documents, people }: Pick<DayTask, 'terms' | 'rejected' | 'documents' | 'people'>,
    corrections: Context['corrections'] | null,
  ): Slice {
    const cited = new Set(documents);
    const found = this.options.dictionaries.documents.filter((d) => cited.has(d.number));
    const own = terms.filter((term) => this.own.has(term));
    return {
      entries: terms.flatMap((term) => this.entries.get(term) ?? []),
      ...(own.length && { own }),
      ...(rejected.length && { rejected }),
      ...(found.length && { documents: found }),
      ...(people.length && { people }),
      ...(corrections && { corrections }),
    };
  }

  /** Everything that a day's analysis may use; what parsing the models costs is paid here. */
  private contextFor(slice: Slice, language: Day['language']): Context {
    const { dictionaries, owner } = this.options;
    return {
      ...slice,
      words: dictionaries.words,
      owner,
      segmenter: this.segmenter,
      linkModel: linkModelFor(language),
      termModel: termModelFor(language),
      keeping: keepingModel(),
      turnModel: turnModelFor(language),
    };
  }

  /**
   * What the analysis of a day may use that nobody planned: the same as in a run.
   * @param people names in the day whose bearers are known; of a run over its log alone, those that people confirmed
   */
  contextOf(day: Day, people: readonly KnownName[]): Context {
    const { corrections } = withCorrections(day, this.options.corrections ?? noCorrections);
    return this.contextFor(
      this.sliceFor({ ...logSliceOf(day, this.sought), people }, corrections),
      day.language,
    );
  }

  /** The day of a task, as its log has it and people corrected it. */
  private read(task: Omit<DayTask, 'key'>) {
    const { day, digest } = readLog(task.path, this.options);
    if (digest !== task.digest) throw new OtherInputs(`${task.path} changed while it was read; run again`);
    const apart: Day = { ...day, date: task.date, notes: [...task.notes] };
    return withCorrections(apart, this.options.corrections ?? noCorrections);
  }

  private prepare(task: Omit<DayTask, 'key'>, read: ReturnType<DayWork['read']> | null) {
    const slice = this.sliceFor(task, read?.corrections ?? null);
    const { digest, group, date, format } = task;
    const notes = read?.day.notes ?? task.notes;
    const models = modelDigests(task.language);
    const own = { ...slice, entries: slice.entries.map((entry) => this.digestOf(entry)) };
    return { slice, notes, key: cacheKey(this.common, digest, group, date, format, notes, models, own) };
  }

  private digestOf(entry: Entry): string {
    const digest = this.digests.get(entry) ?? cacheKey('entry', entry);
    this.digests.set(entry, digest);
    return digest;
  }

  /** A task with its key, and the notes that its day will have; the log is read only where people corrected the day. */
  plan(task: Omit<DayTask, 'key'>): { task: DayTask; notes: readonly Note[] } {
    const corrected = this.options.corrections?.days.has(`${task.group}/${task.date}`);
    const { key, notes } = this.prepare(task, corrected ? this.read(task) : null);
    return { task: { key, ...task }, notes };
  }

  /**
   * Analyses the day of a task. Same task, same analysis, whoever does it.
   * @throws {OtherInputs} where what is there now would give another analysis than the one that was planned
   */
  analyse(task: DayTask): AnalysedDay {
    const read = this.read(task);
    const { key, slice } = this.prepare(task, read);
    if (key !== task.key)
      throw new OtherInputs(
        `${task.path}: planned with another version of the program, its options, dictionaries or corrections; plan again`,
      );
    const context = this.contextFor(slice, task.language);
    return assemble(analyseDay(read.day, this.options.pipeline.stages, context, loadSegmenter));
  }
}

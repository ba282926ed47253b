import { setImmediate } from 'node:timers/promises';
import { assemble, type DayAnalysis } from '../analysis/index.js';
import { type KnownName, knownFinder } from '../people/index.js';
import { type Day, NotALog, type Note } from '../read/index.js';
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
import type { Input } from './inputs.js';
import type { LogSlice } from './log-slice.js';
import { Logs, type ReadLog, readLog } from './logs.js';
import { keepingModel, linkModelFor, termModelFor, turnModelFor } from './models.js';
import { codeVersion } from './paths.js';
import type { RunOptions } from './run-options.js';
import { analyseDay } from './stages.js';

export type { RunOptions } from './run-options.js';

/**
 * A day that was analysed. Where the cache has it, its analysis is read when somebody asks for it, and not before: a
 * run with nothing new reads none.
 */
export interface DoneDay {
  input: Input;
  status: 'done';
  group: string;
  date: string;
  notes: readonly Note[];
  /** How many messages it has. */
  messages: number;
  segmenter: SegmenterName;
  /** Digest of all that went into the analysis. */
  key: string;
  readonly analysis: DayAnalysis;
  /** Whether the analysis came from the cache. */
  readonly cached: boolean;
  /** Whether nobody asked for the analysis yet. */
  readonly unread: boolean;
}

/** What became of one input. */
export type Outcome =
  | DoneDay
  | { input: Input; status: 'skipped' }
  | { input: Input; status: 'failed'; reason: string; notALog: boolean };

/** A day's name apart from those of others of its group and date: the later one has a number behind its date. */
function keptApart(slice: LogSlice, seen: Set<string>): Pick<Day, 'date' | 'notes'> {
  let date = slice.date;
  for (let copy = 2; seen.has(`${slice.group}/${date}`); copy++) date = `${slice.date}_${copy}`;
  seen.add(`${slice.group}/${date}`);
  if (date === slice.date) return { date, notes: slice.notes };
  return { date, notes: [...slice.notes, { level: 'warning', line: 0, rule: 'same-day', detail: date }] };
}

/** What all days of a run have in common. */
class Run {
  private readonly segmenter: SegmenterName;
  readonly logs: Logs;
  private readonly entries: ReadonlyMap<string, Entry>;
  private find: ReturnType<typeof knownFinder> = () => [];
  /** Digest of what all days' analyses depend on. */
  private readonly common: string;
  private readonly seen = new Set<string>();

  constructor(private readonly options: RunOptions) {
    const { pipeline, dictionaries, tokens, owner } = options;
    const lexicon = new Lexicon(pipeline.glossary ? dictionaries.entries : []);
    const version = codeVersion();
    this.segmenter = resolveSegmenter(pipeline.segmenter);
    const { rejectedToo } = options;
    const rejected = pipeline.glossary && !rejectedToo ? rejectedForms(dictionaries.entries) : [];
    this.logs = new Logs(options, { lexicon, rejected, documents: dictionaries.documents }, version);
    this.entries = new Map(lexicon.entries.map((entry) => [entry.term, entry]));
    this.common = cacheKey(version, pipeline.stages, tokens, dictionaries.words, owner, this.segmenter);
  }

  knows(known: readonly KnownName[]): void {
    this.find = knownFinder(known);
  }

  /** The slice of dictionaries and names that touches a day. */
  private contextFor(slice: LogSlice): Context {
    const { dictionaries, owner } = this.options;
    const people = this.find(slice.speakers, slice.calling);
    const cited = new Set(slice.documents);
    const documents = dictionaries.documents.filter((d) => cited.has(d.number));
    return {
      entries: slice.terms.map((term) => this.entries.get(term)!),
      words: dictionaries.words,
      ...(slice.rejected.length && { rejected: slice.rejected }),
      owner,
      segmenter: this.segmenter,
      linkModel: linkModelFor(slice.language),
      ...(documents.length && { documents }),
      termModel: termModelFor(slice.language),
      keeping: keepingModel(),
      turnModel: turnModelFor(slice.language),
      ...(people.length && { people }),
    };
  }

  /** A day from its log's slice: analysed, unless the cache has it. */
  day({ input, digest, slice }: ReadLog): DoneDay {
    const { options } = this;
    const { cache, corrections = noCorrections } = options;
    const apart = keptApart(slice, this.seen);
    const context = this.contextFor(slice);
    const { group, format } = slice;
    let day: Day | null = null;
    const read = (): Day => ({ ...readLog(input, options).day, ...apart });
    if (corrections.days.has(`${group}/${apart.date}`)) {
      const corrected = withCorrections(read(), corrections);
      day = corrected.day;
      if (corrected.corrections) context.corrections = corrected.corrections;
    }
    const { words, owner, segmenter, ...own } = context;
    const notes = day?.notes ?? apart.notes;
    const key = cacheKey(this.common, digest, group, apart.date, format, notes, own);
    let found: { analysis: DayAnalysis; cached: boolean } | null = null;
    const get = () => {
      if (found) return found;
      const stored = cache.get(key);
      const analysis =
        stored ??
        assemble(analyseDay(day ?? read(), options.pipeline.stages, context, loadSegmenter), options);
      if (!stored) cache.put(key, analysis);
      found = { analysis, cached: stored !== null };
      return found;
    };
    if (!cache.has(key)) get();
    return {
      ...{ input, status: 'done', group, date: apart.date, notes, key },
      messages: slice.messages,
      segmenter: this.segmenter,
      get analysis() {
        return get().analysis;
      },
      get cached() {
        return get().cached;
      },
      get unread() {
        return found === null;
      },
    };
  }
}

/**
 * Runs a pipeline's analysis over inputs, one day at a time, in order. One bad file never costs the rest: what cannot be
 * read is an outcome, not an exception. Between days the event loop turns, so that an interrupt is heard.
 */
export async function* runDays(inputs: readonly Input[], options: RunOptions): AsyncGenerator<Outcome> {
  const run = new Run(options);
  const logs = await run.logs.all(inputs);
  if (logs === null) return;
  run.knows(run.logs.whoIsWho(logs));
  if (options.interrupted?.()) return;
  for (const log of logs) {
    await setImmediate();
    const { input } = log;
    try {
      if ('error' in log) throw log.error;
      yield run.day(log);
    } catch (error) {
      const notALog = error instanceof NotALog;
      if (notALog && !input.named) yield { input, status: 'skipped' };
      else yield { input, status: 'failed', reason: (error as Error).message, notALog };
    }
  }
}

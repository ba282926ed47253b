import { setImmediate } from 'node:timers/promises';
import { type DayAnalysis, withTokens } from '../analysis/index.js';
import type { Note } from '../read/index.js';
import type { SegmenterName } from '../text/index.js';
import type { Cache } from './cache.js';
import { Crew, workersFor } from './crew.js';
import { type DayTask, DayWork } from './day-task.js';
import { prepareForLongRun } from './engine.js';
import type { Input } from './inputs.js';
import { type PlannedDay, planDays, type Unplanned, unplanned } from './plan.js';
import type { RunOptions } from './run-options.js';

export type { RunOptions } from './run-options.js';

/** With so many days to analyse, it pays to ready the engine for them. */
const longRunOf = 50;

/** A day of a run, known by its log. */
interface KnownDay {
  input: Input;
  group: string;
  date: string;
  notes: readonly Note[];
}

/**
 * A day that was analysed. Where the cache has it, its analysis is read when somebody asks for it, and not before: a
 * run with nothing new reads none.
 */
export interface DoneDay extends KnownDay {
  status: 'done';
  /** How many messages it has. */
  messages: number;
  segmenter: SegmenterName;
  /** Digest of all that went into the analysis. */
  key: string;
  readonly analysis: DayAnalysis;
  /** Analyses it anew, for who finds that the cache has lost it; holds on to no analysis. */
  again(): DayAnalysis;
  /** The analysis as JSON, text or UTF-8, not parsed for it; who wants both asks for the analysis first. */
  readonly json: string | Uint8Array;
  /** Whether the analysis came from the cache. */
  readonly cached: boolean;
  /** Whether the cache has it, and nobody asked for the analysis yet. */
  readonly unread: boolean;
}

/** What became of one input. */
export type Outcome = DoneDay | ({ status: 'unwanted' } & KnownDay) | Unplanned;

const knownDay = ({ input, task: { group, date }, notes }: PlannedDay): KnownDay => ({
  ...{ input, group, date, notes },
});

/** Analyses a day, whatever the store has. Apart, so that who keeps it for later holds on to nothing else of the day. */
const analyser = (task: DayTask, work: DayWork, store: Cache, tokens: boolean) => (): DayAnalysis => {
  const made = work.analyse(task);
  store.put(task.key, made);
  return tokens ? withTokens(made.analysis, made.segmentation) : made.analysis;
};

/** A planned day, analysed when it is asked for, unless the store has it. */
function doneDay(
  planned: PlannedDay,
  work: DayWork,
  store: Cache,
  madeNow: boolean,
  tokens: boolean,
): DoneDay {
  const { task, messages } = planned;
  const again = analyser(task, work, store, tokens);
  let found: { analysis: DayAnalysis; cached: boolean } | null = null;
  const get = () => {
    if (found) return found;
    const stored = store.get(task.key, tokens);
    found = { analysis: stored ?? again(), cached: stored !== null && !madeNow };
    return found;
  };
  if (!store.has(task.key)) get();
  return {
    ...knownDay(planned),
    ...{ status: 'done', messages, segmenter: work.segmenter, key: task.key, again },
    get analysis() {
      return get().analysis;
    },
    get json() {
      return (found || tokens ? null : store.json(task.key)) ?? JSON.stringify(get().analysis);
    },
    get cached() {
      return !madeNow && get().cached;
    },
    get unread() {
      return found === null && !madeNow;
    },
  };
}

/**
 * Runs a pipeline's analysis over inputs and gives what became of each, in order, whoever does it: this process, or
 * workers where that pays. One bad file never costs the rest: what cannot be read is an outcome, not an exception.
 * Between days the event loop turns, so that an interrupt is heard.
 */
export async function* runDays(inputs: readonly Input[], options: RunOptions): AsyncGenerator<Outcome> {
  const { cache, wanted } = options;
  const work = new DayWork(options);
  let crew: Crew | null = null;
  const engage = async (days: number) => {
    const workers = workersFor(days, options.workers);
    if (days >= longRunOf) prepareForLongRun(days);
    if (workers > 1) crew ??= await Crew.of(workers, work, options);
  };
  try {
    // a log that no run has read is a day to be analysed: workers get ready while it is read here, unless few are wanted
    const planned = await planDays(inputs, work, options, wanted ? undefined : engage);
    if (planned === null || options.interrupted?.()) return;
    const days = planned.filter((day) => 'task' in day);
    const asked = new Set(days.filter(({ task: { group, date } }) => wanted?.({ group, date }) ?? true));
    const missing = [...asked].map(({ task }) => task).filter(({ key }) => !cache.has(key));
    await engage(missing.length);
    (crew as Crew | null)?.begin(missing);
    for (const day of planned) {
      await setImmediate();
      if (!('task' in day)) yield day;
      else if (!asked.has(day)) yield { status: 'unwanted', ...knownDay(day) };
      else {
        const outcome = await outcomeOf(day, work, crew, options);
        if (outcome === null) return;
        yield outcome;
      }
    }
  } finally {
    await (crew as Crew | null)?.stop();
  }
}

/** What became of a planned day; null where somebody interrupts. */
async function outcomeOf(
  day: PlannedDay,
  work: DayWork,
  crew: Crew | null,
  { cache, tokens }: RunOptions,
): Promise<Outcome | null> {
  const made = crew ? await crew.made(day.task.key) : 'not asked';
  if (made === 'interrupted') return null;
  try {
    if (made === 'worker died') throw new Error('every worker that analysed it died');
    return doneDay(day, work, crew?.store ?? cache, made === 'made', tokens);
  } catch (error) {
    return unplanned(day.input, error);
  }
}

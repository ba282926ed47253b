import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { type Cache, folderCache, heldOver } from './cache.js';
import type { DayTask, DayWork } from './day-task.js';
import { packaged } from './paths.js';
import type { RunOptions } from './run-options.js';
import { type MapTask, type Receipt, TaskRunner } from './tasks.js';
import { NeverReady, WorkerProcess } from './worker-process.js';

/** With fewer days to analyse for each, workers cost more than they bring: each loads the program and a dictionary. */
const fewestDays = 100;
/** Nobody gets more workers than this without asking: with nodejieba each holds 450 MB. */
const mostWorkers = 2;
/** A process has one task at hand and the next one waiting, so that it never idles while this one is busy itself. */
const tasksAtOnce = 2;
/**
 * A task is such a part of the days that are left, for each worker, and no more days than these: large tasks first, which
 * cost few messages, single days at the end, so that all come through together (guided self-scheduling, Polychronopoulos
 * and Kuck 1987).
 */
const partOfTheRest = 1 / 6;
const mostDays = 16;
/** How often a run that waits for others looks whether they are through, or it was interrupted, in milliseconds. */
const attention = 10;
/** Signals that end a program which does not listen; a run listens, to take its workers and its folder away first. */
const ending = ['SIGHUP', 'SIGTERM'] as const;
/** A day is given to so many workers alone before it is said that it ends them. */
const attempts = 2;

/** How many workers are to analyse so many days, this process among them; 1 is this process alone. */
export function workersFor(days: number, asked: number | undefined): number {
  if (!existsSync(packaged('dist', 'program', 'worker.cjs'))) return 1; // nobody built it
  if (asked !== undefined) return Math.max(1, Math.min(asked, days));
  return Math.max(1, Math.min(availableParallelism(), mostWorkers, Math.floor(days / fewestDays)));
}

/** Ends the program with the code that shells give a signal. */
const exitBy = (_: NodeJS.Signals, number: number) => process.exit(128 + number);

function temporaryFolder(): string | null {
  try {
    return mkdtempSync(join(tmpdir(), 'huati-'));
  } catch {
    return null; // a full disk costs time, not results
  }
}

/** What became of a day: a worker made it; it failed there and is to be tried here; its worker died, each time. */
export type Made = 'made' | 'not made' | 'worker died' | 'interrupted';

/**
 * Workers that analyse the days of a run side by side (工人): this process, and others beside it, so that one that dies
 * takes nobody with it. Analyses go through the store, the cache or, of the others, a folder of their own; what is done
 * stays done, whatever comes after.
 */
export class Crew {
  private readonly asked = new Set<string>();
  /** Days that nobody has begun, in order. */
  private waiting: DayTask[] = [];
  private readonly ended = new Map<string, Made>();
  readonly store: Cache;
  private readonly interrupted: () => boolean;
  private readonly here: TaskRunner;
  private readonly others: WorkerProcess[] = [];
  private stopped = false;

  private constructor(
    private readonly workers: number,
    { cache, interrupted = () => false, wanted, ...run }: RunOptions,
    work: DayWork,
    /** Where others put analyses that no cache keeps. */
    private readonly folder: string | null,
  ) {
    process.once('exit', this.abandon);
    for (const signal of ending) process.once(signal, exitBy);
    const store = folderCache(folder ?? cache.folder!);
    this.store = folder === null ? cache : heldOver(store);
    this.interrupted = interrupted;
    this.here = new TaskRunner(work, this.store);
    const setup = { run, store: store.folder! };
    for (let i = 1; i < workers; i++) this.others.push(new WorkerProcess(setup));
  }

  /**
   * Starts the other workers; they load the program and the dictionary meanwhile. Null where there is no place for what
   * they make.
   * @param workers how many analyse, this process among them: 2 or more
   */
  static of(workers: number, work: DayWork, options: RunOptions): Crew | null {
    const folder = options.cache.folder === null ? temporaryFolder() : null;
    if (folder === null && options.cache.folder === null) return null;
    return new Crew(workers, options, work, folder);
  }

  /** Sets all workers to work on days, in order; this one takes part while it waits for a day ({@link made}). */
  begin(tasks: readonly DayTask[]): void {
    this.waiting = [...tasks];
    for (const { key } of tasks) this.asked.add(key);
    for (const worker of this.others) for (let i = 0; i < tasksAtOnce; i++) void this.keepBusy(worker);
  }

  private async keepBusy(worker: WorkerProcess): Promise<void> {
    while (this.waiting.length && !this.stopped && worker.isUsable) {
      const share = Math.ceil((this.waiting.length * partOfTheRest) / this.workers);
      await this.deal(worker, this.waiting.splice(0, Math.min(share, mostDays)), attempts);
    }
  }

  /** Has days analysed by another process; where it dies at them, each day that it had not done once more, alone. */
  private async deal(worker: WorkerProcess, days: readonly DayTask[], left: number): Promise<void> {
    const task: MapTask = { task: 'map', id: days[0]!.key, days };
    try {
      this.note(days, await worker.run(task));
    } catch (error) {
      for (const day of days) {
        if (this.store.has(day.key)) this.ended.set(day.key, 'made');
        else if (error instanceof NeverReady) this.ended.set(day.key, 'not made');
        else if (left === 0) this.ended.set(day.key, 'worker died');
        else await this.deal(worker, [day], left - 1);
      }
    }
  }

  private note(days: readonly DayTask[], { failures }: Receipt): void {
    const failed = new Set(failures.map(({ path }) => path));
    for (const { key, path } of days) this.ended.set(key, failed.has(path) ? 'not made' : 'made');
  }

  /** Waits for a day, and meanwhile analyses what nobody has begun; not for long after somebody interrupts. */
  async made(key: string): Promise<Made | 'not asked'> {
    if (!this.asked.has(key)) return 'not asked';
    for (;;) {
      await setImmediate(); // the others are heard, and given their next tasks
      const made = this.ended.get(key);
      if (made) return made;
      if (this.interrupted()) return 'interrupted';
      const day = this.waiting.shift();
      if (day) this.note([day], this.here.run({ task: 'map', id: day.key, days: [day] }));
      else await setTimeout(attention);
    }
  }

  /** Ends all other workers, whatever they are at; what they finished stays. */
  async stop(): Promise<void> {
    this.stopped = true;
    process.off('exit', this.abandon);
    for (const signal of ending) process.off(signal, exitBy);
    await Promise.all(this.others.map((worker) => worker.stop()));
    this.clear();
  }

  /** The same where the program ends in the midst of a run, and waits for nobody. */
  private readonly abandon = (): void => {
    for (const worker of this.others) void worker.stop();
    this.clear();
  };

  private clear(): void {
    if (this.folder !== null) rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { serialize } from 'node:v8';
import type { Tinypool } from 'tinypool';
import { type Cache, folderCache, heldOver } from './cache.js';
import type { DayTask, DayWork } from './day-task.js';
import { workerFlags } from './engine.js';
import { packaged } from './paths.js';
import type { RunOptions } from './run-options.js';
import { type MapTask, type Receipt, TaskRunner } from './tasks.js';

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
/** A day at which a worker died is given to so many alone before it is said that it ends them. */
const attempts = 2;

const workerFile = () => packaged('bin', 'worker.mjs');

/** How many workers are to analyse so many days, this process among them; 1 is this process alone. */
export function workersFor(days: number, asked: number | undefined): number {
  if (!existsSync(packaged('dist', 'program', 'worker.cjs'))) return 1; // nobody built it
  if (asked !== undefined) return Math.max(1, Math.min(asked, days));
  return Math.max(1, Math.min(availableParallelism(), mostWorkers, Math.floor(days / fewestDays)));
}

/** Ends the program with the code that shells give a signal. */
const exitBy = (_: NodeJS.Signals, number: number) => process.exit(128 + number);

/** Ends another worker at once: one that is told to end may still write. */
function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it has ended
  }
}

/** What a process is told once: all of a run's options that it needs, and the folder of its store. */
export interface CrewSetup {
  run: Omit<RunOptions, 'cache' | 'interrupted' | 'wanted'>;
  store: string;
}

/** A folder with what the other workers are told; null where there is no room for it. */
function temporaryFolder(run: CrewSetup['run'], cache: Cache): { folder: string; store: string } | null {
  let folder: string | null = null;
  try {
    folder = mkdtempSync(join(tmpdir(), 'huati-'));
    const setup: CrewSetup = { run, store: cache.folder ?? join(folder, 'store') };
    writeFileSync(join(folder, 'setup'), serialize(setup));
    return { folder, store: setup.store };
  } catch {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
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
  private readonly here: TaskRunner;
  private stopped = false;
  /** Whether the others ended as they started: this process does all. */
  private isAlone = false;
  /** Days at which a worker died are tried one after the other: what waited behind them is not to blame. */
  private suspects: Promise<void> = Promise.resolve();

  private constructor(
    private readonly workers: number,
    private readonly pool: Tinypool,
    private readonly folder: string,
    readonly store: Cache,
    work: DayWork,
    private readonly interrupted: () => boolean,
  ) {
    this.here = new TaskRunner(work, store);
    pool.on('error', () => this.lookWhoIsLeft());
    process.once('exit', this.abandon);
  }

  /**
   * Starts the other workers; they load the program and the dictionary meanwhile. Null where there is no place for what
   * they are told.
   * @param workers how many analyse, this process among them: 2 or more
   */
  static async of(workers: number, work: DayWork, options: RunOptions): Promise<Crew | null> {
    const { cache, interrupted = () => false, wanted, ...run } = options;
    const { Tinypool } = await import('tinypool');
    for (const signal of ending) process.once(signal, exitBy); // before there is anything to take away
    const place = temporaryFolder(run, cache);
    if (place === null) {
      for (const signal of ending) process.off(signal, exitBy);
      return null;
    }
    const { folder } = place;
    const pool = new Tinypool({
      runtime: 'child_process',
      filename: workerFile(),
      argv: [join(folder, 'setup')],
      execArgv: [...process.execArgv, ...workerFlags],
      env: { ...process.env } as Record<string, string>,
      minThreads: workers - 1,
      maxThreads: workers - 1,
      concurrentTasksPerWorker: tasksAtOnce,
    });
    const store = cache.folder === null ? heldOver(folderCache(place.store)) : cache;
    return new Crew(workers, pool, folder, store, work, interrupted);
  }

  /** The pool replaces a worker that dies at work; where one dies as it starts, tasks would wait for it for ever. */
  private lookWhoIsLeft(): void {
    if (this.pool.threads.length > 0) return;
    this.isAlone = true;
    this.pool.cancelPendingTasks();
  }

  /** Sets all workers to work on days, in order; this one takes part while it waits for a day ({@link made}). */
  begin(tasks: readonly DayTask[]): void {
    this.waiting = [...tasks];
    for (const { key } of tasks) this.asked.add(key);
    for (let i = 0; i < (this.workers - 1) * tasksAtOnce; i++) void this.keepBusy();
  }

  private async keepBusy(): Promise<void> {
    while (this.waiting.length && !this.stopped && !this.isAlone) {
      const share = Math.ceil((this.waiting.length * partOfTheRest) / this.workers);
      const days = this.waiting.splice(0, Math.min(share, mostDays));
      if (await this.deal(days)) continue;
      for (const day of days) this.suspects = this.suspects.then(() => this.tryAlone(day));
      await this.suspects;
    }
  }

  /** Has days analysed by another process; false where it died at them. */
  private async deal(days: readonly DayTask[]): Promise<boolean> {
    const task: MapTask = { task: 'map', id: days[0]!.key, days };
    try {
      this.note(days, (await this.pool.run(task)) as Receipt);
      return true;
    } catch {
      this.lookWhoIsLeft();
      return false;
    }
  }

  /** A day of a task at which a worker died, unless that one had done it: by other workers, and by nothing but them. */
  private async tryAlone(day: DayTask): Promise<void> {
    for (let attempt = 0; attempt < attempts && !this.isAlone && !this.stopped; attempt++) {
      if (this.store.has(day.key)) break;
      if (await this.deal([day])) return;
    }
    const isMade = this.store.has(day.key);
    this.ended.set(day.key, isMade ? 'made' : this.isAlone ? 'not made' : 'worker died');
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
    await this.pool.destroy().catch(() => {});
    this.clear();
  }

  /** The same where the program ends in the midst of a run, and waits for nobody. */
  private readonly abandon = (): void => {
    for (const { threadId } of this.pool.threads) killed(threadId);
    this.clear();
  };

  private clear(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

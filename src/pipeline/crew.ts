import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { serialize } from 'node:v8';
import type { Tinypool } from 'tinypool';
import { type Cache, folderCache } from './cache.js';
import type { DayTask } from './day-task.js';
import { packaged } from './paths.js';
import type { RunOptions } from './run-options.js';
import type { MapTask, Receipt } from './tasks.js';

/** With fewer days to analyse for each, workers cost more than they bring: each loads the program and a dictionary. */
const fewestDays = 100;
/** Nobody gets more workers than this without asking: with nodejieba each holds 450 MB. */
const mostWorkers = 2;
/** How often a run that waits for a worker looks whether it was interrupted, in milliseconds. */
const attention = 100;

const workerFile = () => packaged('dist', 'pipeline', 'crew-worker.js');

/** How many workers are to analyse so many days; 1 is this process alone. */
export function workersFor(days: number, asked: number | undefined): number {
  if (!existsSync(workerFile())) return 1;
  if (asked !== undefined) return Math.max(1, Math.min(asked, days));
  return Math.max(1, Math.min(availableParallelism(), mostWorkers, Math.floor(days / fewestDays)));
}

/** What a worker is told once: all of a run's options that it needs, and the folder of its store. */
export interface CrewSetup {
  run: Omit<RunOptions, 'cache' | 'interrupted' | 'wanted'>;
  store: string;
}

/** What became of a day: a worker made it; it failed there and is to be tried here; its worker died, twice. */
export type Made = 'made' | 'not made' | 'worker died' | 'interrupted';

/**
 * Workers that analyse the days of a run side by side (工人): processes, so that one that dies takes nobody with it.
 * Analyses go through the store, the cache or a folder of their own; what is done stays done, whatever comes after.
 */
export class Crew {
  private readonly days = new Map<string, Promise<Made>>();
  private stopped = false;

  private constructor(
    private readonly pool: Tinypool,
    private readonly folder: string,
    readonly store: Cache,
    private readonly interrupted: () => boolean,
  ) {}

  /** Sets workers to work on days, in order. */
  static async of(workers: number, tasks: readonly DayTask[], options: RunOptions): Promise<Crew> {
    const { cache, interrupted = () => false, wanted, ...run } = options;
    const { Tinypool } = await import('tinypool');
    const folder = mkdtempSync(join(tmpdir(), 'huati-'));
    const setup: CrewSetup = { run, store: cache.folder ?? join(folder, 'store') };
    writeFileSync(join(folder, 'setup'), serialize(setup));
    const pool = new Tinypool({
      runtime: 'child_process',
      filename: workerFile(),
      argv: [join(folder, 'setup')],
      env: { ...process.env } as Record<string, string>,
      minThreads: workers,
      maxThreads: workers,
    });
    pool.on('error', () => {}); // a worker that dies idle is replaced
    const crew = new Crew(
      pool,
      folder,
      cache.folder === null ? folderCache(setup.store) : cache,
      interrupted,
    );
    for (const task of tasks) crew.days.set(task.key, crew.begin(task));
    return crew;
  }

  /** Has a day analysed; once more where its worker dies. */
  private async begin(day: DayTask): Promise<Made> {
    const task: MapTask = { task: 'map', id: day.key, days: [day] };
    for (let attempt = 0; attempt < 2 && !this.stopped; attempt++) {
      try {
        const { status } = (await this.pool.run(task)) as Receipt;
        return status === 'done' ? 'made' : 'not made';
      } catch {
        // it died; the pool has another one
      }
    }
    return 'worker died';
  }

  /** Waits for a day; not for long after somebody interrupts. */
  async made(key: string): Promise<Made | 'not asked'> {
    const day = this.days.get(key);
    if (!day) return 'not asked';
    const done = new AbortController();
    try {
      return await Promise.race([day, this.interruption(done.signal)]);
    } finally {
      done.abort();
    }
  }

  private async interruption(signal: AbortSignal): Promise<'interrupted'> {
    while (!signal.aborted && !this.interrupted())
      await setTimeout(attention, undefined, { signal }).catch(() => {});
    return 'interrupted';
  }

  /** Ends all workers, whatever they are at; what they finished stays. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.pool.destroy().catch(() => {});
    rmSync(this.folder, { recursive: true, force: true });
  }
}

import { countTerms, type DayTerms, dayTermsOf, type TermRange } from '../corpus/index.js';
import { type Cache, cacheKey } from './cache.js';
import type { DayTask, DayWork } from './day-task.js';

/** Analyses days; each goes into the store under its key. */
export interface MapTask {
  task: 'map';
  id: string;
  days: readonly DayTask[];
}

/** Counts the terms of a range over days that were analysed; the counts go into the store under the task's id. */
export interface ReduceTask extends TermRange {
  task: 'reduce';
  id: string;
  /** Keys of the days' analyses. */
  days: readonly string[];
}

export type Task = MapTask | ReduceTask;

/** What became of a task (回执). */
export interface Receipt {
  id: string;
  task: Task['task'];
  status: 'done' | 'failed';
  /** How many outputs were made now; the others lay there already. */
  made: number;
  /** What failed: the log where it was one, and why. */
  failures: { path: string | null; reason: string }[];
}

const notKept = 'the output could not be written into the store (HUATI_CACHE, --workspace)';

/**
 * Does tasks, in this process or in any other. Each output lies in the store under a digest of all that went into it and
 * comes there whole: a task that is done twice, or late, changes nothing.
 */
export class TaskRunner {
  constructor(
    private readonly work: DayWork,
    private readonly store: Cache,
  ) {}

  /** Never throws: what goes wrong stands in the receipt. */
  run(task: Task): Receipt {
    const receipt: Receipt = { id: task.id, task: task.task, status: 'done', made: 0, failures: [] };
    const attempt = (path: string | null, make: () => boolean) => {
      try {
        if (make()) receipt.made++;
      } catch (error) {
        receipt.failures.push({ path, reason: (error as Error).message });
        receipt.status = 'failed';
      }
    };
    if (task.task === 'map') for (const day of task.days) attempt(day.path, () => this.map(day));
    else attempt(null, () => this.reduce(task));
    return receipt;
  }

  private map(day: DayTask): boolean {
    if (this.store.get(day.key)) return false;
    this.store.put(day.key, this.work.analyse(day));
    if (!this.store.has(day.key)) throw new Error(notKept);
    return true;
  }

  /** The terms of a day that was analysed; kept, so that each range of terms need not read the analysis again. */
  private termsOf(key: string): DayTerms {
    const place = cacheKey(key, 'terms');
    const known = this.store.part(place) as DayTerms | null;
    if (known) return known;
    const analysis = this.store.get(key);
    if (!analysis) throw new Error(`the analysis ${key} is not there: its map task comes first`);
    const terms = dayTermsOf(analysis);
    this.store.putPart(place, terms);
    return terms;
  }

  private reduce(task: ReduceTask): boolean {
    if (this.store.part(task.id)) return false;
    const days = task.days.map((key) => this.termsOf(key));
    this.store.putPart(task.id, countTerms(days, task));
    if (!this.store.part(task.id)) throw new Error(notKept);
    return true;
  }
}

import { ascending } from 'd3-array';
import { z } from 'zod';
import type { TermRange } from '../corpus/index.js';
import { cacheKey } from './cache.js';
import type { DayTask } from './day-task.js';
import type { MapTask, ReduceTask, Task } from './tasks.js';

/** A run as tasks (计划): all map tasks, then all reduce tasks. Its id stands for code, options and inputs. */
export interface Plan {
  id: string;
  tasks: Task[];
}

const [firstHan, lastHan] = [0x4e00, 0x9fff];

/** So many ranges that hold all terms together: what comes before Chinese belongs to the first, what comes after to the last. */
function rangesOf(count: number): TermRange[] {
  const size = (lastHan + 1 - firstHan) / count;
  const cuts = Array.from({ length: count - 1 }, (_, i) =>
    String.fromCharCode(Math.round(firstHan + (i + 1) * size)),
  );
  return Array.from({ length: count }, (_, i) => ({ from: cuts[i - 1] ?? null, to: cuts[i] ?? null }));
}

/** Deals days out to map tasks, and terms to reduce tasks. Same days, same options: the same plan, to the byte. */
export function planOf(days: readonly DayTask[], perTask: number, ranges: number): Plan {
  const keys = days.map((day) => day.key);
  const maps = Array.from({ length: Math.ceil(days.length / perTask) }, (_, i): MapTask => {
    const own = days.slice(i * perTask, (i + 1) * perTask);
    return { task: 'map', id: cacheKey('map', own), days: own };
  });
  const reduces = rangesOf(ranges).map(
    (range): ReduceTask => ({ task: 'reduce', id: cacheKey('reduce', keys, range), ...range, days: keys }),
  );
  const tasks = [...maps, ...reduces];
  return {
    id: cacheKey(
      'plan',
      tasks.map((task) => task.id),
    ),
    tasks,
  };
}

/** Ranges that follow on one another hold all terms, each once. */
const holdAllTerms = (ranges: readonly TermRange[]) =>
  ranges.length > 0 &&
  [...ranges, { from: null }].every(({ from }, i) => from === (ranges[i - 1]?.to ?? null));

/**
 * The tasks of a plan, each once and in the plan's order, however their lines were dealt out and put together again; null
 * where one is missing, or is another plan's.
 */
export function wholePlan(tasks: readonly Task[]): Task[] | null {
  const each = [...new Map(tasks.map((task) => [task.id, task])).values()];
  const reduces = each.filter((task) => task.task === 'reduce');
  reduces.sort((a, b) => ascending(a.from ?? '', b.from ?? ''));
  if (!holdAllTerms(reduces)) return null;
  const place = new Map(reduces[0]!.days.map((key, i) => [key, i]));
  const placeOf = (map: MapTask) => place.get(map.days[0]!.key) ?? -1;
  const maps = each.filter((task) => task.task === 'map');
  maps.sort((a, b) => placeOf(a) - placeOf(b));
  const planned = JSON.stringify(maps.flatMap(({ days }) => days.map(({ key }) => key)));
  return reduces.every(({ days }) => JSON.stringify(days) === planned) ? [...maps, ...reduces] : null;
}

const text = z.string();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const dayTask = z.object({
  key: digest,
  path: text,
  digest,
  group: text,
  format: text,
  language: text,
  date: text,
  notes: z.array(z.object({ level: text, line: z.int(), rule: text })),
  terms: z.array(text),
  rejected: z.array(text),
  documents: z.array(text),
  people: z.array(z.looseObject({})),
});
const task = z.discriminatedUnion('task', [
  z.object({ task: z.literal('map'), id: digest, days: z.array(dayTask).min(1) }),
  z.object({
    task: z.literal('reduce'),
    id: digest,
    from: text.nullable(),
    to: text.nullable(),
    days: z.array(digest),
  }),
]);

/**
 * Reads a task from its line.
 * @throws {Error} saying what is wrong
 */
export function readTask(line: string): Task {
  const data: unknown = JSON.parse(line);
  const { success, error } = task.safeParse(data);
  if (success) return data as Task;
  const [issue] = error.issues;
  throw new Error(`${issue!.path.join('.') || 'task'}: ${issue!.message}`);
}

import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { ascending } from 'd3-array';
import type { TermCount } from '../../corpus/index.js';
import { words } from '../../lang/index.js';
import {
  type Cache,
  cacheKey,
  readTask,
  type Task,
  wholePlan,
  writeOutputs,
  writeWhole,
} from '../../pipeline/index.js';
import { exitCodes, type Io } from '../io.js';
import { leftBehind, sayLeftBehind } from '../left-behind.js';
import type { RunCommandOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { unwritable } from '../write-file.js';

/** So many of the tasks that lack outputs are named. */
const mostNamed = 5;

/** @throws {CommandError} naming the line that is no task, or saying that lines are missing */
function readPlan(session: Session, path: string): Task[] {
  const w = words(session.pipeline.lang).tasks;
  let text: string;
  try {
    text = readFileSync(resolve(session.io.cwd, path), 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CommandError(
      code === 'ENOENT' ? 'missing' : 'unreadable',
      code === 'ENOENT' ? session.words.missing(path) : session.words.cannotUse(path, message),
    );
  }
  const tasks = text.split('\n').flatMap((line, i) => {
    if (!line.trim()) return [];
    try {
      return [readTask(line)];
    } catch (error) {
      throw new CommandError('bad-plan', w.badPlan(path, i + 1, (error as Error).message));
    }
  });
  const whole = wholePlan(tasks);
  if (whole === null) throw new CommandError('plan-not-whole', w.notWhole(path));
  return whole;
}

/** Whether all outputs of a task lie in the store, undamaged. */
const isDone = (task: Task, store: Cache): boolean =>
  task.task === 'map' ? task.days.every(({ key }) => store.get(key) !== null) : store.part(task.id) !== null;

/**
 * Writes what the tasks of a plan made, one file after another; gives their paths.
 * @throws {CommandError} where an output has gone since it was seen, or somebody interrupts
 */
async function publish(session: Session, tasks: readonly Task[], store: Cache) {
  const { lang } = session.pipeline;
  const there = <T>(output: T | null, id: string): T => {
    if (output === null)
      throw new CommandError('vanished', words(lang).tasks.vanished(id), exitCodes.problems);
    return output;
  };
  const paths: string[] = [];
  let [days, terms] = [0, 0];
  const lines: string[] = [];
  for (const task of tasks) {
    if (task.task === 'map')
      for (const { key } of task.days) {
        await setImmediate();
        if (session.io.interrupted())
          throw new CommandError('interrupted', session.words.interrupted, exitCodes.interrupted);
        const analysis = there(store.get(key, session.options.tokens), task.id);
        const options = { out: session.out, outputs: ['analysis' as const], lang, entries: [] };
        paths.push(...(await writeOutputs(analysis, options)));
        days++;
      }
    else
      for (const count of there(store.part(task.id) as TermCount[] | null, task.id)) {
        lines.push(`${JSON.stringify(count)}\n`);
        terms++;
      }
  }
  const counted = join(session.out, 'terms.jsonl');
  writeWhole(counted, lines);
  return { paths: [...paths, counted], days, terms };
}

/** With `--json`: where the manifest is and what stands in it, or which tasks are to be done first. */
function tell(
  session: Session,
  outcome: { manifest: string | null; missing: string[]; leftBehind?: string[] },
) {
  if (session.options.json) session.answer(outcome);
}

/** Checks that all outputs of a plan are there, and publishes them, the manifest last (`huati commit`). */
export async function commit(plan: string, options: RunCommandOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang).tasks;
  const tasks = readPlan(session, plan);
  const store = session.cache;
  const missing = tasks.filter((task) => !isDone(task, store)).map(({ id }) => id);
  if (missing.length) {
    const named = missing.slice(0, mostNamed).join(' ') + (missing.length > mostNamed ? ' …' : '');
    const place = store.folder ? session.shown(store.folder) : '';
    session.problem('missing-outputs', w.missing(missing.length, tasks.length, place, named));
    tell(session, { manifest: null, missing });
    return session.exitCode;
  }
  const manifest = join(session.out, 'manifest.json');
  try {
    rmSync(manifest, { force: true }); // an earlier one would vouch for files that are written over now
    const { paths, days, terms } = await publish(session, tasks, store);
    const files = paths.map((path) => ({
      path: relative(session.out, path).replaceAll('\\', '/'),
      sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
    }));
    files.sort((a, b) => ascending(a.path, b.path));
    const planned = tasks.flatMap((task) => (task.task === 'map' ? task.days : []));
    // the same days give the same manifest, however they were dealt out; with their segmentation they are other files
    const keys = planned.map(({ key }) => key);
    const content = {
      version: 1,
      run: options.tokens ? cacheKey('run', keys, 'tokens') : cacheKey('run', keys),
      days,
      terms,
      files,
    };
    writeWhole(manifest, `${JSON.stringify(content, null, 1)}\n`);
    session.say(w.committed(days, terms, session.shown(manifest)));
    const stale = leftBehind(session.out, planned);
    sayLeftBehind(session, stale);
    tell(session, { manifest, missing, leftBehind: stale, ...content });
  } catch (error) {
    throw unwritable(session, session.out, error);
  }
  return session.exitCode;
}

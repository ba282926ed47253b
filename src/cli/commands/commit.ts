import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { TermCount } from '../../corpus/index.js';
import { words } from '../../lang/index.js';
import { type Cache, cacheKey, readTask, type Task, writeOutputs, writeWhole } from '../../pipeline/index.js';
import { exitCodes, type Io } from '../io.js';
import type { RunCommandOptions } from '../options.js';
import { CommandError, Session } from '../session.js';

/** So many of the tasks that lack outputs are named. */
const mostNamed = 5;

/** @throws {CommandError} naming the line that is no task */
function readPlan(session: Session, path: string): Task[] {
  const w = words(session.pipeline.lang).tasks;
  let text: string;
  try {
    text = readFileSync(resolve(session.io.cwd, path), 'utf8');
  } catch {
    throw new CommandError(session.words.missing(path));
  }
  return text.split('\n').flatMap((line, i) => {
    if (!line.trim()) return [];
    try {
      return [readTask(line)];
    } catch (error) {
      throw new CommandError(w.badPlan(path, i + 1, (error as Error).message));
    }
  });
}

/** Whether all outputs of a task lie in the store, undamaged. */
const isDone = (task: Task, store: Cache): boolean =>
  task.task === 'map' ? task.days.every(({ key }) => store.get(key) !== null) : store.part(task.id) !== null;

/** Writes what the tasks of a plan made, one file after another; gives their paths. */
async function publish(session: Session, tasks: readonly Task[], store: Cache) {
  const { lang } = session.pipeline;
  const paths: string[] = [];
  let [days, terms] = [0, 0];
  const lines: string[] = [];
  for (const task of tasks) {
    if (task.task === 'map')
      for (const { key } of task.days) {
        const options = { out: session.out, outputs: ['analysis' as const], lang, entries: [] };
        paths.push(...(await writeOutputs(store.get(key)!, options)));
        days++;
      }
    else
      for (const count of store.part(task.id) as TermCount[]) {
        lines.push(`${JSON.stringify(count)}\n`);
        terms++;
      }
  }
  const counted = join(session.out, 'terms.jsonl');
  writeWhole(counted, lines);
  return { paths: [...paths, counted], days, terms };
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
    session.problem(w.missing(missing.length, tasks.length, named));
    return session.exitCode;
  }
  const manifest = join(session.out, 'manifest.json');
  try {
    const { paths, days, terms } = await publish(session, tasks, store);
    const files = paths.map((path) => ({
      path: relative(session.out, path).replaceAll('\\', '/'),
      sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
    }));
    files.sort((a, b) => (a.path < b.path ? -1 : 1));
    // the same days give the same manifest, however they were dealt out
    const keys = tasks.flatMap((task) => (task.task === 'map' ? task.days.map(({ key }) => key) : []));
    const content = { version: 1, run: cacheKey('run', keys), days, terms, files };
    writeWhole(manifest, `${JSON.stringify(content, null, 1)}\n`);
    session.say(w.committed(days, terms, session.shown(manifest)));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CommandError(session.words.cannotWrite(session.shown(session.out), message), exitCodes.output);
  }
  return session.exitCode;
}

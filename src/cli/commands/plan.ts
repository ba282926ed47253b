import { resolve } from 'node:path';
import { words } from '../../lang/index.js';
import { planOf } from '../../pipeline/index.js';
import type { Io } from '../io.js';
import type { RunCommandOptions } from '../options.js';
import { Session } from '../session.js';
import { wholeNumber } from '../whole-number.js';
import { writeFile } from '../write-file.js';

export interface PlanOptions extends RunCommandOptions {
  shard?: string;
  ranges?: string;
}

const daysPerTask = 20;
const termRanges = 4;
const mostTasks = 9999;

/** Lists an analysis as tasks, a line each (`huati plan`). */
export async function plan(paths: string[], options: PlanOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang).tasks;
  const count = (option: string, value?: string) =>
    wholeNumber(session.words, option, value, { most: mostTasks });
  const shard = count('--shard', options.shard) ?? daysPerTask;
  const ranges = count('--ranges', options.ranges) ?? termRanges;
  const days = await session.plan(paths);
  if (io.interrupted()) session.say(session.words.interrupted);
  session.stopIfInterrupted();
  // of no days there is nothing to deal out, and a plan that stands is left alone
  if (!days.length) {
    if (options.json) session.answer({ days: 0, tasks: [], file: null });
    return session.exitCode;
  }
  const { tasks } = planOf(days, shard, ranges);
  const lines = tasks.map((task) => `${JSON.stringify(task)}\n`);
  const file = options.out === undefined ? null : resolve(io.cwd, options.out);
  if (file !== null) writeFile(session, file, lines);
  if (options.json) session.answer({ days: days.length, tasks, file });
  else if (file === null) io.out(lines.join(''));
  session.say(w.planned(days.length, tasks.length));
  return session.exitCode;
}

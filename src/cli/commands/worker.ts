import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { words } from '../../lang/index.js';
import { DayWork, type Receipt, readTask, type Task, TaskRunner } from '../../pipeline/index.js';
import { exitCodes, type Io } from '../io.js';
import type { RunCommandOptions } from '../options.js';
import { Session } from '../session.js';

/** How often a worker that waits for a task looks whether it was interrupted, in milliseconds. */
const attention = 200;

/** A task's parts, after each of which somebody who interrupts is heard: the days of a map task. */
const partsOf = (task: Task): Task[] =>
  task.task === 'map' ? task.days.map((day) => ({ ...task, days: [day] })) : [task];

/** Does a task part by part; null where somebody interrupts, who gets no receipt of what was not done. */
async function perform(
  task: Task,
  runner: TaskRunner,
  io: Io,
  notDone: (reason: string) => string,
): Promise<Receipt | null> {
  const whole: Receipt = { id: task.id, task: task.task, status: 'done', made: 0, failures: [] };
  for (const part of partsOf(task)) {
    await setImmediate();
    if (io.interrupted()) return null;
    const { status, made, failures } = runner.run(part);
    if (status === 'failed') whole.status = status;
    whole.made += made;
    for (const { path, reason } of failures) whole.failures.push({ path, reason: notDone(reason) });
  }
  return whole;
}

/** Does tasks from standard input, a line each, and answers each with a receipt (`huati worker --stdio`). */
export async function worker(options: RunCommandOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang).tasks;
  const runner = new TaskRunner(new DayWork(session.run), session.cache);
  const lines = createInterface({ input: io.input! });
  const timer = setInterval(() => io.interrupted() && lines.close(), attention);
  let failed = false;
  const taskOf = (line: string): Task | { id: null; status: 'failed'; failures: Receipt['failures'] } => {
    try {
      return readTask(line.replace(/^\ufeff/, ''));
    } catch (error) {
      const reason = w.notATask((error as Error).message);
      return { id: null, status: 'failed', failures: [{ path: null, reason }] };
    }
  };
  try {
    for await (const line of lines) {
      if (!line.trim()) continue;
      const task = taskOf(line);
      const receipt = 'task' in task ? await perform(task, runner, io, w.notDone) : task;
      if (receipt === null) break;
      failed ||= receipt.status === 'failed';
      io.out(`${JSON.stringify(receipt)}\n`);
    }
  } finally {
    clearInterval(timer);
  }
  return failed && !io.interrupted() ? exitCodes.problems : session.exitCode;
}

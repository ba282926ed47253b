import { createInterface } from 'node:readline';
import { words } from '../../lang/index.js';
import { DayWork, type Receipt, readTask, TaskRunner } from '../../pipeline/index.js';
import { exitCodes, type Io } from '../io.js';
import type { RunCommandOptions } from '../options.js';
import { Session } from '../session.js';

/** How often a worker that waits for a task looks whether it was interrupted, in milliseconds. */
const attention = 200;

/** Does tasks from standard input, a line each, and answers each with a receipt (`huati worker --stdio`). */
export async function worker(options: RunCommandOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang).tasks;
  const runner = new TaskRunner(new DayWork(session.run), session.cache);
  const lines = createInterface({ input: io.input! });
  const timer = setInterval(() => io.interrupted() && lines.close(), attention);
  let failed = false;
  const answer = (line: string): Receipt | { id: null; status: 'failed'; failures: Receipt['failures'] } => {
    try {
      return runner.run(readTask(line));
    } catch (error) {
      const reason = w.notATask((error as Error).message);
      return { id: null, status: 'failed', failures: [{ path: null, reason }] };
    }
  };
  try {
    for await (const line of lines) {
      if (io.interrupted()) break;
      if (!line.trim()) continue;
      const receipt = answer(line);
      failed ||= receipt.status === 'failed';
      io.out(`${JSON.stringify(receipt)}\n`);
    }
  } finally {
    clearInterval(timer);
  }
  return failed && !io.interrupted() ? exitCodes.problems : session.exitCode;
}

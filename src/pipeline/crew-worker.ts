import { loadSegmenter } from '../text/index.js';
import { folderCache } from './cache.js';
import { DayWork } from './day-task.js';
import { prepareForLongRun } from './engine.js';
import { type Task, TaskRunner } from './tasks.js';
import { readiness, type WorkerSetup } from './worker-process.js';

// What a worker process of a local run is (see worker-process.ts): it does the same tasks as `huati worker`.

process.on('SIGINT', () => {}); // Ctrl-C reaches all of a terminal's processes: the run decides
process.on('disconnect', () => process.exit()); // the run is gone
prepareForLongRun(0); // it knows of no day but the one at hand

process.once('message', ({ run, store }: WorkerSetup) => {
  const say = (message: unknown) => process.send!(message, () => {}); // a run that is gone need not hear it
  const cache = folderCache(store);
  const work = new DayWork({ ...run, cache });
  const runner = new TaskRunner(work, cache);
  loadSegmenter(work.segmenter); // now, while the run still reads its logs
  process.on('message', (task: Task) => say(runner.run(task)));
  say(readiness);
});

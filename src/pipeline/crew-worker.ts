import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { loadSegmenter } from '../text/index.js';
import { folderCache } from './cache.js';
import type { CrewSetup } from './crew.js';
import { DayWork } from './day-task.js';
import { prepareForLongRun } from './engine.js';
import { type Receipt, type Task, TaskRunner } from './tasks.js';

// What a worker process of a local run is (see crew.ts): it does the same tasks as `huati worker`.

process.on('SIGINT', () => {}); // Ctrl-C reaches all of a terminal's processes: the run decides
process.on('disconnect', () => process.exit()); // the run is gone
prepareForLongRun(0); // it knows of no day but the one at hand
const { run, store } = deserialize(readFileSync(process.argv[2]!)) as CrewSetup;
const cache = folderCache(store);
const work = new DayWork({ ...run, cache });
const runner = new TaskRunner(work, cache);
loadSegmenter(work.segmenter); // now, while the run still reads its logs

export default (task: Task): Receipt => runner.run(task);

import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { folderCache } from './cache.js';
import type { CrewSetup } from './crew.js';
import { type Receipt, type Task, TaskRunner } from './tasks.js';

// What a worker process of a local run is (see crew.ts): it does the same tasks as `huati worker`.

process.on('SIGINT', () => {}); // Ctrl-C reaches all of a terminal's processes: the run decides
const { run, store } = deserialize(readFileSync(process.argv[2]!)) as CrewSetup;
const runner = new TaskRunner({ ...run, cache: folderCache(store) });

export default (task: Task): Receipt => runner.run(task);

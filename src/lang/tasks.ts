import { faultEn, faultZh } from './faults.js';
import { plural } from './plural.js';

/** Words of the commands for runs over many machines: plan, worker, commit; Chinese. */
export const tasksZh = {
  plan: '把一次分析列成任务，一行一个（JSON），交给任何调度程序：先做完 map，再做 reduce，最后 huati commit',
  planOut: '写到文件（默认写到标准输出）',
  shard: '每个 map 任务几天（默认 20）',
  ranges: '把词分成几段来数，一段一个 reduce 任务（默认 4）',
  worker: '从标准输入读任务，一行一个；做完一个写一行回执。成果放进缓存文件夹（HUATI_CACHE）',
  stdio: '用标准输入输出（目前只有这一种）',
  commit: '查一个计划的成果是否齐全，写出各天的分析、词表，最后写 manifest.json',
  planFile: 'huati plan 写出的文件',
  planned: (days: number, tasks: number) => `${days} 天，${tasks} 个任务`,
  notDone: (reason: string) => `没有做成：${faultZh(reason)}`,
  notATask: (reason: string) => `不是任务：${faultZh(reason)}；任务由 huati plan 写出，一行一个`,
  badPlan: (path: string, line: number, reason: string) =>
    `${path}:${line}：不是 huati plan 写出的计划（${faultZh(reason)}）；用 huati plan 重新写一份`,
  notWhole: (path: string) =>
    `${path}：计划不全，或混进了别的计划的任务，什么也没写；用 huati plan 写出的整个文件，或重新写一份`,
  vanished: (id: string) =>
    `${id} 的成果在写的时候不见了，manifest.json 没有写；请把这个任务交给 huati worker，再来一次`,
  missing: (count: number, all: number, folder: string, ids: string) =>
    `${all} 个任务里有 ${count} 个在 ${folder} 里还没有成果，什么也没写；请把它们交给 huati worker（成果在别处的，用 HUATI_CACHE 或 --workspace 指明）：${ids}`,
  committed: (days: number, terms: number, path: string) => `${days} 天，${terms} 个词：${path}`,
};

/** The same in English. */
export const tasksEn: typeof tasksZh = {
  plan: 'list an analysis as tasks, a line each (JSON), for any scheduler: all map tasks, then reduce, then huati commit',
  planOut: 'write to a file (default: standard output)',
  shard: 'days in a map task (default 20)',
  ranges: 'ranges that terms are counted in, a reduce task each (default 4)',
  worker:
    'read tasks from standard input, a line each; write a receipt a line. Outputs go into the cache folder (HUATI_CACHE)',
  stdio: 'use standard input and output (the only way so far)',
  commit:
    "check that all of a plan's outputs are there; write the days' analyses, the terms, and manifest.json last",
  planFile: 'the file that huati plan wrote',
  planned: (days, tasks) => `${plural(days, 'day')}, ${plural(tasks, 'task')}`,
  notDone: (reason) => `not done: ${faultEn(reason)}`,
  notATask: (reason) => `no task: ${faultEn(reason)}; tasks are written by huati plan, a line each`,
  badPlan: (path, line, reason) =>
    `${path}:${line}: no plan of huati plan (${faultEn(reason)}); write it again with huati plan`,
  notWhole: (path) =>
    `${path}: some of the plan's tasks are missing, or another plan's are among them, nothing was written; give the whole file that huati plan wrote, or write it again`,
  vanished: (id) =>
    `the output of ${id} has gone while it was written out, there is no manifest.json; give the task to huati worker, and commit again`,
  missing: (count, all, folder, ids) =>
    `no output yet in ${folder} of ${count} of ${plural(all, 'task')}, nothing was written; to be given to huati worker (if outputs lie elsewhere, name the folder by HUATI_CACHE or --workspace): ${ids}`,
  committed: (days, terms, path) => `${plural(days, 'day')}, ${plural(terms, 'term')}: ${path}`,
};

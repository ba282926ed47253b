import { join } from 'node:path';
import {
  type Dictionaries,
  type DoneDay,
  findInputs,
  noCache,
  type Outcome,
  type Pipeline,
  type RunOptions,
  runDays,
} from '../../src/pipeline/index.js';
import { allStages, wordLists } from '../analysis/analyse.js';
import { glossary } from '../threads/chat.js';

export const dictionaries: Dictionaries = {
  entries: glossary,
  own: [],
  laid: [],
  words: wordLists,
  documents: [],
  problems: [],
};

export const pipeline: Pipeline = {
  name: 'tide',
  read: { format: 'auto' },
  segmenter: '@node-rs/jieba',
  glossary: true,
  lang: 'zh',
  stages: allStages,
  outputs: ['analysis'],
};

/** What becomes of the inputs that paths below a folder stand for. */
export async function outcomes(
  folder: string,
  options: Partial<RunOptions> = {},
  paths: string[] = ['.'],
): Promise<Outcome[]> {
  const { inputs } = await findInputs(paths.map((path) => join(folder, path)));
  const all: Outcome[] = [];
  const run = runDays(inputs, {
    pipeline,
    dictionaries,
    cache: noCache,
    owner: [],
    tokens: false,
    ...options,
  });
  for await (const outcome of run) all.push(outcome);
  return all;
}

export const doneOf = (all: Outcome[]): Extract<Outcome, { status: 'done' }>[] =>
  all.filter((outcome) => outcome.status === 'done');

/** The one day that a run analyses. */
export async function dayOf(folder: string, options?: Partial<RunOptions>): Promise<DoneDay> {
  const done = doneOf(await outcomes(folder, options));
  if (done.length !== 1) throw new Error(`${done.length} days instead of one`);
  return done[0]!;
}

import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Lang, words } from '../lang/index.js';
import { type Pipeline, packaged, readEdited, readPipeline, type Workspace } from '../pipeline/index.js';
import { CommandError } from './command-error.js';
import type { RunCommandOptions } from './options.js';

/** Finds a pipeline by its name in the workspace or the package, or by its path from `cwd`. */
export function loadPipeline(name: string, workspace: Workspace, lang: Lang, cwd: string): Pipeline {
  const folders = [join(workspace.folder, 'pipelines'), packaged('pipelines')].filter(existsSync);
  const path = /\.ya?ml$/.test(name)
    ? resolve(cwd, name)
    : folders.map((folder) => join(folder, `${name}.yaml`)).find(existsSync);
  if (path && existsSync(path)) return readPipeline(path, readEdited(path));
  const known = new Set(
    folders
      .flatMap((folder) => readdirSync(folder))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => basename(file, '.yaml')),
  );
  throw new CommandError('no-pipeline', words(lang).cli.noPipeline(name, [...known].sort().join('、')));
}

/** Options given on the command line win over what a pipeline declares. */
export function withOptions(pipeline: Pipeline, options: RunCommandOptions): Pipeline {
  return {
    ...pipeline,
    lang: options.lang ?? pipeline.lang,
    segmenter: options.segmenter ?? pipeline.segmenter,
    glossary: options.glossary === false ? false : pipeline.glossary,
    read: { format: options.format ?? pipeline.read.format },
  };
}

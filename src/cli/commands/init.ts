import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { words } from '../../lang/index.js';
import { makeFolder, workspaceFile, workspaceTemplate, writeWhole } from '../../pipeline/index.js';
import { exitCodes, type Io } from '../io.js';
import type { CommonOptions } from '../options.js';
import { CommandError } from '../session.js';

/** Makes a workspace in a folder: `huati.yaml` and the folders that it names. What is there already is left alone. */
export async function init(folder: string | undefined, options: CommonOptions, io: Io): Promise<number> {
  const w = words(options.lang ?? 'zh').cli;
  const target = resolve(io.cwd, folder ?? '.');
  const say = (text: string) => {
    if (!options.quiet && !options.json) io.err(`${text}\n`);
  };
  const path = join(target, workspaceFile);
  const fresh = !existsSync(path);
  try {
    if (fresh) writeWhole(path, workspaceTemplate);
    for (const name of ['logs', 'glossary']) makeFolder(join(target, name));
  } catch (error) {
    throw new CommandError(w.cannotWrite(target, (error as Error).message), exitCodes.output);
  }
  say(fresh ? w.created(path) : w.exists(path));
  if (options.json) io.out(`${JSON.stringify({ workspace: target, created: fresh })}\n`);
  say(w.next);
  return exitCodes.ok;
}

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { words } from '../../lang/index.js';
import {
  keptFromGit,
  makeFolder,
  workspaceFile,
  workspaceTemplate,
  writeWhole,
} from '../../pipeline/index.js';
import { exitCodes, type Io } from '../io.js';
import type { CommonOptions } from '../options.js';
import { answerOf } from '../problem.js';
import { CommandError } from '../session.js';

/** What a `.gitignore` of somebody's own does not name. */
function missingIn(text: string): string[] {
  const bare = (name: string) => name.trim().replace(/^\/|\/$/g, '');
  const named = new Set(text.split('\n').map(bare));
  return keptFromGit.filter((name) => !named.has(bare(name)));
}

/** Makes a workspace in a folder: `huati.yaml`, the folders that it names, and a `.gitignore` of what stays there. What is there already is left alone. */
export async function init(folder: string | undefined, options: CommonOptions, io: Io): Promise<number> {
  const w = words(options.lang ?? 'zh').cli;
  const target = resolve(io.cwd, folder ?? '.');
  const say = (text: string) => {
    if (!options.quiet && !options.json) io.err(`${text}\n`);
  };
  const path = join(target, workspaceFile);
  const fresh = !existsSync(path);
  const ignoring = join(target, '.gitignore');
  const isIgnoring = !existsSync(ignoring);
  let unignored: string[] = [];
  try {
    if (fresh) writeWhole(path, workspaceTemplate);
    if (isIgnoring) writeWhole(ignoring, [`# ${w.keptLocal}`, ...keptFromGit, ''].join('\n'));
    else unignored = missingIn(readFileSync(ignoring, 'utf8'));
    for (const name of ['logs', 'glossary']) makeFolder(join(target, name));
  } catch (error) {
    throw new CommandError('cannot-write', w.cannotWrite(target, (error as Error).message), exitCodes.output);
  }
  say(fresh ? w.created(path) : w.exists(path));
  if (isIgnoring) say(w.created(ignoring));
  else if (unignored.length) say(w.ignoreToo(ignoring, unignored.join(' ')));
  if (options.json) io.out(answerOf({ workspace: target, created: fresh }, io.problems));
  say(w.next);
  return exitCodes.ok;
}

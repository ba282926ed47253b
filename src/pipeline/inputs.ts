import { statSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import { ascending } from 'd3-array';
import { glob, isDynamicPattern } from 'tinyglobby';

/** A file to read, and whether somebody named it: a named file that is no log is an error, one found in a folder is not. */
export interface Input {
  path: string;
  named: boolean;
}

/** A path that leads to nothing. */
export interface MissingInput {
  path: string;
  reason: 'missing' | 'no-match';
}

const ignored = ['**/node_modules/**', '**/.git/**', '**/.huati/**'];
/** What a folder may hold that is surely no log: annotations, pictures, the program's own output. */
const notLogs =
  /\.(?:annotation\.txt|html?|json|svg|png|jpe?g|gif|ya?ml|xlsx?|docx?|pptx?|pdf|zip|gz|parquet|m?js|ts|css)$/i;

const byPath = (a: Input, b: Input) => ascending(a.path, b.path);

/** A pattern below the folders that it names, so that a bracket in a folder's name is no part of the pattern. */
function below(path: string): { cwd: string; pattern: string } {
  const whole = resolve(path);
  let cwd = parse(whole).root;
  const parts = whole.slice(cwd.length).split(/[\\/]/);
  while (parts.length && statSync(join(cwd, parts[0]!), { throwIfNoEntry: false })?.isDirectory())
    cwd = join(cwd, parts.shift()!);
  return { cwd, pattern: parts.join('/') };
}

async function expand(path: string): Promise<Input[] | MissingInput> {
  const info = statSync(path, { throwIfNoEntry: false });
  if (info?.isFile()) return [{ path: resolve(path), named: true }];
  if (info?.isDirectory()) {
    const found = await glob('**/*', {
      cwd: resolve(path),
      absolute: true,
      ignore: ignored,
      expandDirectories: false,
    });
    return found.filter((file) => !notLogs.test(file)).map((file) => ({ path: resolve(file), named: false }));
  }
  const { cwd, pattern } = below(path);
  if (!isDynamicPattern(pattern)) return { path, reason: 'missing' };
  const found = await glob(pattern, {
    cwd,
    absolute: true,
    ignore: ignored,
    expandDirectories: false,
  });
  return found.length
    ? found.filter((file) => !notLogs.test(file)).map((file) => ({ path: resolve(file), named: false }))
    : { path, reason: 'no-match' };
}

/** The files that paths, folders and globs stand for, each once, by path. */
export async function findInputs(
  paths: readonly string[],
): Promise<{ inputs: Input[]; missing: MissingInput[] }> {
  const inputs = new Map<string, Input>();
  const missing: MissingInput[] = [];
  for (const path of paths) {
    const found = await expand(path);
    if (!Array.isArray(found)) missing.push(found);
    else for (const input of found) if (!inputs.get(input.path)?.named) inputs.set(input.path, input);
  }
  return { inputs: [...inputs.values()].sort(byPath), missing };
}

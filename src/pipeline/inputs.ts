import * as nodeFs from 'node:fs';
import { type Dirent, realpathSync, statSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import { ascending } from 'd3-array';
import { type FileSystemAdapter, glob, isDynamicPattern } from 'tinyglobby';

/** A file to read, and whether somebody named it: a named file that is no log is an error, one found in a folder is not. */
export interface Input {
  path: string;
  named: boolean;
}

/** A path that leads to nothing that can be read; `why` is what the file system says. */
export interface MissingInput {
  path: string;
  reason: 'missing' | 'no-match' | 'no-file' | 'unreadable';
  why?: string;
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

/** What paths stand for: files to read, and what cannot be. */
export interface FoundInputs {
  inputs: Input[];
  missing: MissingInput[];
}

/** Patterns stop at a line break in the name of a folder: what lies there would be left out without a word. */
const isBeyondPatterns = (entry: Dirent) => entry.isDirectory() && /[\n\r\u2028\u2029]/.test(entry.name);

/** The file system as it is, but that what it refuses is told, and what patterns do not reach. */
function telling(refused: (path: string, error: Error) => void): FileSystemAdapter {
  type Done = (error: NodeJS.ErrnoException | null, ...rest: never[]) => void;
  const heard =
    (path: nodeFs.PathLike, done: Done): Done =>
    (error: NodeJS.ErrnoException | null, ...rest: never[]) => {
      if (error) refused(String(path), error);
      done(error, ...rest);
    };
  return {
    readdir: ((path: string, options: { withFileTypes: true }, done: Done) =>
      nodeFs.readdir(path, options, (error, entries) => {
        for (const { name } of entries?.filter(isBeyondPatterns) ?? [])
          refused(join(path, name), new Error('a line break in the name of a folder'));
        heard(path, done)(error, entries as never);
      })) as never,
    realpath: ((path: string, done: never) => nodeFs.realpath(path, heard(path, done) as never)) as never,
    stat: ((path: string, done: never) => nodeFs.stat(path, heard(path, done) as never)) as never,
  };
}

/** The files below a folder that match a pattern. */
async function search(cwd: string, pattern: string): Promise<FoundInputs> {
  const missing: MissingInput[] = [];
  const found = await glob(pattern, {
    cwd,
    absolute: true,
    ignore: ignored,
    expandDirectories: false,
    fs: telling((path, { message }) => missing.push({ path, reason: 'unreadable', why: message })),
  });
  const mayBeLog = (path: string) => !notLogs.test(path);
  return {
    inputs: found.filter(mayBeLog).map((file) => ({ path: resolve(file), named: false })),
    missing: missing.filter(({ path: at }) => mayBeLog(at)),
  };
}

async function expand(path: string): Promise<FoundInputs> {
  const info = statSync(path, { throwIfNoEntry: false });
  if (info?.isFile()) return { inputs: [{ path: resolve(path), named: true }], missing: [] };
  if (info?.isDirectory()) return search(resolve(path), '**/*');
  const nothing = (reason: MissingInput['reason']) => ({ inputs: [], missing: [{ path, reason }] });
  if (info) return nothing('no-file');
  const { cwd, pattern } = below(path);
  if (!isDynamicPattern(pattern)) return nothing('missing');
  const { inputs, missing } = await search(cwd, pattern);
  return inputs.length + missing.length ? { inputs, missing } : nothing('no-match');
}

/** The file that a path leads to; the path itself where that has gone meanwhile, which who reads it says. */
export function fileAt(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/** Of paths by which links lead to one file, the file's own, or the first. */
function oncePerFile(inputs: readonly Input[]): Input[] {
  const byFile = new Map<string, Input>();
  for (const input of inputs) {
    const file = fileAt(input.path);
    const known = byFile.get(file);
    if (!known || input.path === file) byFile.set(file, { ...input, named: input.named || !!known?.named });
  }
  return [...byFile.values()];
}

/** The files that paths, folders and globs stand for, each once, by path. */
export async function findInputs(paths: readonly string[]): Promise<FoundInputs> {
  const inputs = new Map<string, Input>();
  const missing: MissingInput[] = [];
  for (const path of paths) {
    const found = await expand(path);
    missing.push(...found.missing);
    for (const input of found.inputs) if (!inputs.get(input.path)?.named) inputs.set(input.path, input);
  }
  return { inputs: oncePerFile([...inputs.values()].sort(byPath)).sort(byPath), missing };
}

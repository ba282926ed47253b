// Compiles src/ to dist/ and bundles it when dist/ is missing or older than src/: after `npm ci --ignore-scripts` no `prepare` has run.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist', '.built');

/** Every source file, in the order of names. */
function sources(dir) {
  const entries = readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) =>
    entry.isDirectory() ? sources(join(dir, entry.name)) : [join(dir, entry.name)],
  );
}

const newest = (files) => Math.max(...files.map((file) => statSync(file).mtimeMs));

/** What the program was built from: part of every cache key. */
function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function upToDate() {
  if (!existsSync(stamp)) return false;
  if (!existsSync(join(root, '.git'))) return true; // an installed package is never rebuilt
  return statSync(stamp).mtimeMs >= newest([...sources(join(root, 'src')), join(root, 'tsconfig.json')]);
}

/** What a compiled program is completed with: its glossary, its bundle, and what it was built from. */
async function finish(dist) {
  const { bundle } = await import('./bundle.mjs'); // where dist/ is at hand, nothing of this is loaded
  const { compileGlossary } = await import(pathToFileURL(join(dist, 'pipeline', 'glossary.js')).href);
  const glossary = compileGlossary();
  if (glossary !== null) writeFileSync(join(dist, 'glossary.json'), glossary);
  await bundle(dist);
  writeFileSync(join(dist, '.built'), `${digest(sources(join(root, 'src')))}\n`);
}

/** Builds dist/ if needed; throws with the compiler's output when it fails. */
export async function build({ force = false } = {}) {
  if (!force && upToDate()) return;
  const fresh = join(root, `dist.${process.pid}.tmp`);
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json'), '--outDir', fresh], {
    encoding: 'utf8',
  });
  if (run.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`huati: the build failed\n${run.stdout ?? ''}${run.stderr ?? ''}`);
  }
  try {
    await finish(fresh);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  renameSync(fresh, join(root, 'dist'));
  const { workerFlags } = await import('../dist/pipeline/engine.js');
  for (const flags of [[], workerFlags]) // where it fails, a start takes longer
    spawnSync(process.execPath, [...flags, join(root, 'bin', 'bundle.mjs')], { cwd: root });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build({ force: process.argv.includes('--force') });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

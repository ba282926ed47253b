// Compiles src/ to dist/ when dist/ is missing or older than src/: after `npm ci --ignore-scripts` no `prepare` has run.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist', '.built');

function newest(dir) {
  let time = 0;
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    time = Math.max(time, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return time;
}

function upToDate() {
  if (!existsSync(stamp)) return false;
  if (!existsSync(join(root, '.git'))) return true; // an installed package is never rebuilt
  return (
    statSync(stamp).mtimeMs >=
    Math.max(newest(join(root, 'src')), statSync(join(root, 'tsconfig.json')).mtimeMs)
  );
}

/** Builds dist/ if needed; throws with the compiler's output when it fails. */
export function build({ force = false } = {}) {
  if (!force && upToDate()) return;
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const run = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json')], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`huati: the build failed\n${run.stdout ?? ''}${run.stderr ?? ''}`);
  writeFileSync(stamp, '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    build({ force: process.argv.includes('--force') });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

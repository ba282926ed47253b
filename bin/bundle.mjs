// Bundles a compiled program, and has V8 compile what a report needs of it.
//   node bin/bundle.mjs     tries the program out on the sample days, and keeps what V8 compiled
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { licencesOf } from './licences.mjs';
import { Program, root } from './program.mjs';

/** Stay modules of their own: what holds binaries, finds files beside itself, or is loaded by whoever needs a part. */
const apart = [/^nodejieba$/, /^@node-rs\//, /^@duckdb\//, /^natural\//];
/** Draws on a canvas where a package for that is installed; pictures here are SVG. */
const canvas = join(dirname(createRequire(import.meta.url).resolve('vega-canvas')), 'vega-canvas.browser.js');

/** Bundles `dist/cli/main.js` and the worker of a run into `dist/program`, with the licences of what they hold. */
export async function bundle(dist) {
  const made = await rolldown({
    input: { main: join(dist, 'cli', 'main.js'), worker: join(dist, 'pipeline', 'crew-worker.js') },
    platform: 'node',
    external: apart,
    resolve: { alias: { 'vega-canvas': canvas } },
    checks: { eval: false }, // gray-matter's JavaScript front matter, which no reader of logs is given
  });
  const { output } = await made.write({
    dir: join(dist, 'program'),
    format: 'cjs',
    exports: 'named',
    dynamicImportInCjs: false, // a script whose compiled code was kept cannot import()
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
  });
  await made.close();
  const modules = output.flatMap((chunk) => chunk.moduleIds ?? []);
  writeFileSync(join(dist, 'program', 'licences.txt'), licencesOf(modules));
}

/** Reports the sample days and throws the report away. */
async function tryOut() {
  const program = new Program();
  const folder = mkdtempSync(join(tmpdir(), 'huati-build-'));
  try {
    const { main } = program.load('main.cjs');
    await main(['report', join(root, 'samples'), '--quiet', '--no-cache', '--out', folder]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  program.keepCompiled();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await tryOut();

// Kills a run at random moments (SIGKILL), runs it again over what it left, and compares with a run never killed, byte for
// byte. Every other run has workers; half of the kills spare them, as when only one process runs out of memory.
//   npm run bench:kill [-- FOLDER [LOGS [KILLS]]]     by default 40 logs of ../shared/corpus/source, else samples/; 20 kills
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const corpus = join(root, '..', 'shared', 'corpus', 'source');
const [folder = existsSync(corpus) ? corpus : join(root, 'samples'), count = 40, kills = 20] =
  process.argv.slice(2);
const all = (await glob('**/_posts/*', { cwd: folder, absolute: true })).sort();
const step = Math.max(1, Math.floor(all.length / Number(count)));
const logs = all.filter((_, i) => i % step === 0).slice(0, Number(count));
const work = mkdtempSync(join(tmpdir(), 'huati-kill-'));

/** Starts a run in a process group of its own, with its outputs and cache below a folder. */
function start(place, workers) {
  const options = ['--segmenter', '@node-rs/jieba', '--tokens', '--quiet', '--workers', String(workers)];
  const args = [
    join(root, 'bin', 'huati.mjs'),
    'analyze',
    ...logs,
    ...options,
    '--out',
    join(work, place, 'out'),
  ];
  const env = { ...process.env, HUATI_CACHE: join(work, place, 'cache') };
  const child = spawn(process.execPath, args, { env, cwd: work, detached: true, stdio: 'ignore' });
  return { child, ended: new Promise((done) => child.on('exit', done)) };
}

/** Digest of all files below a folder, with their names: what is left unfinished counts too. */
function digestOf(place) {
  const out = join(work, place, 'out');
  const files = readdirSync(out, { recursive: true }).filter((file) => statSync(join(out, file)).isFile());
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(join(out, file)));
  return hash.digest('hex');
}

try {
  const began = performance.now();
  await start('whole', 1).ended;
  const seconds = (performance.now() - began) / 1000;
  const expected = digestOf('whole');
  console.log(`${logs.length} logs; a whole run takes ${seconds.toFixed(1)} s`);
  let different = 0;
  for (let i = 0; i < Number(kills); i++) {
    const workers = 1 + (i % 2);
    const at = ((i * 0.618034 + 0.1) % 1) * seconds; // moments all over the run, in no order
    const { child, ended } = start('killed', workers);
    await setTimeout(at * 1000);
    try {
      process.kill(i % 4 < 2 ? -child.pid : child.pid, 'SIGKILL');
    } catch {
      // it was through
    }
    await ended;
    await start('killed', workers).ended;
    const same = digestOf('killed') === expected;
    if (!same) different++;
    console.log(
      `killed after ${at.toFixed(2)} s, ${workers} worker(s): ${same ? 'the same bytes' : 'DIFFERENT'}`,
    );
    await setTimeout(200); // workers that were spared end by themselves
    rmSync(join(work, 'killed'), { recursive: true, force: true, maxRetries: 5 });
  }
  console.log(`${Number(kills) - different} of ${kills} the same as a run never killed`);
  process.exitCode = different ? 1 : 0;
} finally {
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}

// Time and memory of whole runs, side by side with bare segmentation of the same text in the same minutes.
//   npm run bench:speed [-- FOLDER]     by default ../shared/corpus/source, else samples/
// What is measured: all stages cold, the same again with nothing new, and one day added, its report included. The day that
// is added is the last one of the folder.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from 'd3-array';
import { glob } from 'tinyglobby';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const corpus = join(root, '..', 'shared', 'corpus', 'source');
const [given] = process.argv.slice(2);
// the runs have a folder of their own to stand in
const folder = given ? resolve(given) : existsSync(corpus) ? corpus : join(root, 'samples');
const logs = (await glob('**/_posts/*', { cwd: folder, absolute: true })).sort();
const runs = 3;

const work = mkdtempSync(join(tmpdir(), 'huati-speed-'));
/** A child says its own peak memory (KiB, by the operating system) as its last act. */
const tellMemory =
  "process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)));";

function measure(args, cache = 'none') {
  const began = performance.now();
  const child = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    cwd: work,
    env: { ...process.env, HUATI_CACHE: join(work, cache) },
  });
  return { seconds: (performance.now() - began) / 1000, megabytes: Number(child.output[3]) / 1024 };
}

const loads = {
  nodejieba: `const j = require('${join(root, 'node_modules', 'nodejieba')}'); j.load();`,
  '@node-rs/jieba': `const { Jieba } = require('${join(root, 'node_modules', '@node-rs', 'jieba')}'); const j = Jieba.withDict(require('${join(root, 'node_modules', '@node-rs', 'jieba', 'dict.js')}').dict);`,
};
/** Loads a segmenter and cuts the raw text of all logs: what any program would have to pay. */
const bare = (name) => () =>
  measure([
    '-e',
    `${tellMemory} ${loads[name]} for (const f of ${JSON.stringify(logs)}) j.cut(require('node:fs').readFileSync(f, 'utf8'), false);`,
  ]);

const huati = (cache, ...args) => {
  const main = join(root, 'dist', 'cli', 'main.js');
  return measure(
    ['-e', `${tellMemory} import('${main}').then(({ main }) => main(${JSON.stringify(args)}));`],
    cache,
  );
};

/** Measures several times; `prepare` comes before each and is not measured. */
function row(name, run, base, prepare = () => {}) {
  const measured = Array.from({ length: runs }, () => {
    prepare();
    return run();
  });
  const seconds = median(measured, (m) => m.seconds);
  const megabytes = median(measured, (m) => m.megabytes);
  const ratio = base ? `${(seconds / base).toFixed(2)} ×` : '';
  console.log(
    `${name.padEnd(44)} ${seconds.toFixed(2).padStart(7)} s ${ratio.padStart(8)} ${megabytes.toFixed(0).padStart(6)} MB`,
  );
  return seconds;
}

/** The logs without the last one, so that it can be added. */
function copyWithoutLast(to) {
  for (const log of logs.slice(0, -1)) {
    mkdirSync(dirname(join(to, relative(folder, log))), { recursive: true });
    cpSync(log, join(to, relative(folder, log)));
  }
}

try {
  console.log(
    `${logs.length} logs in ${folder}; medians of ${runs} runs; Node ${process.version}, ${availableParallelism()} cores`,
  );
  const growing = join(work, 'logs');
  copyWithoutLast(growing);
  const added = join(growing, relative(folder, logs.at(-1)));
  for (const segmenter of Object.keys(loads)) {
    const base = row(`bare ${segmenter}: load and cut`, bare(segmenter));
    const common = ['--segmenter', segmenter, '--quiet', '--out', join(work, 'out', segmenter)];
    row('  analyze, all logs, cold', () => huati('none', 'analyze', folder, ...common, '--no-cache'), base);
    huati('cache', 'report', growing, ...common);
    row('  report, all logs but one, nothing new', () => huati('cache', 'report', growing, ...common), base);
    // the day counts as new as often as it is measured: what is kept of it is thrown away
    const before = join(work, 'before');
    cpSync(join(work, 'cache'), before, { recursive: true });
    row(
      '  report, one day added',
      () => huati('cache', 'report', growing, ...common),
      base,
      () => {
        rmSync(join(work, 'cache'), { recursive: true });
        cpSync(before, join(work, 'cache'), { recursive: true });
        mkdirSync(dirname(added), { recursive: true });
        cpSync(logs.at(-1), added);
      },
    );
    rmSync(before, { recursive: true });
    rmSync(added);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

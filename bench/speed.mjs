// Time and memory of whole runs, side by side with bare segmentation of the same text in the same minutes.
//   npm run bench:speed [-- FOLDER [ONE_LOG]]     by default ../shared/corpus/source, else samples/
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from 'd3-array';
import { glob } from 'tinyglobby';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const corpus = join(root, '..', 'shared', 'corpus', 'source');
const [folder = existsSync(corpus) ? corpus : join(root, 'samples'), given] = process.argv.slice(2);
const logs = (await glob('**/_posts/*', { cwd: folder, absolute: true })).sort();
const oneLog = given ?? logs.at(-1);
const runs = 3;

const out = mkdtempSync(join(tmpdir(), 'huati-speed-'));
/** A child says its own peak memory (KiB, by the operating system) as its last act. */
const tellMemory =
  "process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)));";

function measure(args) {
  const began = performance.now();
  const child = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    cwd: out,
  });
  return { seconds: (performance.now() - began) / 1000, megabytes: Number(child.output[3]) / 1024 };
}

/** Loads a segmenter and cuts the raw text of all logs: what any program would have to pay. */
function bare(name) {
  const cut =
    name === 'nodejieba'
      ? "const j = require('nodejieba'); j.load();"
      : "const { Jieba } = require('@node-rs/jieba'); const j = Jieba.withDict(require('@node-rs/jieba/dict.js').dict);";
  const code = `${tellMemory} ${cut} for (const f of ${JSON.stringify(logs)}) j.cut(require('node:fs').readFileSync(f, 'utf8'), false);`;
  return () =>
    measure([
      '-e',
      code
        .replaceAll("require('nodejieba')", `require('${join(root, 'node_modules', 'nodejieba')}')`)
        .replaceAll("require('@node-rs/jieba", `require('${join(root, 'node_modules', '@node-rs', 'jieba')}`),
    ]);
}

const huati =
  (...args) =>
  () => {
    const code = `${tellMemory} import('${join(root, 'dist', 'cli', 'main.js')}').then(({ main }) => main(${JSON.stringify(args)}));`;
    return measure(['-e', code]);
  };

function row(name, run, base) {
  const measured = Array.from({ length: runs }, run);
  const seconds = median(measured, (m) => m.seconds);
  const megabytes = median(measured, (m) => m.megabytes);
  const ratio = base ? `${(seconds / base).toFixed(2)} ×` : '';
  console.log(
    `${name.padEnd(52)} ${seconds.toFixed(2).padStart(7)} s ${ratio.padStart(8)} ${megabytes.toFixed(0).padStart(6)} MB`,
  );
  return seconds;
}

try {
  console.log(
    `${logs.length} logs in ${folder}; medians of ${runs} runs; Node ${process.version}, ${cpus().length} cores`,
  );
  for (const segmenter of ['nodejieba', '@node-rs/jieba']) {
    const base = row(`bare ${segmenter}: load and cut`, bare(segmenter));
    const common = ['--segmenter', segmenter, '--quiet', '--out', join(out, 'o')];
    row('  analyze, all logs, cold', huati('analyze', folder, ...common, '--no-cache'), base);
    huati('analyze', folder, ...common)();
    row('  analyze, all logs, all cached', huati('analyze', folder, ...common), base);
    row('  report, one log, cold', huati('report', oneLog, ...common, '--no-cache'), base);
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}

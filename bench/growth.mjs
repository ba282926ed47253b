// Does time grow as the corpus does, and memory less? A corpus is made 3 and 10 times as large, each copy some years later
// and with other people, and analysed cold by one process; then with two workers.
//   npm run bench:growth [-- FOLDER [LOGS]]     by default 60 logs of ../shared/corpus/source, else samples/
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const corpus = join(root, '..', 'shared', 'corpus', 'source');
const [folder = existsSync(corpus) ? corpus : join(root, 'samples'), count = 60] = process.argv.slice(2);
const all = (await glob('**/_posts/*', { cwd: folder, absolute: true })).sort();
const step = Math.max(1, Math.floor(all.length / Number(count)));
const logs = all.filter((_, i) => i % step === 0).slice(0, Number(count));
const work = mkdtempSync(join(tmpdir(), 'huati-growth-'));

/** Leap years come round, so that every date has its like. */
const years = 4;
const later = (date, copy) => date.replace(/\d{4}/, (year) => String(Number(year) + years * copy));

/** A log as it might have been written some years later, by other people. */
function another(text, copy) {
  const names = [...new Set([...text.matchAll(/^> \d\d:\d\d:\d\d {2}(.+)$/gm)].map(([, name]) => name))];
  const longestFirst = names.filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const renamed = longestFirst.reduce((so, name) => so.replaceAll(name, `${name}${copy}`), text);
  return renamed.replace(/^date:.*$/m, (line) => later(line, copy));
}

function grow(times) {
  const grown = join(work, `logs-${times}`);
  for (const log of logs)
    for (let copy = 0; copy < times; copy++) {
      const posts = join(grown, basename(dirname(dirname(log))), '_posts');
      mkdirSync(posts, { recursive: true });
      const text = readFileSync(log, 'utf8');
      writeFileSync(join(posts, later(basename(log), copy)), copy ? another(text, copy) : text);
    }
  return grown;
}

/** A child says its own peak memory (KiB, by the operating system) as its last act. */
const tellMemory =
  "process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)));";

function analyze(grown, workers) {
  const options = ['--segmenter', '@node-rs/jieba', '--quiet', '--no-cache', '--workers', String(workers)];
  const args = ['analyze', grown, ...options, '--out', join(work, 'out')];
  const main = join(root, 'dist', 'cli', 'main.js');
  const code = `${tellMemory} import('${main}').then(({ main }) => main(${JSON.stringify(args)}));`;
  const began = performance.now();
  const child = spawnSync(process.execPath, ['-e', code], {
    cwd: work,
    stdio: ['ignore', 'ignore', 2, 'pipe'],
  });
  rmSync(join(work, 'out'), { recursive: true });
  return { seconds: (performance.now() - began) / 1000, megabytes: Number(child.output[3]) / 1024 };
}

const figure = (number, digits = 2) => number.toFixed(digits).padStart(8);

try {
  console.log(
    `${logs.length} logs; Node ${process.version}, ${availableParallelism()} cores, @node-rs/jieba`,
  );
  console.log('  times     days  seconds  ÷ times       MB  ÷ MB at 1   two workers');
  let first = null;
  for (const times of [1, 3, 10]) {
    const grown = grow(times);
    const one = analyze(grown, 1);
    const two = analyze(grown, 2);
    first ??= one;
    const perTime = one.seconds / times / first.seconds;
    console.log(
      `${String(times).padStart(7)} ${String(logs.length * times).padStart(8)} ${figure(one.seconds)} ${figure(perTime)} ${figure(one.megabytes, 0)} ${figure(one.megabytes / first.megabytes)}   ${figure(one.seconds / two.seconds)} ×`,
    );
    rmSync(grown, { recursive: true });
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

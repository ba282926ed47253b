// Time and memory, side by side with bare segmentation by the same segmenter in the same minutes (docs/speed.md).
//   npm run bench [-- --folder LOGS] [--runs 3] [--growth 60] [--only cold,stages,added,growth,peer] [--markdown]
// By default the logs are those of ../shared/corpus/source, else of samples/. The day that is added is the last one.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { glob } from 'tinyglobby';
import { grow } from './grown.mjs';
import { measured, medianOf } from './measured.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const shared = join(root, '..', 'shared');
const corpus = join(shared, 'corpus', 'source');
const { values: asked } = parseArgs({
  options: {
    folder: { type: 'string', default: existsSync(corpus) ? corpus : join(root, 'samples') },
    runs: { type: 'string', default: '3' },
    growth: { type: 'string', default: '60' },
    only: { type: 'string', default: 'cold,stages,added,growth,peer' },
    segmenter: { type: 'string', default: 'nodejieba,@node-rs/jieba' },
    markdown: { type: 'boolean', default: false },
  },
});
const folder = resolve(asked.folder);
const logs = (await glob('**/_posts/*', { cwd: folder, absolute: true })).sort();
const parts = new Set(asked.only.split(','));
const work = mkdtempSync(join(tmpdir(), 'huati-speed-'));
const program = join(root, 'bin', 'huati.mjs');

const packageOf = (name, ...rest) => JSON.stringify(join(root, 'node_modules', name, ...rest));
const loads = {
  nodejieba: `const j = require(${packageOf('nodejieba')}); j.load();`,
  '@node-rs/jieba': `const { Jieba } = require(${packageOf('@node-rs/jieba')}); const j = Jieba.withDict(require(${packageOf('@node-rs/jieba', 'dict.js')}).dict);`,
};

const node = (args, { cache = 'none', heard = false } = {}) =>
  measured(process.execPath, args, {
    cwd: work,
    env: { HUATI_CACHE: join(work, cache) },
    heard,
    codes: [0, 1], // 1: a log had something odd
  });
/** Loads a segmenter and cuts the raw text of all logs: what any program would have to pay. */
const bare = (name) =>
  node([
    '-e',
    `${loads[name]} for (const f of ${JSON.stringify(logs)}) j.cut(require('node:fs').readFileSync(f, 'utf8'), false);`,
  ]);
const analyze = (of, segmenter, workers) => {
  const options = ['--segmenter', segmenter, '--quiet', '--no-cache', '--workers', String(workers)];
  return node([program, 'analyze', of, ...options, '--out', join(work, 'out')]);
};

const cell = (value, digits) => (value === null ? '' : value.toFixed(digits));
/** Prints a line of a table. */
function line(name, cells) {
  if (asked.markdown) console.log(`| ${[name, ...cells].join(' | ')} |`);
  else console.log(`${name.padEnd(46)}${cells.map((text) => text.padStart(12)).join('')}`);
}
function head(name, cells) {
  console.log('');
  line(name, cells);
  if (asked.markdown) console.log(`|${' --- |'.repeat(cells.length + 1)}`);
}

/** Measures several times; `prepare` comes before each and is not measured. */
async function row(name, base, run, prepare = () => {}) {
  const all = [];
  for (let i = 0; i < Number(asked.runs); i++) {
    prepare();
    all.push(await run());
  }
  const found = medianOf(all);
  const times = base ? found.seconds / base.seconds : null;
  const processor = base ? found.processor / base.processor : null;
  line(name, [
    cell(found.seconds, 2),
    cell(times, 2),
    cell(found.processor, 2),
    cell(processor, 2),
    cell(found.megabytes, 0),
  ]);
  return found;
}

/** What each stage takes, in one process; bare segmentation is load and cut of all text. */
async function stageRows(segmenter, base) {
  const options = ['--segmenter', segmenter, '--quiet', '--no-cache', '--workers', '1'];
  const script = join(root, 'bench', 'stages.mjs');
  const args = [script, 'analyze', folder, ...options, '--out', join(work, 'out')];
  const { output } = await node(args, { heard: true });
  for (const [name, seconds] of Object.entries(JSON.parse(output)))
    line(`  ${name}`, ['', '', cell(seconds, 2), cell(seconds / base.processor, 2), '']);
}

/** The logs without the last one, so that it can be added. */
function copyWithoutLast(to) {
  for (const log of logs.slice(0, -1)) {
    mkdirSync(dirname(join(to, relative(folder, log))), { recursive: true });
    cpSync(log, join(to, relative(folder, log)));
  }
}

/** One day added, and nothing new, reports included. The day counts as new as often as it is measured. */
async function addedRows(segmenter, base) {
  const growing = join(work, 'logs');
  const added = join(growing, relative(folder, logs.at(-1)));
  const [cache, before] = [join(work, 'cache'), join(work, 'before')];
  copyWithoutLast(growing);
  const options = ['--segmenter', segmenter, '--quiet', '--out', join(work, 'reports')];
  const report = () => node([program, 'report', growing, ...options], { cache: 'cache' });
  await report();
  await row('report, nothing new', base, report);
  cpSync(cache, before, { recursive: true });
  await row('report, one day added', base, report, () => {
    rmSync(cache, { recursive: true });
    cpSync(before, cache, { recursive: true });
    mkdirSync(dirname(added), { recursive: true });
    cpSync(logs.at(-1), added);
  });
  for (const place of [growing, cache, before, join(work, 'reports')]) rmSync(place, { recursive: true });
}

async function segmenterRows(segmenter) {
  head(segmenter, ['seconds', '× bare', 'processor s', '× bare', 'MB']);
  const base = await row('bare: load and cut', null, () => bare(segmenter));
  if (parts.has('cold')) {
    const one = await row('analyze, cold, one worker', base, () => analyze(folder, segmenter, 1));
    const two = await row('analyze, cold, two workers', base, () => analyze(folder, segmenter, 2));
    line('two workers over one', [`${cell(one.seconds / two.seconds, 2)} ×`, '', '', '', '']);
  }
  if (parts.has('stages')) await stageRows(segmenter, base);
  if (parts.has('added')) await addedRows(segmenter, base);
  if (parts.has('peer')) await peerRow(base);
}

/** What a user would write instead, jieba and scikit-learn in Python, where a Python has them. */
async function peerRow(base) {
  const script = join(shared, 'eval', 'peer.py');
  const python = ['python3', '/usr/bin/python3'].find(
    (name) => spawnSync(name, ['-c', 'import jieba, sklearn']).status === 0,
  );
  if (!python || !existsSync(script)) return;
  await row('words and 20 topics in Python (peer.py)', base, () => measured(python, [script, folder]));
}

/** Does time grow as the corpus does, and memory less? Some of the logs, all over the corpus, made 3 and 10 times as many. */
async function growthRows() {
  const count = Number(asked.growth);
  const step = Math.max(1, Math.floor(logs.length / count));
  const some = logs.filter((_, i) => i % step === 0).slice(0, count);
  const segmenter = '@node-rs/jieba';
  head(`${some.length} logs, ${segmenter}`, ['processor s', '÷ times', 'MB', '÷ at 1', 'two over one']);
  let first = null;
  for (const times of [1, 3, 10]) {
    const grown = join(work, `logs-${times}`);
    grow(some, times, grown);
    const one = await analyze(grown, segmenter, 1);
    const two = await analyze(grown, segmenter, 2);
    first ??= one;
    line(`× ${times}: ${some.length * times} days`, [
      cell(one.processor, 1),
      cell(one.processor / times / first.processor, 2),
      cell(one.megabytes, 0),
      cell(one.megabytes / first.megabytes, 2),
      `${cell(one.seconds / two.seconds, 2)} ×`,
    ]);
    rmSync(grown, { recursive: true });
  }
}

try {
  const [load] = loadavg();
  console.log(
    `${logs.length} logs; medians of ${asked.runs} runs; Node ${process.version}; ${availableParallelism()} cores, ${cpus()[0]?.model.trim()}, load at the start ${load.toFixed(1)}`,
  );
  for (const segmenter of asked.segmenter.split(',')) await segmenterRows(segmenter);
  if (parts.has('growth')) await growthRows();
} finally {
  rmSync(work, { recursive: true, force: true });
}

// Accuracy on the annotated days, printed beside what was reached before; fails where a figure fell by more than a point.
//   npm run bench:accuracy            compares with bench/baseline.json
//   npm run bench:accuracy -- --keep  writes today's figures there
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { annotatedLogs, folders, folds, root, shared, source } from './annotated.mjs';

const baselineFile = join(root, 'bench', 'baseline.json');
/** Five annotated days from which no rule, weight or term was taken. */
const testDays = [
  'prodarch-2018-02-06',
  'proddev-2017-12-12',
  'prodarch-2018-03-04',
  'proddev-2018-01-09',
  'devarch-2017-12-20',
];
const mostLost = 1;

if (!existsSync(join(shared, 'gold'))) {
  console.log('No annotated days at ../shared/gold: nothing measured.');
  process.exit(0);
}

function run(command, args) {
  const done = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (done.error || (done.status && !done.stdout))
    throw new Error(`${command} failed: ${done.error ?? done.stderr}`);
  return done.stdout;
}

const huati = (args, env = {}) =>
  spawnSync(process.execPath, [join(root, 'bin', 'huati.mjs'), ...args, '--quiet'], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
const out = mkdtempSync(join(tmpdir(), 'huati-accuracy-'));
const figures = {};
try {
  const days = join(out, 'days');
  // the shipped models have learned from all annotated days: each is analysed with models that have not
  const leftIn = (fold) => annotatedLogs.filter((log) => log.fold === fold);
  const modelsOf = (fold) => join(out, `models-${fold}`);
  for (let fold = 0; fold < folds; fold++) {
    const left = leftIn(fold);
    const models = modelsOf(fold);
    huati(
      ['train', 'threads', '--gold', ...folders, '--source', source].concat([
        '--without',
        left.map((log) => log.name).join(),
        '--out',
        join(models, 'threads-zh.json'),
      ]),
    );
    run(join(root, 'bench', 'learn-terms.mjs'), [
      '--without',
      left.map((log) => log.name).join(),
      '--statistics',
      join(root, 'models', 'terms-zh.json'),
      '--out',
      join(models, 'terms-zh.json'),
    ]);
  }
  run(join(root, 'bench', 'learn-turns.mjs'), [out]);
  for (let fold = 0; fold < folds; fold++) {
    const left = leftIn(fold);
    const models = modelsOf(fold);
    const analyze = (...args) =>
      huati(['analyze', ...left.map((log) => log.path), '--no-cache', ...args], { HUATI_MODELS: models });
    analyze('--tokens', '--out', days);
    analyze('--no-glossary', '--out', join(out, 'bare'));
  }
  const gold = annotationsToScore();
  const score = (auto, of) =>
    JSON.parse(
      run(join(shared, 'eval', 'score.mjs'), [
        ...['--gold', gold, '--auto', auto, '--source', source, '--json'],
        ...['--days', of.join()],
      ]),
    );
  const daysOf = (folder) => annotatedLogs.filter((log) => log.folder === folder).map((log) => log.name);
  const [given, own] = folders.map(daysOf);
  collect('test days', score(days, testDays));
  collect('all 15 days', score(days, given));
  collect(`${own.length} days of bench/annotations`, score(days, own));
  const bare = score(join(out, 'bare'), testDays);
  figures['test days, no glossary, terms F1'] = bare.terms.all.f;
  huati(['analyze', '--no-cache', '--format', 'irc', join(shared, 'irc', 'dev'), '--out', join(out, 'irc')]);
  const irc = JSON.parse(
    run(join(shared, 'eval', 'score-irc.mjs'), [
      '--gold',
      join(shared, 'irc', 'dev'),
      '--auto',
      join(out, 'irc'),
      '--json',
    ]),
  );
  for (const key of ['link F1', 'VI', '1-1', 'exact F1']) figures[`irc dev, ${key}`] = irc[key];
  const { recordFigures } = await import('./learn-keeping.mjs');
  Object.assign(figures, recordFigures());
} finally {
  rmSync(out, { recursive: true, force: true });
}

/** All annotations in one folder, without the records of talks, which are a matter of their own. */
function annotationsToScore() {
  const gold = join(out, 'gold');
  mkdirSync(gold);
  for (const folder of folders)
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.tsv')))
      symlinkSync(join(folder, file), join(gold, file));
  return gold;
}

function collect(name, result) {
  for (const key of ['link F1', 'start F1', 'VI', '1-1', 'exact F1'])
    figures[`${name}, ${key}`] = result.threads[key];
  figures[`${name}, kinds macro F1`] = result.kinds['macro F1'];
  figures[`${name}, domains macro F1`] = result.domains['macro F1'];
  // days of bench/annotations have no titles
  if (!name.includes('annotations')) figures[`${name}, titles bigram F1`] = result.titles['bigram F1'];
  figures[`${name}, terms precision`] = result.terms.all.p;
  figures[`${name}, terms recall`] = result.terms.all.r;
  figures[`${name}, tokens kept whole`] = result.tokens['kept whole'];
  figures[`${name}, definitions recall`] = result.definitions.recall;
  figures[`${name}, questions F1`] = result.qa.questions.f;
  figures[`${name}, answers F1`] = result.qa.answers.f;
  figures[`${name}, sign-ins F1`] = result.kinds.signin.f;
  figures[`${name}, talk passages F1`] = result.kinds.talk.f;
  figures[`${name}, guest named right`] = result.talks['guest right'];
  figures[`${name}, no talk said where none is`] = result.talks['none said'];
  if (result.faults.length) throw new Error(`faults: ${result.faults.slice(0, 5).join('; ')}`);
}

const baseline = existsSync(baselineFile) ? JSON.parse(readFileSync(baselineFile, 'utf8')) : {};
const lost = [];
for (const [name, value] of Object.entries(figures)) {
  const before = baseline[name];
  const fell = before !== undefined && value < before - mostLost;
  if (fell) lost.push(name);
  console.log(
    `${fell ? '✗' : ' '} ${value.toFixed(1).padStart(6)} ${before === undefined ? '      ' : before.toFixed(1).padStart(6)}  ${name}`,
  );
}
if (process.argv.includes('--keep')) {
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10) / 10]),
  );
  writeFileSync(baselineFile, `${JSON.stringify(rounded, null, 2)}\n`);
} else if (lost.length) {
  console.error(`Fell by more than ${mostLost} point: ${lost.join('; ')}`);
  process.exit(1);
}

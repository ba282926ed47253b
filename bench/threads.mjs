// Threads on the annotated days: baselines, the rules, and the link model by cross-validation over days, never over messages.
//   npm run bench:threads                 the tables
//   npm run bench:threads -- --ablation   also what each group of evidence is worth (five more minutes)
//   npm run bench:threads -- --speed      threads alone, segmented input, messages a second
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const shared = join(root, '..', 'shared');
const gold = join(shared, 'gold');
const folds = 5;
const gap = 600;

if (!existsSync(gold)) {
  console.log('No annotated days at ../shared/gold: nothing measured.');
  process.exit(0);
}
const dist = (...parts) => import(join(root, 'dist', ...parts));
const { lessonTools, readLessons } = await dist('cli', 'lessons.js');
const { foldModels, judge } = await dist('cli', 'commands', 'train.js');
const { agreement, findLinks, measures, messageFeatures, pairGroups } = await dist('threads', 'index.js');
const { linkModelFor } = await dist('pipeline', 'index.js');

const tools = lessonTools();
const title = (text) => console.log(`\n${text.padEnd(34)}${measures.map((m) => m.padStart(9)).join('')}`);
const row = (name, figures) =>
  console.log(`${name.padEnd(34)}${measures.map((m) => figures[m].toFixed(1).padStart(9)).join('')}`);

/** Links that need nothing but the clock: to the previous message, or a start after a gap. */
function byClock(days, longest) {
  const found = ({ messages }) => {
    let before = null;
    return new Map(
      messages.map((message) => {
        const { n, second, speaker } = message;
        if (!speaker) return [n, n]; // a line of the server
        const parent = before && second - before.second <= longest ? before.n : n;
        before = message;
        return [n, parent];
      }),
    );
  };
  const pooled = days[0].day.language === 'en';
  return agreement(
    days.map(({ day, gold }) => ({ gold, found: found(day) })),
    pooled,
  ).all;
}

const days = await readLessons(gold, join(shared, 'corpus', 'source'), tools);
const models = foldModels(days, folds, 'zh');
const rules = judge(days, () => null, tools);
const model = judge(days, (k) => models[k % folds], tools);
title(`Chinese, ${days.length} days`);
row('previous message', byClock(days, Number.POSITIVE_INFINITY));
row('a gap of 10 minutes starts', byClock(days, gap));
row('rules', rules.all);
row(`model, ${folds}-fold over days`, model.all);
title('by day: rules');
for (const [k, d] of days.entries()) row(d.name, rules.each[k]);
title('by day: model');
for (const [k, d] of days.entries()) row(d.name, model.each[k]);

const dev = join(shared, 'irc', 'dev');
if (existsSync(dev)) {
  const irc = await readLessons(dev, dev, tools);
  title('Ubuntu IRC, development files');
  row('previous message', byClock(irc, Number.POSITIVE_INFINITY));
  row('rules', judge(irc, () => null, tools).all);
  row('model', judge(irc, () => linkModelFor('en'), tools).all);
}

if (process.argv.includes('--ablation')) {
  const groups = {
    ...pairGroups,
    cues: messageFeatures.filter((name) => name.startsWith('cue-')),
    'kinds by form': messageFeatures.filter((name) => name.startsWith('is-')),
    'what stands around': ['called-before', 'called-after', 'words-before', 'words-after', 'words-new'],
  };
  title('Chinese model without');
  row('(nothing left out)', model.all);
  for (const [name, features] of Object.entries(groups)) {
    const less = foldModels(days, folds, 'zh', new Set(features));
    row(name, judge(days, (k) => less[k % folds], tools).all);
  }
  const all = judge(days, (k) => ({ ...models[k % folds], keep: 40 }), tools).all;
  row('(the first look: all candidates)', all);
}

if (process.argv.includes('--speed')) {
  const own = linkModelFor('zh');
  const messages = days.reduce((sum, d) => sum + d.day.messages.length, 0);
  let fastest = 0;
  for (let run = 0; run < 20; run++) {
    const began = performance.now();
    for (const { day, people, tokens } of days) findLinks(day, people, tokens, tools.lists, own);
    fastest = Math.max(fastest, (1000 * messages) / (performance.now() - began));
  }
  console.log(`\nthreads alone, segmented input: ${Math.round(fastest)} messages a second (best of 20 runs)`);
}

// Learns models/keeping.json, what editors keep of a day, from the records that a community's editors published
// (../shared/gold/records). Prints what it reaches on days left out by turns. After a build:
//   node bench/learn-keeping.mjs            prints
//   node bench/learn-keeping.mjs --keep     prints, and writes the model
//   node bench/learn-keeping.mjs --ablate   prints what is lost without each group of features
//   node bench/learn-keeping.mjs --forward  prints what models of earlier days reach on later ones
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { contextOf, findTalks, keepingFeatures, worthOf } from '../dist/talks/index.js';
import { learnTrees } from './boosted-trees.mjs';
import { keepingDays } from './keeping-days.mjs';
import { learnRegression } from './regression.mjs';

const file = join(dirname(fileURLToPath(import.meta.url)), '..', 'models', 'keeping.json');
const folds = 5;
/** Within what is learned from, the first judgement of a day is by trees that have not seen it. */
const innerFolds = 4;
const treeRecipe = { trees: 150, depth: 4, shrinkage: 0.06, leaf: 60, bins: 32, ridge: 10, share: 0.5 };
const dayRecipe = { steps: 800, rate: 0.5, momentum: 0.9, decay: 0.3 };
const thresholds = [0.3, 0.35, 0.4];
const threshold = 0.35;
/** So few of the days with neither record nor talk may be taken for worth a record. */
const falseRate = 0.04;
const falseRates = [0.01, 0.02, 0.04, 0.06, 0.08, 0.12];
/** Months like those to come, in which hardly a day was published without a talk; they weigh more. */
const late = (day) => day.name.slice(-10) >= '2017-12';
const lateWeight = 3;

const groups = {
  'the month': (name) => name === 'day: months',
  'the day': (name) => name.startsWith('day: '),
  'time from the talk': (name) =>
    /^(?:inside|before|after|outside|soon-|just-|later-|long-before)/.test(name),
  'who speaks to whom': (name) => /^(?:guest|calls-|to-guest)/.test(name),
  'calls by name': (name) => name.startsWith('calls-'),
  'length and words': (name) =>
    /^(?:length|long|very-long|trade|words-of-talk|thanks|greets|housekeeping|mark)$/.test(name),
  neighbours: (name) => /-(?:near|next)$/.test(name),
  threads: (name) => /thread/.test(name),
  'questions and answers': (name) =>
    /^(?:talk-question|talk-answer|question|answer|answered|unanswered|answers)$/.test(name),
};

/** The judged messages of a day as rows, of its numbers those that `describe` gives of each original. */
function rowsOf(day, describe) {
  const { evidence, gold } = day;
  const weight = (late(day) ? lateWeight : 1) / Math.sqrt(evidence.filter(({ n }) => gold.has(n)).length);
  return evidence.flatMap((one, at) =>
    gold.has(one.n) ? { x: describe(one, at), y: gold.get(one.n), weight } : [],
  );
}

/** What trees hold of a row, 0 to 1. */
function probabilityOf({ base, trees }, row) {
  let odds = base;
  for (const tree of trees) {
    let at = 0;
    while (tree[at].length > 1) at = row[tree[at][0]] < tree[at][1] ? at + 1 : tree[at][2];
    odds += tree[at][0];
  }
  return 1 / (1 + Math.exp(-odds));
}

/** What editors keep of a day's messages: trees that judge each by itself, and trees that know what those hold of all. */
function learnMessages(days, { drop = () => false } = {}) {
  const features = keepingFeatures.filter((name) => !drop(name));
  const places = features.map((name) => keepingFeatures.indexOf(name));
  const own = new Map(days.map((day) => [day, day.evidence.map(({ row }) => places.map((at) => row[at]))]));
  const alone = (some) => {
    const rows = some.flatMap((day) => rowsOf(day, (_, at) => own.get(day)[at]));
    return learnTrees(rows, treeRecipe);
  };
  const context = new Map();
  for (let fold = 0; fold < innerFolds; fold++) {
    const trees = alone(days.filter((_, k) => k % innerFolds !== fold));
    for (const day of days.filter((_, k) => k % innerFolds === fold)) {
      const speakers = day.evidence.map(({ speaker }) => speaker);
      const first = own.get(day).map((row) => probabilityOf(trees, row));
      context.set(day, contextOf(first, speakers));
    }
  }
  const known = days.flatMap((day) => rowsOf(day, (_, at) => [...own.get(day)[at], ...context.get(day)[at]]));
  return { features, first: alone(days), second: learnTrees(known, treeRecipe) };
}

/** Which days without a talk have a record: both kinds of days weigh the same. */
function learnDays(recorded, quiet) {
  const weighed = (days, y) =>
    days.map(({ day }) => ({ x: Object.values(day), y, weight: 1 / Math.max(1, days.length) }));
  return learnRegression(
    [...weighed(recorded, 1), ...weighed(quiet, 0)],
    Object.keys(quiet[0].day),
    dayRecipe,
  );
}

/** F1 of what the program would publish of a day, as the scorer counts it. */
function scoreOf(day, model) {
  const talks = findTalks({ ...day.sources, keeping: model });
  const said = talks.flatMap((t) => [
    ...t.passages,
    ...t.discussion,
    ...t.qa.flatMap((q) => [...q.question, ...q.answers]),
  ]);
  const judged = [...new Set(said)].filter((n) => day.gold.has(n));
  const right = judged.filter((n) => day.gold.get(n)).length;
  return judged.length + day.kept ? (200 * right) / (judged.length + day.kept) : 0;
}

const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
const foldsOf = (days) => Array.from({ length: folds }, (_, fold) => days.map((_, k) => k % folds === fold));

/** How probable it is that a day without a talk has a record, by a judge that has not seen the day. */
function judgeDays({ recorded, quiet }) {
  const silent = recorded.filter((day) => !day.hasTalk);
  const worth = new Map();
  const [ofRecorded, ofQuiet] = [foldsOf(silent), foldsOf(quiet)];
  for (let fold = 0; fold < folds; fold++) {
    const judge = learnDays(
      silent.filter((_, k) => !ofRecorded[fold][k]),
      quiet.filter((_, k) => !ofQuiet[fold][k]),
    );
    const left = [
      ...silent.filter((_, k) => ofRecorded[fold][k]),
      ...quiet.filter((_, k) => ofQuiet[fold][k]),
    ];
    for (const day of left) worth.set(day, worthOf(day.day, judge));
  }
  const sorted = quiet.map((day) => worth.get(day)).sort((a, b) => b - a);
  /** Above it lies no more than such a share of the quiet days. */
  const cutFor = (rate) => sorted[Math.floor(rate * quiet.length)] + 1e-4;
  return { worth, cutFor };
}

/** A judge of days that says of each what is known of it: taken with a day's own judgement, left out by turns. */
const always = { bias: 9, weights: {}, threshold: 0.5 };
const never = { bias: -9, weights: {}, threshold: 0.5 };

/** Mean F1 over all days with a record, each scored by a model that has not seen it; `learning` is what `learnMessages` takes. */
function crossValidated(days, { at = [threshold], rate = falseRate, ...learning } = {}) {
  const { recorded } = days;
  const { worth, cutFor } = judgeDays(days);
  const cut = rate === null ? Number.POSITIVE_INFINITY : cutFor(rate);
  const scores = new Map();
  for (const held of foldsOf(recorded)) {
    const model = learnMessages(
      recorded.filter((_, k) => !held[k]),
      learning,
    );
    recorded.forEach((day, k) => {
      if (!held[k]) return;
      const own = { ...model, day: day.hasTalk || worth.get(day) >= cut ? always : never };
      scores.set(
        day,
        at.map((value) => scoreOf(day, { ...own, threshold: value })),
      );
    });
  }
  const over = (list) => at.map((_, i) => (list.length ? mean(list.map((day) => scores.get(day)[i])) : 0));
  const found = recorded.filter((day) => day.hasTalk);
  return {
    all: over(recorded),
    found: over(found),
    evening: over(found.filter((day) => day.name.startsWith('prodarch'))),
    day: over(recorded.filter((day) => day.name.startsWith('proddev'))),
    dayFound: over(found.filter((day) => day.name.startsWith('proddev'))),
    discussions: over(recorded.filter((day) => !day.hasTalk && worth.get(day) >= cut)),
  };
}

/** Where the days to come begin, for models that know only what lies before. */
const presents = ['2018-01-10', '2018-02-01', '2018-02-25', '2018-03-10', '2018-04-01'];

/** Mean F1 over the evening group's talks of later months, each span by a model of the days before it. */
function forwards({ recorded }, learning = {}) {
  const dateOf = (day) => day.name.slice(-10);
  const scores = presents.slice(1).flatMap((end, k) => {
    const model = learnMessages(
      recorded.filter((day) => dateOf(day) < presents[k]),
      learning,
    );
    return recorded
      .filter((day) => dateOf(day) >= presents[k] && dateOf(day) < end)
      .filter((day) => day.hasTalk && day.name.startsWith('prodarch'))
      .map((day) => scoreOf(day, { ...model, threshold, day: never }));
  });
  return { days: scores.length, f: mean(scores) };
}

/** The figures of `npm run bench:accuracy`. */
export function recordFigures() {
  const days = keepingDays();
  if (!days) return {};
  const { all, found } = crossValidated(days);
  return { 'records F1, days left out by turns': all[0], 'records F1, days with a talk found': found[0] };
}

/** What the judge of days finds at several rates of false alarms. */
function showDays(days) {
  const { worth, cutFor } = judgeDays(days);
  const silent = days.recorded.filter((day) => !day.hasTalk);
  for (const rate of falseRates) {
    const cut = cutFor(rate);
    const above = (list) => list.filter((day) => worth.get(day) >= cut).length;
    const lateDays = days.quiet.filter(late);
    console.log(
      `judge of days, false rate ${rate}: ${above(silent)} of ${silent.length} days with a record and no talk, ${above(days.quiet)} of ${days.quiet.length} quiet days, ${above(lateDays)} of ${lateDays.length} from December 2017 on`,
    );
  }
}

function modelOf(days) {
  const { recorded, quiet } = days;
  const day = learnDays(
    recorded.filter((one) => !one.hasTalk),
    quiet,
  );
  const cut = Number(judgeDays(days).cutFor(falseRate).toFixed(4));
  return { ...learnMessages(recorded), threshold, day: { threshold: cut, ...day } };
}

/** The model's file: a tree a line. */
function fileOf({ first, second, ...rest }, told) {
  const line = ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  const forest = ({ base, trees }) =>
    `{"base": ${base}, "trees": [\n${trees.map((tree) => `    ${JSON.stringify(tree)}`).join(',\n')}\n  ]}`;
  const head = Object.entries({ ...told, ...rest }).map(line);
  return `{\n${head.join(',\n')},\n  "first": ${forest(first)},\n  "second": ${forest(second)}\n}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const days = keepingDays();
  if (!days) throw new Error('no records at ../shared/gold/records: nothing to learn from');
  const show = (list) => list.map((f) => f.toFixed(1)).join(' ');
  const tell = (label, f) =>
    console.log(
      `${label}: all ${days.recorded.length} days ${show(f.all)}, with a talk found ${show(f.found)}; evening group ${show(f.evening)}; day group ${show(f.day)}, of it with a talk found ${show(f.dayFound)}; discussions found ${show(f.discussions)}`,
    );
  showDays(days);
  const figures = crossValidated(days, { at: thresholds });
  tell(`thresholds ${thresholds.join(' ')}`, figures);
  const plain = days.recorded.map((day) => scoreOf(day, null));
  console.log(
    `without the model: all days ${mean(plain).toFixed(1)}, with a talk found ${mean(plain.filter((_, k) => days.recorded[k].hasTalk)).toFixed(1)}`,
  );
  if (process.argv.includes('--forward'))
    for (const [label, drop] of [
      ['all features', () => false],
      ['without the month', groups['the month']],
    ]) {
      const { days: count, f } = forwards(days, { drop });
      console.log(
        `models of earlier days, ${count} later talks of the evening group, ${label}: ${f.toFixed(1)}`,
      );
    }
  if (process.argv.includes('--ablate')) {
    tell('without the judge of days', crossValidated(days, { rate: null }));
    for (const [name, drop] of Object.entries(groups))
      tell(`without ${name}`, crossValidated(days, { drop }));
  }
  if (process.argv.includes('--keep')) {
    const at = thresholds.indexOf(threshold);
    const told = {
      format: 3,
      recipe: treeRecipe,
      data: {
        days: days.recorded.length,
        'days with a talk found': days.recorded.filter((day) => day.hasTalk).length,
        'quiet days': days.quiet.length,
        what: 'which messages the editors of talk records kept, and which days they published without a talk',
      },
      scores: {
        'all days': Number(figures.all[at].toFixed(1)),
        'days with a talk found': Number(figures.found[at].toFixed(1)),
      },
    };
    writeFileSync(file, fileOf(modelOf(days), told));
    console.log(`written: ${file}`);
  }
}

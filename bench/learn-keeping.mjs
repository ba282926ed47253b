// Learns models/keeping.json, what editors keep of a day with talks, from the records that a community's editors published
// (../shared/gold/records). Prints what it reaches on days left out by turns. After a build:
//   node bench/learn-keeping.mjs            prints
//   node bench/learn-keeping.mjs --keep     prints, and writes the model
//   node bench/learn-keeping.mjs --ablate   prints what is lost without each group of features
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findPeople } from '../dist/people/index.js';
import { linkModelFor, loadDictionaries } from '../dist/pipeline/index.js';
import { readDay } from '../dist/read/index.js';
import {
  findQuestions,
  findSchedule,
  findTalks,
  keepingEvidence,
  keepingFeatures,
} from '../dist/talks/index.js';
import { Lexicon, loadSegmenter, tokenize } from '../dist/text/index.js';
import { findLinks, findThreads } from '../dist/threads/index.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const shared = join(root, '..', 'shared');
const records = join(shared, 'gold', 'records');
const file = join(root, 'models', 'keeping.json');
/** `decay` is of weights of features brought to one scale; days count by the square root of their messages. */
const recipe = { folds: 5, steps: 400, rate: 1, momentum: 0.9, decay: 0.012 };
const thresholds = [0.3, 0.35, 0.4];
const threshold = 0.35;

const groups = {
  'the day and what hangs on it': (name) => name.startsWith('day: ') || name.includes(' × '),
  'what hangs on the day': (name) => name.includes(' × '),
  'time from the talk': (name) =>
    /^(?:inside|before|after|outside|soon-|just-|later-|long-before)/.test(name) && !name.includes(' × '),
  'who speaks to whom': (name) => /^(?:guest|calls-|to-guest)/.test(name) && !name.includes(' × '),
  'calls by name': (name) => name.startsWith('calls-'),
  'length and words': (name) =>
    /^(?:length|long|very-long|trade|words-of-talk|thanks|greets|housekeeping|mark)$/.test(name),
  neighbours: (name) => /-(?:near|next)$/.test(name),
  threads: (name) => /thread/.test(name),
  'questions and answers': (name) =>
    /^(?:talk-question|talk-answer|question|answer|answered|unanswered|answers)$/.test(name),
};

function readRecord(name, tools) {
  const [, group, date] = /^(.*?)-(\d{4}.*)\.tsv$/.exec(name);
  const path = join(shared, 'corpus', 'source', group, '_posts', `${date}-chat.markdown`);
  const gold = new Map(
    readFileSync(join(records, name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t').map(Number)),
  );
  const day = readDay(readFileSync(path), { path });
  const { messages } = day;
  const people = findPeople(day);
  const { mentions } = people;
  const { lexicon, segmenter, words, model } = tools;
  const tokens = messages.map((m, i) => tokenize(m.text, mentions[i], lexicon, segmenter));
  const links = findLinks(day, people, tokens, words, model);
  const threads = findThreads(messages, tokens, links, words);
  const questions = findQuestions({
    messages,
    mentions,
    parents: links.parents,
    kinds: links.kinds,
    threads,
  });
  const schedule = findSchedule(messages, mentions, day.date);
  const sources = { messages, mentions, tokens, links, threads, questions, schedule, date: day.date };
  const talks = findTalks(sources);
  const evidence = talks.length ? keepingEvidence(talks, sources) : new Map();
  return { name, gold, sources, kept: [...gold.values()].filter(Boolean).length, evidence };
}

const sigmoid = (z) => 1 / (1 + Math.exp(-z));

/** Weights of a logistic regression by gradient descent with momentum, features brought to mean 0 and deviation 1. */
function learn(days, drop) {
  const rows = days.flatMap(({ evidence, gold }) => {
    const judged = [...evidence].filter(([n]) => gold.has(n));
    return judged.map(([n, own]) => ({ own, kept: gold.get(n), weight: judged.length ** -0.5 }));
  });
  const names = keepingFeatures.filter((name) => !drop(name));
  const at = names.map((name) => keepingFeatures.indexOf(name));
  const mean = at.map((a) => rows.reduce((sum, r) => sum + r.own[a], 0) / rows.length);
  const deviation = at.map(
    (a, k) => Math.sqrt(rows.reduce((sum, r) => sum + (r.own[a] - mean[k]) ** 2, 0) / rows.length) || 1,
  );
  const x = rows.map(({ own }) => Float64Array.from(at, (a, k) => (own[a] - mean[k]) / deviation[k]));
  const total = rows.reduce((sum, r) => sum + r.weight, 0);
  const w = new Float64Array(names.length + 1);
  const speed = new Float64Array(w.length);
  for (let step = 0; step < recipe.steps; step++) {
    const slope = new Float64Array(w.length);
    rows.forEach((row, i) => {
      let z = w[names.length];
      for (let k = 0; k < names.length; k++) z += w[k] * x[i][k];
      const miss = ((sigmoid(z) - row.kept) * row.weight) / total;
      for (let k = 0; k < names.length; k++) slope[k] += miss * x[i][k];
      slope[names.length] += miss;
    });
    for (let k = 0; k < w.length; k++) {
      speed[k] =
        recipe.momentum * speed[k] -
        0.1 * recipe.rate * (slope[k] + (k < names.length ? recipe.decay * w[k] : 0));
      w[k] += speed[k];
    }
  }
  const weights = Object.fromEntries(
    names.map((name, k) => [name, Number((w[k] / deviation[k]).toFixed(4)) + 0]),
  );
  const bias = w[names.length] - names.reduce((sum, _, k) => sum + (w[k] * mean[k]) / deviation[k], 0);
  return { bias: Number(bias.toFixed(4)), weights };
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

/** Mean F1 over all days with a record, each scored by a model that has not seen it; days without a talk score nothing. */
function crossValidated(days, drop = () => false, at = [threshold]) {
  const scores = new Map();
  for (let fold = 0; fold < recipe.folds; fold++) {
    const model = learn(
      days.filter((_, k) => k % recipe.folds !== fold),
      drop,
    );
    days.forEach((day, k) => {
      if (k % recipe.folds === fold)
        scores.set(
          day,
          at.map((value) => scoreOf(day, { ...model, threshold: value })),
        );
    });
  }
  const over = (list) => at.map((_, i) => mean(list.map((day) => scores.get(day)[i])));
  const found = days.filter((day) => day.evidence.size);
  return {
    all: over(days),
    found: over(found),
    late: over(found.filter((day) => day.name > 'prodarch' && day.name < 'proddev')),
  };
}

/** Every day with a published record, read and followed; null where there are none. */
export function recordDays() {
  if (!existsSync(records)) return null;
  const { entries, words } = loadDictionaries({ glossary: true, overlays: [] });
  const tools = {
    lexicon: new Lexicon(entries),
    segmenter: loadSegmenter('nodejieba'),
    words,
    model: linkModelFor('zh'),
  };
  return readdirSync(records)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => readRecord(name, tools));
}

/** The figures of `npm run bench:accuracy`. */
export function recordFigures() {
  const days = recordDays();
  if (!days) return {};
  const { all, found } = crossValidated(days);
  return { 'records F1, days left out by turns': all[0], 'records F1, days with a talk found': found[0] };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const days = recordDays();
  if (!days) throw new Error('no records at ../shared/gold/records: nothing to learn from');
  const show = (list) => list.map((f) => f.toFixed(1)).join(' ');
  const { all, found, late } = crossValidated(days, undefined, thresholds);
  console.log(
    `thresholds ${thresholds.join(' ')}: all ${days.length} days ${show(all)}, days with a talk found ${show(found)}, of the evening group ${show(late)}`,
  );
  const plain = days.map((day) => scoreOf(day, null));
  console.log(
    `without the model: all days ${mean(plain).toFixed(1)}, days with a talk found ${mean(plain.filter((_, k) => days[k].evidence.size)).toFixed(1)}`,
  );
  if (process.argv.includes('--ablate'))
    for (const [name, drop] of Object.entries(groups)) {
      const without = crossValidated(days, drop);
      console.log(
        `without ${name}: all days ${show(without.all)}, with a talk ${show(without.found)}, evening group ${show(without.late)}`,
      );
    }
  if (process.argv.includes('--keep')) {
    const { bias, weights } = learn(days, () => false);
    const at = thresholds.indexOf(threshold);
    const told = {
      format: 1,
      recipe,
      data: {
        days: days.length,
        'days with a talk found': days.filter((day) => day.evidence.size).length,
        what: 'which messages the editors of talk records kept',
      },
      scores: {
        'all days': Number(all[at].toFixed(1)),
        'days with a talk found': Number(found[at].toFixed(1)),
      },
      threshold,
      bias,
    };
    const line = ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    const head = Object.entries(told).map((entry) => `  ${line(entry)}`);
    const body = Object.entries(weights).map((entry) => `    ${line(entry)}`);
    writeFileSync(file, `{\n${head.join(',\n')},\n  "weights": {\n${body.join(',\n')}\n  }\n}\n`);
    console.log(`written: ${file}`);
  }
}

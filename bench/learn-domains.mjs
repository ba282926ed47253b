// Learns the weights of src/threads/domain-weights.ts from the annotated days and prints them, with what they reach on
// days left out by turns. After a build; the shipped table was learned with links of models that had not seen the day:
//   node bench/learn-domains.mjs          links by rules
//   node bench/learn-domains.mjs <folder> links by <folder>/models-0 … models-4/threads-zh.json, models-<k> trained
//                                         --without the days of fold k (bench/annotated.mjs), as bench/accuracy.mjs does
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPeople } from '../dist/people/index.js';
import { readDay } from '../dist/read/index.js';
import { Lexicon, loadSegmenter, readDictionary, readWords, tokenize } from '../dist/text/index.js';
import { domainOf } from '../dist/threads/domain.js';
import { domainEvidence, domainFeatures } from '../dist/threads/domain-features.js';
import { domainWeights } from '../dist/threads/domain-weights.js';
import { domains, findLinks, groupByRoot, readModel } from '../dist/threads/index.js';
import { annotatedLogs, root, table } from './annotated.mjs';

/** A folder of link models, one for each fifth of the days left out, as `huati train threads --without` writes them. */
const models = process.argv[2];
/** Trade is most of what is said: what is rare counts for more. */
const classWeight = [1, 2, 2];
const steps = 600;
const rate = 2;
const decay = 3;
/** A long thread counts for no more than so many messages. */
const mostMessages = 40;

const text = (...path) => readFileSync(join(...path), 'utf8');
const words = (name) => readWords(text(root, 'dictionaries', 'words', `${name}.txt`));
const lists = Object.fromEntries(
  ['stopwords', 'reactions', 'smalltalk', 'work'].map((name) => [name, words(name)]),
);
const lexicon = new Lexicon(
  readdirSync(join(root, 'dictionaries', 'payments'))
    .sort()
    .flatMap((path) => readDictionary({ path, text: text(root, 'dictionaries', 'payments', path) }).entries),
);
const segmenter = loadSegmenter('nodejieba');

/** A day's threads, annotated and found, with what they are about message by message. */
function annotated(log) {
  const { name, path, fold } = log;
  const day = readDay(readFileSync(path), { path });
  const people = findPeople(day);
  const tokens = day.messages.map((m, i) => tokenize(m.text, people.mentions[i], lexicon, segmenter));
  const model = models ? readModel(text(models, `models-${fold}`, 'threads-zh.json')) : null;
  const links = findLinks(day, people, tokens, lists, model);
  const gold = groupByRoot(table(log, 'links').map(([, parent]) => Number(parent)));
  const domainOfRoot = new Map(table(log, 'threads').map(([id, domain]) => [Number(id), domain]));
  const truth = new Map([...gold].flatMap(([id, ns]) => ns.map((n) => [n, domainOfRoot.get(id)])));
  const example = (numbers) => {
    const own = numbers.filter((n) => day.messages[n - 1].duplicateOf === null);
    const shares = domains.map((d) => numbers.filter((n) => truth.get(n) === d).length / numbers.length);
    const decide = (weights) => {
      Object.assign(domainWeights, weights);
      return domainOf(own, tokens, links, lists);
    };
    return { numbers, truth, shares, decide, evidence: domainEvidence(own, tokens, links, lists) };
  };
  const found = [...groupByRoot(links.parents).values()].map(example);
  return { name, found, lessons: [...[...gold.values()].map(example), ...found] };
}

/** Weights of a softmax over the domains, by gradient ascent on all lessons at once. */
function learn(lessons) {
  const weights = domains.map(() => domainFeatures.map(() => 0));
  const size = (lesson) => Math.min(lesson.numbers.length, mostMessages);
  const total = lessons.reduce((sum, lesson) => sum + size(lesson), 0);
  for (let step = 0; step < steps; step++) {
    const slope = domains.map(() => domainFeatures.map(() => 0));
    for (const lesson of lessons) {
      const raised = weights.map((w) => Math.exp(w.reduce((sum, v, i) => sum + v * lesson.evidence[i], 0)));
      const norm = raised.reduce((a, b) => a + b);
      const aims = lesson.shares.map((share, c) => share * classWeight[c]);
      const aim = aims.reduce((a, b) => a + b);
      for (const [c, row] of slope.entries()) {
        const miss = (aims[c] - (aim * raised[c]) / norm) * size(lesson);
        for (const i of row.keys()) row[i] += miss * lesson.evidence[i];
      }
    }
    for (const [c, row] of weights.entries())
      for (const i of row.keys()) row[i] += (rate * (slope[c][i] - decay * row[i])) / total;
  }
  return Object.fromEntries(domains.map((d, c) => [d, weights[c].map((v) => Math.round(v * 100) / 100)]));
}

const days = annotatedLogs.map(annotated);
const pairs = days.flatMap((day) => {
  const weights = learn(days.filter((other) => other !== day).flatMap((other) => other.lessons));
  return day.found.flatMap((thread) => {
    const said = thread.decide(weights);
    return thread.numbers.map((n) => [thread.truth.get(n), said]);
  });
});
const f1 = domains.map((d) => {
  const both = pairs.filter(([gold, said]) => gold === d && said === d).length;
  return (200 * both) / pairs.reduce((sum, [gold, said]) => sum + (gold === d) + (said === d), 0);
});
console.log(`each day left out by turns: ${domains.map((d, c) => `${d} ${f1[c].toFixed(1)}`).join(', ')}`);
console.log(`macro F1 ${(f1.reduce((a, b) => a + b) / domains.length).toFixed(1)}`);
for (const [domain, weights] of Object.entries(learn(days.flatMap((day) => day.lessons))))
  console.log(`  ${domain}: [${weights.join(', ')}],`);

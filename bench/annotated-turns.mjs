// The annotated days as questions and answers are learned from them: links come from models that had not seen the day,
// <folder>/models-0 … models-4/threads-zh.json, models-<k> trained --without every fifth day from the k-th, as bench/accuracy.mjs does.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPeople } from '../dist/people/index.js';
import { readDay } from '../dist/read/index.js';
import { turnsOf } from '../dist/talks/conversation.js';
import { Lexicon, loadSegmenter, readDictionary, readWords, tokenize } from '../dist/text/index.js';
import { findLinks, findThreads, groupByRoot, readModel, tradeWords } from '../dist/threads/index.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const shared = join(root, '..', 'shared');
export const folds = 5;

const text = (...path) => readFileSync(join(...path), 'utf8');
const table = (name) =>
  text(shared, 'gold', name)
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
const numbers = (list) => list.split(',').map(Number);
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

function annotated(name, fold, models) {
  const [, group, date] = /^(.*?)-(\d{4}.*)$/.exec(name);
  const path = join(shared, 'corpus', 'source', group, '_posts', `${date}-chat.markdown`);
  const day = readDay(readFileSync(path), { path });
  const people = findPeople(day);
  const tokens = day.messages.map((m, i) => tokenize(m.text, people.mentions[i], lexicon, segmenter));
  const model = readModel(text(models, `models-${fold}`, 'threads-zh.json'));
  const links = findLinks(day, people, tokens, lists, model);
  const conversation = {
    ...links,
    messages: day.messages,
    mentions: people.mentions,
    threads: findThreads(day.messages, tokens, links, lists),
    guests: new Set(links.talks.map((talk) => talk.speaker)),
    tradeWords: tokens.map(tradeWords),
  };
  const gold = table(`${name}.links.tsv`).map(([, parent, kind]) => ({ parent: Number(parent), kind }));
  const domains = new Map(table(`${name}.threads.tsv`).map(([id, domain]) => [Number(id), domain]));
  const domainOf = new Map(
    [...groupByRoot(gold.map((m) => m.parent))].flatMap(([id, ns]) => ns.map((n) => [n, domains.get(id)])),
  );
  return {
    fold,
    conversation,
    turns: turnsOf(conversation),
    qa: table(`${name}.qa.tsv`).map(([q, a]) => ({ question: numbers(q), answers: numbers(a) })),
    kindOf: (n) => gold[n - 1].kind,
    /** Whether the message asks something of substance, answered or not. */
    asks: (n) => gold[n - 1].kind === 'question' && domainOf.get(n) !== 'social',
  };
}

/** Every annotated day, in the order of names. */
export const annotatedDays = (models) =>
  readdirSync(join(shared, 'gold'))
    .filter((file) => file.endsWith('.links.tsv'))
    .map((file) => file.slice(0, -'.links.tsv'.length))
    .sort()
    .map((name, k) => annotated(name, k % folds, models));

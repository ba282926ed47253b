// The annotated days as questions and answers are learned from them: links come from models that had not seen the day,
// <folder>/models-0 … models-4/threads-zh.json, models-<k> trained --without the days of fold k (bench/annotated.mjs), as bench/accuracy.mjs does.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPeople } from '../dist/people/index.js';
import { readDay } from '../dist/read/index.js';
import { turnsOf } from '../dist/talks/conversation.js';
import { Lexicon, loadSegmenter, readDictionary, readWords, tokenize } from '../dist/text/index.js';
import { findLinks, findThreads, groupByRoot, readModel, tradeWords } from '../dist/threads/index.js';
import { annotatedLogs, folds, root, table } from './annotated.mjs';

export { folds };

const text = (...path) => readFileSync(join(...path), 'utf8');
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

function annotated(log, models) {
  const { path, fold } = log;
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
  const gold = table(log, 'links').map(([, parent, kind]) => ({ parent: Number(parent), kind }));
  const domains = new Map(table(log, 'threads').map(([id, domain]) => [Number(id), domain]));
  const domainOf = new Map(
    [...groupByRoot(gold.map((m) => m.parent))].flatMap(([id, ns]) => ns.map((n) => [n, domains.get(id)])),
  );
  return {
    fold,
    conversation,
    turns: turnsOf(conversation),
    qa: table(log, 'qa').map(([q, a]) => ({ question: numbers(q), answers: numbers(a) })),
    kindOf: (n) => gold[n - 1].kind,
    /** Whether the message asks something of substance, answered or not. */
    asks: (n) => gold[n - 1].kind === 'question' && domainOf.get(n) !== 'social',
  };
}

/** Every annotated day. */
export const annotatedDays = (models) => annotatedLogs.map((log) => annotated(log, models));

// The days of ../shared as the talks stage sees them: those with a published record, and those with neither record nor talk.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPeople } from '../dist/people/index.js';
import { linkModelFor, loadDictionaries, turnModelFor } from '../dist/pipeline/index.js';
import { readDay } from '../dist/read/index.js';
import {
  dayEvidence,
  findAnnouncements,
  findQuestions,
  findSchedule,
  findTalks,
  keepingRows,
  settle,
} from '../dist/talks/index.js';
import { Lexicon, loadSegmenter, tokenize } from '../dist/text/index.js';
import { findLinks, findThreads, tradeWords } from '../dist/threads/index.js';

const shared = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'shared');
const records = join(shared, 'gold', 'records');
const logs = join(shared, 'corpus', 'source');
/** A shorter day is no discussion, in messages. */
const shortestDay = 20;

function sourcesOf(path, { lexicon, segmenter, words, model, judge }) {
  const day = readDay(readFileSync(path), { path });
  const { messages, date } = day;
  const people = findPeople(day);
  const { mentions } = people;
  const tokens = messages.map((m, i) => tokenize(m.text, mentions[i], lexicon, segmenter));
  const links = findLinks(day, people, tokens, words, model);
  const threads = findThreads(messages, tokens, links, words);
  const guests = new Set(links.talks.map((talk) => talk.speaker));
  const questions = findQuestions({
    ...links,
    messages,
    mentions,
    threads,
    guests,
    tradeWords: tokens.map(tradeWords),
    judge,
  });
  const schedule = findSchedule(findAnnouncements(messages, mentions, links.kinds, date));
  return { messages, mentions, tokens, links, threads, questions, schedule, date };
}

/** What editors kept of a day, by number; null where no record of it is known. */
function goldOf(name) {
  const path = join(records, `${name}.tsv`);
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return new Map(lines.map((line) => line.split('\t').map(Number)));
}

/** The original messages of a day, each with its evidence. */
function evidenceOf(talks, sources) {
  const day = settle(talks, sources);
  const rows = keepingRows(talks, sources, day);
  return day.original.map(({ n, speaker }, at) => ({ n, speaker, row: rows[at] }));
}

function readOne(group, date, tools) {
  const name = `${group}-${date}`;
  const sources = sourcesOf(join(logs, group, '_posts', `${date}-chat.markdown`), tools);
  const gold = goldOf(name);
  const talks = findTalks(sources);
  const kept = gold ? [...gold.values()].filter(Boolean).length : 0;
  const evidence = gold ? evidenceOf(talks, sources) : null;
  return { name, gold, sources, kept, evidence, hasTalk: talks.length > 0, day: dayEvidence(sources) };
}

/** Every day that teaches what editors keep, read and followed; null where there are none. */
export function keepingDays() {
  if (!existsSync(records)) return null;
  const { entries, words } = loadDictionaries({ glossary: true, overlays: [] });
  const tools = {
    lexicon: new Lexicon(entries),
    segmenter: loadSegmenter('nodejieba'),
    words,
    model: linkModelFor('zh'),
    judge: turnModelFor('zh'),
  };
  const days = readdirSync(logs)
    .sort()
    .flatMap((group) =>
      readdirSync(join(logs, group, '_posts'))
        .sort()
        .map((file) => readOne(group, file.slice(0, 10), tools)),
    );
  return {
    recorded: days.filter((day) => day.gold),
    quiet: days.filter((day) => !day.gold && !day.hasTalk && day.sources.messages.length >= shortestDay),
  };
}

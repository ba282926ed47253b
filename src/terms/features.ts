import type { Message } from '../read/index.js';
import type { Automaton } from '../text/index.js';
import {
  type EvidenceList,
  evidenceId,
  indexed,
  lettered,
  numbered,
  paired,
  truths,
  worded,
  wordedTruth,
} from './evidence.js';
import { listBits } from './listed-runs.js';
import { nestingOf, type Runs } from './runs.js';
import { hashStart, hashUnit, type PhraseFigures, phraseFigures } from './statistics.js';
import { around } from './surroundings.js';
import type { WordBook } from './word-book.js';

/** What the runs of a day are judged by, besides themselves. */
export interface RunScene {
  messages: readonly Message[];
  runs: Runs;
  book: WordBook;
  /** The lists that have each run, in {@link listBits}. */
  lists: Uint8Array;
  /** In how many of its places a longer recurring run holds each run. */
  nested: Int32Array;
  /** Each message's speaker, by number. */
  speakers: Int32Array;
  /** How often somebody looked who says a run, and by speaker the look at which he was counted last. */
  looks: number;
  countedAt: Int32Array;
}

/** Works out what all runs of a day share, before each is looked at by itself. */
export function sceneOf(messages: readonly Message[], runs: Runs, book: WordBook): RunScene {
  const numbers = new Map<string, number>();
  const speakers = Int32Array.from(messages, ({ speaker }) => {
    const number = numbers.get(speaker) ?? numbers.size;
    numbers.set(speaker, number);
    return number;
  });
  const countedAt = new Int32Array(numbers.size);
  const lists = new Uint8Array(runs.size);
  for (let run = 0; run < runs.size; run++)
    if (book.listed.mayHave(runs.hashes[run]!)) lists[run] = book.listed.listsWith(runs.folded(run));
  return { messages, runs, book, lists, nested: nestingOf(runs), speakers, looks: 0, countedAt };
}

/** Characters and pairs of them weigh in through so many shared places: they generalise and list no words. */
const characterBuckets = 2048;
/** The same for the first and the last word of a run. */
const wordBuckets = 2048;

const log = (count: number) => Math.log2(count) * 1.5;

const always = evidenceId('always');
const inDay = {
  count: numbered('count', 8),
  messages: numbered('messages', 8),
  people: numbered('people', 5),
  nested: numbered('nested', 5),
  quoted: numbered('quoted', 3),
  listed: numbered('listed', 3),
  explained: numbered('explained', 3),
  opens: numbered('opens', 3),
  closes: numbered('closes', 3),
};

/** In how many messages a run occurs, and of how many people. */
function spreadOf(run: number, scene: RunScene): { numbers: number; people: number } {
  const { runs, speakers, countedAt } = scene;
  const look = ++scene.looks;
  let [numbers, people, last] = [0, 0, -1];
  for (let place = runs.firstPlaces[run]!; place >= 0; place = runs.nextPlace[place]!) {
    const message = runs.parts.messageOf[runs.from[place]!]!;
    if (message === last) continue;
    numbers++;
    last = message;
    const speaker = speakers[message]!;
    if (countedAt[speaker] === look) continue;
    countedAt[speaker] = look;
    people++;
  }
  return { numbers, people };
}

/** What the day itself shows: how often, by whom, alone or inside something longer, named or explained. */
function inTheDay(run: number, scene: RunScene, into: EvidenceList): void {
  const { messages, runs, nested } = scene;
  const count = runs.counts[run]!;
  const { numbers, people } = spreadOf(run, scene);
  const { quoted, listed, explained, opens, closes } = around(messages, runs, run);
  into.add(inDay.count(log(count)));
  into.add(inDay.messages(log(numbers)));
  into.add(inDay.people(log(people)));
  into.add(inDay.nested((5 * nested[run]!) / count));
  into.add(inDay.quoted((3 * quoted) / count));
  into.add(inDay.listed((3 * listed) / count));
  into.add(inDay.explained((3 * explained) / count));
  into.add(inDay.opens((3 * opens) / count));
  into.add(inDay.closes((3 * closes) / count));
}

/** How many kinds of runs that occur once there are. */
export const onceKinds = 64;

/** The kind of a run that occurs once: the day shows the same of all of a kind. */
export function onceInDay(run: number, { messages, runs, nested }: RunScene): number {
  const { quoted, listed, explained, opens, closes } = around(messages, runs, run);
  return quoted | (listed << 1) | (explained << 2) | (opens << 3) | (closes << 4) | (nested[run]! << 5);
}

const inForm = {
  parts: numbered('parts', 5),
  length: numbered('length', 10),
  first: worded('first'),
  last: worded('last'),
  ends: lettered('ends'),
  single: numbered('single', 5),
  firstSingle: truths('firstSingle'),
  lastSingle: truths('lastSingle'),
  stop: numbered('stop', 5),
  notTerm: evidenceId('notTerm'),
  notTermPart: evidenceId('notTermPart'),
  finance: numbered('finance', 5),
  financeEnds: [
    ['falsefalse', 'falsetrue'],
    ['truefalse', 'truetrue'],
  ].map((row) => row.map((ends) => evidenceId(`financeEnds:${ends}`))),
};

/** How it is built: length, parts of speech at its ends, Latin shape, finance morphemes, characters. */
function inItself(run: number, scene: RunScene, into: EvidenceList): void {
  const { runs, book, messages, lists } = scene;
  const { words, stops } = runs.parts;
  const place = runs.firstPlaces[run]!;
  const [from, to] = [runs.from[place]!, runs.to[place]!];
  const [first, last] = [words[from]!, words[to - 1]!];
  const parts = to - from;
  const isRun = parts > 1;
  const [message, start, end] = [runs.messageOf(run), runs.startOf(run), runs.endOf(run)];
  const text = runs.parts.folded[message]!;
  let [single, stop, latin, notTerms] = [0, 0, 0, 0];
  for (let at = from; at < to; at++) {
    const word = words[at]!;
    if (word.folded.length === 1 && !word.isLatin) single++;
    if (stops[at]) stop++;
    if (word.isLatin) latin++;
    if (word.isNotTerm) notTerms++;
  }
  into.add(inForm.parts(parts));
  into.add(inForm.length(end - start));
  into.add(inForm.first(first.tag));
  into.add(inForm.last(last.tag));
  if (isRun) into.add(inForm.ends(first.tag.charCodeAt(0), last.tag.charCodeAt(0)));
  into.add(inForm.single(single));
  into.add(inForm.firstSingle(first.folded.length === 1, isRun));
  into.add(inForm.lastSingle(last.folded.length === 1, isRun));
  into.add(inForm.stop(stop));
  if (isRun ? lists[run]! & listBits.notTerms : notTerms > 0) into.add(inForm.notTerm);
  if (isRun && notTerms > 0) into.add(inForm.notTermPart);
  if (latin) latinShape(messages[message]!.text.slice(start, end), latin === parts, into);
  if (latin < parts) {
    into.add(inForm.finance((5 * financial(text, start, end, book.morphemes)) / (end - start)));
    into.add(inForm.financeEnds[Number(first.isMorpheme)]![Number(last.isMorpheme)]!);
  }
  characters(text, start, end, into);
  if (isRun) {
    into.add(modifier[first.hash % wordBuckets]!);
    into.add(head[last.hash % wordBuckets]!);
  }
}

/** Longest finance morpheme that counts, in characters. */
const longestMorpheme = 4;

/** How many characters of a stretch of text are of finance morphemes, from left to right, each as long as can be. */
function financial(text: string, start: number, end: number, morphemes: Automaton): number {
  let covered = 0;
  for (let at = start; at < end; ) {
    const fitting = (1 << Math.min(longestMorpheme, end - at)) - 1;
    const lengths = morphemes.lengthsAt(text, at) & fitting;
    const length = 32 - Math.clz32(lengths);
    covered += length;
    at += length || 1;
  }
  return covered;
}

const ofLatin = {
  latin: evidenceId('latin'),
  mixed: evidenceId('mixed'),
  shape: wordedTruth('shape'),
  letters: wordedTruth('letters'),
};

function latinShape(surface: string, all: boolean, into: EvidenceList): void {
  const letters = surface.replace(/[^\x21-\x7e]/g, '');
  const shape = /^[A-Z][A-Z0-9]+$/.test(letters)
    ? 'capitals'
    : /^[a-z]+$/.test(letters)
      ? 'small'
      : /^(?:[A-Z][a-z]+){2,}$/.test(letters)
        ? 'camel'
        : /^[A-Z][a-z]+$/.test(letters)
          ? 'capital'
          : /\d/.test(letters)
            ? 'digits'
            : 'other';
  into.add(all ? ofLatin.latin : ofLatin.mixed);
  into.add(ofLatin.shape(shape, all));
  into.add(ofLatin.letters(String(Math.min(letters.length, 8)), all));
}

const inLists = {
  trade: evidenceId('inTrade'),
  compounds: evidenceId('inCompounds'),
  modifier: numbered('modifierListed', 10),
  head: numbered('headListed', 10),
  both: paired('bothListed', 5),
  wordModifier: numbered('wordModifierListed', 10),
  wordHead: numbered('wordHeadListed', 10),
};
const fifth = (logarithm: number) => Math.min(4, Math.floor(logarithm / 2));

/** Whether lists of runs of words have it, and how many begin with its first word and end with its last. */
function listedness(run: number, { runs, lists }: RunScene, into: EvidenceList): void {
  const { words } = runs.parts;
  const place = runs.firstPlaces[run]!;
  const { asModifier } = words[runs.from[place]!]!;
  const { asHead } = words[runs.to[place]! - 1]!;
  if (runs.to[place]! - runs.from[place]! > 1) {
    into.add(inLists.modifier(asModifier));
    into.add(inLists.head(asHead));
    into.add(inLists.both(fifth(asModifier), fifth(asHead)));
  } else {
    into.add(inLists.wordModifier(asModifier));
    into.add(inLists.wordHead(asHead));
  }
  if (lists[run]! & listBits.trade) into.add(inLists.trade);
  if (lists[run]! & listBits.compounds) into.add(inLists.compounds);
}

const bucket = indexed('characters', characterBuckets);
const modifier = indexed('modifier', wordBuckets);
const head = indexed('head', wordBuckets);
const [opening, closing] = ['^'.charCodeAt(0), '$'.charCodeAt(0)];
const openingHash = hashUnit(hashStart, opening);

/** Its characters and their pairs, and three at each end; its bounds count as characters. */
function characters(text: string, start: number, end: number, into: EvidenceList): void {
  const unit = (at: number) => text.charCodeAt(at);
  const tell = (hash: number) => into.add(bucket[hash % characterBuckets]!);
  for (let at = start; at < end; at++) tell(hashUnit(hashStart, unit(at)));
  const opened = hashUnit(openingHash, unit(start));
  tell(opened);
  for (let at = start; at + 2 <= end; at++) tell(hashUnit(hashUnit(hashStart, unit(at)), unit(at + 1)));
  const last = hashUnit(hashStart, unit(end - 1));
  tell(hashUnit(last, closing));
  tell(hashUnit(opened, unit(start + 1)));
  tell(hashUnit(hashUnit(hashUnit(hashStart, unit(end - 2)), unit(end - 1)), closing));
}

/** A packed figure in four steps. */
const quarters = (name: keyof PhraseFigures) => {
  const shift = 4 * phraseFigures.indexOf(name) + 2;
  return (packed: number) => (packed >>> shift) & 3;
};
const [company, oddity, freedom, nesting] = [
  quarters('company'),
  quarters('oddity'),
  quarters('freedom'),
  quarters('nesting'),
];

/** Evidence by figure: of eight steps, but for the burst, which is told in four. */
const figures = (kind: string) => ({
  unseen: evidenceId(`unseen:${kind}`),
  each: phraseFigures.map((name, k) => ({
    shift: 4 * k,
    step: name === 'burst' ? 2 : 1,
    id: indexed(`${kind}.${name}`, 8),
  })),
  companyOddity: paired(`${kind}.companyOddity`, 4),
  freedomNesting: paired(`${kind}.freedomNesting`, 4),
});
const ofWord = figures('word');
const ofRun = figures('run');
const inRun = {
  leastCompany: numbered('leastCompany', 7),
  mostCompany: numbered('mostCompany', 7),
  firstCompany: numbered('firstCompany', 7),
  lastCompany: numbered('lastCompany', 7),
  leastOddity: numbered('leastOddity', 7),
  firstOddity: numbered('firstOddity', 7),
  lastOddity: numbered('lastOddity', 7),
};

/** What many days of talk show of it. */
function overDays(place: number, { statistics }: WordBook, isRun: boolean, into: EvidenceList): void {
  const kind = isRun ? ofRun : ofWord;
  if (place < 0) {
    into.add(kind.unseen);
    return;
  }
  const whole = statistics.packedAt(place);
  for (const { shift, step, id } of kind.each) into.add(id[((whole >>> shift) & 15) >> step]!);
  into.add(kind.companyOddity(company(whole), oddity(whole)));
  into.add(kind.freedomNesting(freedom(whole), nesting(whole)));
}

/** What many days of talk show of the words that it is made of. */
function ofItsWords(run: number, { runs }: RunScene, into: EvidenceList): void {
  const { words } = runs.parts;
  const place = runs.firstPlaces[run]!;
  const [from, to] = [runs.from[place]!, runs.to[place]!];
  const [first, last] = [words[from]!, words[to - 1]!];
  let [leastCompany, mostCompany, leastOddity] = [first.company, first.company, first.oddity];
  for (let at = from + 1; at < to; at++) {
    const { company, oddity } = words[at]!;
    if (company < leastCompany) leastCompany = company;
    if (company > mostCompany) mostCompany = company;
    if (oddity < leastOddity) leastOddity = oddity;
  }
  into.add(inRun.leastCompany(leastCompany / 2));
  into.add(inRun.mostCompany(mostCompany / 2));
  into.add(inRun.firstCompany(first.company / 2));
  into.add(inRun.lastCompany(last.company / 2));
  into.add(inRun.leastOddity(leastOddity / 2));
  into.add(inRun.firstOddity(first.oddity / 2));
  into.add(inRun.lastOddity(last.oddity / 2));
}

/** What the day shows of a run. */
export function dayEvidence(run: number, scene: RunScene, into: EvidenceList): void {
  into.add(always);
  inTheDay(run, scene, into);
}

/** What its form shows of a run, whatever day it stands in: of the same words, the same. */
export function formEvidence(run: number, scene: RunScene, into: EvidenceList): void {
  const { runs, book } = scene;
  const place = runs.firstPlaces[run]!;
  const isRun = runs.to[place]! - runs.from[place]! > 1;
  inItself(run, scene, into);
  listedness(run, scene, into);
  overDays(book.statistics.find(runs.hashes[run]!), book, isRun, into);
  if (isRun) ofItsWords(run, scene, into);
}

/** Everything known of a run, each as a piece of evidence that holds; the list is filled anew. */
export function evidenceOf(run: number, scene: RunScene, into: EvidenceList): void {
  into.clear();
  dayEvidence(run, scene, into);
  formEvidence(run, scene, into);
}

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
import { ofItsWords, overDays } from './figure-evidence.js';
import { listBits } from './listed-runs.js';
import type { RunScene } from './run-scene.js';
import { hashStart, hashUnit } from './statistics.js';

/** Characters and pairs of them weigh in through so many shared places: they generalise and list no words. */
const characterBuckets = 2048;
/** The same for the first and the last word of a run. */
const wordBuckets = 2048;

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

import type { Message } from '../read/index.js';
import type { Candidate, Word } from './candidates.js';
import { type EvidenceId, evidenceId, numbered, paired, truths, worded } from './evidence.js';
import { hashFrom, hashStart, hashUnit, type PhraseStatistics, phraseFigures } from './statistics.js';
import { around } from './surroundings.js';
import type { DiscoveryWords, WordFacts } from './word-facts.js';

/** What candidates of a day are judged by, besides themselves. */
export interface CandidateScene {
  messages: readonly Message[];
  words: DiscoveryWords;
  statistics: PhraseStatistics;
  /** What is known of each word of the day. */
  factsOf(word: Word): WordFacts;
  /** In how many of its places a longer recurring candidate holds each candidate. */
  nested: ReadonlyMap<Candidate, number>;
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

/** What the day itself shows: how often, by whom, alone or inside something longer, named or explained. */
function inTheDay(candidate: Candidate, { messages, nested }: CandidateScene, into: EvidenceId[]): void {
  const { places } = candidate;
  const numbers = new Set(places.map((p) => p.message));
  const speakers = new Set(places.map((p) => messages[p.message]!.speaker));
  const share = (part: number) => (3 * part) / places.length;
  const found = around(messages, places);
  into.push(
    inDay.count(log(places.length)),
    inDay.messages(log(numbers.size)),
    inDay.people(log(speakers.size)),
    inDay.nested((5 * (nested.get(candidate) ?? 0)) / places.length),
    inDay.quoted(share(found.quoted)),
    inDay.listed(share(found.listed)),
    inDay.explained(share(found.explained)),
    inDay.opens(share(found.opens)),
    inDay.closes(share(found.closes)),
  );
}

const inForm = {
  parts: numbered('parts', 5),
  length: numbered('length', 10),
  first: worded('first'),
  last: worded('last'),
  ends: worded('ends'),
  single: numbered('single', 5),
  firstSingle: truths('firstSingle'),
  lastSingle: truths('lastSingle'),
  stop: numbered('stop', 5),
  notTerm: evidenceId('notTerm'),
  notTermPart: evidenceId('notTermPart'),
  finance: numbered('finance', 5),
  financeEnds: worded('financeEnds'),
};

/** How it is built: length, parts of speech at its ends, Latin shape, finance morphemes, characters. */
function inItself(candidate: Candidate, scene: CandidateScene, into: EvidenceId[]): void {
  const { folded, words } = candidate;
  const [first, last] = [words[0]!, words.at(-1)!];
  const isRun = words.length > 1;
  const facts = words.map(scene.factsOf);
  const count = (is: (fact: WordFacts) => boolean) => facts.reduce((sum, fact) => sum + Number(is(fact)), 0);
  const latin = words.reduce((sum, { tag }) => sum + Number(tag === 'eng'), 0);
  into.push(
    inForm.parts(words.length),
    inForm.length(folded.length),
    inForm.first(first.tag),
    inForm.last(last.tag),
  );
  if (isRun) into.push(inForm.ends(first.tag[0]! + last.tag[0]!));
  into.push(
    inForm.single(words.reduce((sum, w) => sum + Number(w.folded.length === 1 && w.tag !== 'eng'), 0)),
    inForm.firstSingle(first.folded.length === 1, isRun),
    inForm.lastSingle(last.folded.length === 1, isRun),
    inForm.stop(count((fact) => fact.isStop)),
  );
  if (isRun ? scene.words.notTerms.has(folded) : facts[0]!.isNotTerm) into.push(inForm.notTerm);
  if (isRun && facts.some((fact) => fact.isNotTerm)) into.push(inForm.notTermPart);
  if (latin) latinShape(candidate.surface, latin === words.length, into);
  if (latin < words.length) {
    const ends = `${facts[0]!.isMorpheme}${facts.at(-1)!.isMorpheme}`;
    into.push(inForm.finance(5 * financial(folded, scene.words.morphemes)), inForm.financeEnds(ends));
  }
  characters(folded, into);
  if (isRun) into.push(modifier(facts[0]!.hash % wordBuckets), head(facts.at(-1)!.hash % wordBuckets));
}

/** How much of a word is made of finance morphemes, 0 to 1. */
function financial(word: string, morphemes: ReadonlySet<string>): number {
  let covered = 0;
  for (let at = 0; at < word.length; ) {
    let length = Math.min(4, word.length - at);
    while (length > 0 && !morphemes.has(word.slice(at, at + length))) length--;
    covered += length;
    at += length || 1;
  }
  return covered / word.length;
}

const ofLatin = {
  latin: evidenceId('latin'),
  mixed: evidenceId('mixed'),
  shape: worded('shape'),
  letters: worded('letters'),
};

function latinShape(surface: string, all: boolean, into: EvidenceId[]): void {
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
  into.push(
    all ? ofLatin.latin : ofLatin.mixed,
    ofLatin.shape(`${shape}:${all}`),
    ofLatin.letters(`${Math.min(letters.length, 8)}:${all}`),
  );
}

const bucket = numbered('characters', characterBuckets - 1);
const modifier = numbered('modifier', wordBuckets - 1);
const head = numbered('head', wordBuckets - 1);
const [opening, closing] = ['^'.charCodeAt(0), '$'.charCodeAt(0)];

/** Its characters and their pairs, and three at each end; its bounds count as characters. */
function characters(folded: string, into: EvidenceId[]): void {
  const tell = (hash: number) => into.push(bucket(hash % characterBuckets));
  const { length } = folded;
  const open = hashUnit(hashStart, opening);
  for (let at = 0; at < length; at++) tell(hashFrom(hashStart, folded, at, at + 1));
  tell(hashFrom(open, folded, 0, 1));
  for (let at = 0; at + 2 <= length; at++) tell(hashFrom(hashStart, folded, at, at + 2));
  tell(hashUnit(hashFrom(hashStart, folded, length - 1, length), closing));
  tell(hashFrom(open, folded, 0, 2));
  tell(hashUnit(hashFrom(hashStart, folded, length - 2, length), closing));
}

/** Evidence by figure: of eight steps, but for the burst, which is told in four. */
const figures = (kind: string) => ({
  unseen: evidenceId(`unseen:${kind}`),
  each: phraseFigures.map((name) => ({
    name,
    shift: name === 'burst' ? 2 : 1,
    id: numbered(`${kind}.${name}`, 7),
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
/** What a word counts as that was hardly seen. */
const unseen = { company: 7, oddity: 9 };

/** What many days of talk show of it, and of the words that it is made of. */
function overDays({ hash, words }: Candidate, scene: CandidateScene, into: EvidenceId[]): void {
  const { statistics } = scene;
  const kind = words.length > 1 ? ofRun : ofWord;
  const place = statistics.find(hash);
  if (place < 0) into.push(kind.unseen);
  else {
    const whole = statistics.at(place);
    for (const { name, shift, id } of kind.each) into.push(id(whole[name] >> shift));
    into.push(
      kind.companyOddity(whole.company >> 2, whole.oddity >> 2),
      kind.freedomNesting(whole.freedom >> 2, whole.nesting >> 2),
    );
  }
  if (words.length === 1) return;
  const own = words.map((word) => scene.factsOf(word).figures ?? unseen);
  const company = own.map((f) => f.company);
  const oddity = own.map((f) => f.oddity);
  into.push(
    inRun.leastCompany(Math.min(...company) / 2),
    inRun.mostCompany(Math.max(...company) / 2),
    inRun.firstCompany(company[0]! / 2),
    inRun.lastCompany(company.at(-1)! / 2),
    inRun.leastOddity(Math.min(...oddity) / 2),
    inRun.firstOddity(oddity[0]! / 2),
    inRun.lastOddity(oddity.at(-1)! / 2),
  );
}

/** Everything known of a candidate, each as a piece of evidence that holds. */
export function evidenceOf(candidate: Candidate, scene: CandidateScene): EvidenceId[] {
  const evidence = [always];
  inTheDay(candidate, scene, evidence);
  inItself(candidate, scene, evidence);
  overDays(candidate, scene, evidence);
  return evidence;
}

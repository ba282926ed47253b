import type { Message } from '../read/index.js';
import type { Candidate, Part } from './candidates.js';
import { hashOf, type PhraseFigures, type PhraseStatistics, phraseFigures } from './statistics.js';

/** Word lists that discovery looks into; all folded. */
export interface DiscoveryWords {
  stopwords: ReadonlySet<string>;
  morphemes: ReadonlySet<string>;
  notTerms: ReadonlySet<string>;
}

/** What candidates of a day are judged by, besides themselves. */
export interface CandidateScene {
  messages: readonly Message[];
  words: DiscoveryWords;
  statistics: PhraseStatistics;
  /** For each candidate, by folded form: in how many of its places a longer recurring candidate holds it. */
  nested: ReadonlyMap<string, number>;
}

/** Characters and pairs of them weigh in through so many shared places: they generalise and list no words. */
const characterBuckets = 2048;

const bin = (name: string, value: number, most: number) =>
  `${name}:${Math.max(0, Math.min(most, Math.round(value)))}`;
const log = (count: number) => Math.log2(count) * 1.5;

/** How much of a word is made of finance morphemes, 0 to 1. */
function financial(word: string, morphemes: ReadonlySet<string>): number {
  let covered = 0;
  for (let at = 0; at < word.length; ) {
    const length =
      [4, 3, 2, 1].find((k) => at + k <= word.length && morphemes.has(word.slice(at, at + k))) ?? 0;
    covered += length;
    at += length || 1;
  }
  return covered / word.length;
}

/** What the day itself shows: how often, by whom, alone or inside something longer, named or explained. */
function* inTheDay({ folded, places }: Candidate, { messages, nested }: CandidateScene): Generator<string> {
  const speakers = new Set(places.map((p) => messages[p.message]!.speaker)).size;
  const numbers = new Set(places.map((p) => p.message)).size;
  yield bin('count', log(places.length), 8);
  yield bin('messages', log(numbers), 8);
  yield bin('people', log(speakers), 5);
  yield bin('nested', (5 * (nested.get(folded) ?? 0)) / places.length, 5);
  const around = places.map(({ message, start, end }) => {
    const { text } = messages[message]!;
    return [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 3)] as const;
  });
  const share = (holds: (before: string, after: string) => boolean) =>
    (3 * around.filter(([before, after]) => holds(before, after)).length) / places.length;
  yield bin(
    'quoted',
    share((b, a) => /["“「《【]$/.test(b) && /^["”」》】]/.test(a)),
    3,
  );
  yield bin(
    'listed',
    share((b, a) => /[、/]$/.test(b) || /^[、/]/.test(a)),
    3,
  );
  yield bin(
    'explained',
    share((b, a) => /[叫谓]$/.test(b) || /^(?:[就也]?是|指|[（(:：=])/.test(a)),
    3,
  );
  yield bin(
    'opens',
    share((b) => b === '' || /[，。,\s]$/.test(b)),
    3,
  );
  yield bin(
    'closes',
    share((_, a) => a === '' || /^[，。,？?\s]/.test(a)),
    3,
  );
}

/** How it is built: length, parts of speech at its ends, Latin shape, finance morphemes, characters. */
function* inItself({ folded, parts, places }: Candidate, words: DiscoveryWords): Generator<string> {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  yield `parts:${parts.length}`;
  yield bin('length', folded.length, 10);
  yield `first:${first.tag}`;
  yield `last:${last.tag}`;
  if (parts.length > 1) yield `ends:${first.tag[0]}${last.tag[0]}`;
  yield `single:${parts.filter((p) => p.folded.length === 1 && p.tag !== 'eng').length}`;
  yield `firstSingle:${first.folded.length === 1}:${parts.length > 1}`;
  yield `lastSingle:${last.folded.length === 1}:${parts.length > 1}`;
  yield `stop:${parts.filter((p) => words.stopwords.has(p.folded)).length}`;
  if (words.notTerms.has(folded)) yield `notTerm`;
  if (parts.some((p) => words.notTerms.has(p.folded)) && parts.length > 1) yield `notTermPart`;
  const latin = parts.filter((p) => p.tag === 'eng').length;
  if (latin) yield* latinShape(places[0]!.surface, latin === parts.length);
  if (latin < parts.length) {
    yield bin('finance', 5 * financial(folded, words.morphemes), 5);
    yield `financeEnds:${words.morphemes.has(first.folded)}${words.morphemes.has(last.folded)}`;
  }
  yield* characters(folded);
}

function* latinShape(surface: string, all: boolean): Generator<string> {
  yield all ? 'latin' : 'mixed';
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
  yield `shape:${shape}:${all}`;
  yield `letters:${Math.min(letters.length, 8)}:${all}`;
}

function* characters(folded: string): Generator<string> {
  const bounded = `^${folded}$`;
  for (let length = 1; length <= 3; length++)
    for (let at = length === 1 ? 1 : 0; at + length <= bounded.length - (length === 1 ? 1 : 0); at++)
      if (length < 3 || at === 0 || at + length === bounded.length)
        yield `characters:${hashOf(bounded.slice(at, at + length)) % characterBuckets}`;
}

function figuresOf(part: Part, statistics: PhraseStatistics): PhraseFigures | null {
  return part.tag === 'term' ? null : statistics.of(part.folded);
}

/** What many days of talk show of it, and of the words that it is made of. */
function* overDays({ folded, parts }: Candidate, { statistics }: CandidateScene): Generator<string> {
  const kind = parts.length > 1 ? 'run' : 'word';
  const figures = statistics.of(folded);
  if (!figures) yield `unseen:${kind}`;
  else {
    for (const name of phraseFigures) yield `${kind}.${name}:${figures[name] >> (name === 'burst' ? 2 : 1)}`;
    yield `${kind}.companyOddity:${figures.company >> 2}:${figures.oddity >> 2}`;
    yield `${kind}.freedomNesting:${figures.freedom >> 2}:${figures.nesting >> 2}`;
  }
  if (parts.length === 1) return;
  const own = parts.map((p) => figuresOf(p, statistics));
  const company = own.map((f) => f?.company ?? 7);
  const oddity = own.map((f) => f?.oddity ?? 9);
  yield bin('leastCompany', Math.min(...company) / 2, 7);
  yield bin('mostCompany', Math.max(...company) / 2, 7);
  yield bin('firstCompany', company[0]! / 2, 7);
  yield bin('lastCompany', company.at(-1)! / 2, 7);
  yield bin('leastOddity', Math.min(...oddity) / 2, 7);
  yield bin('firstOddity', oddity[0]! / 2, 7);
  yield bin('lastOddity', oddity.at(-1)! / 2, 7);
}

/** A run that nobody said on other days and that holds a stop word is no term, with hardly an exception: most runs. */
export const worthJudging = (
  { folded, parts }: Candidate,
  words: DiscoveryWords,
  statistics: PhraseStatistics,
) =>
  parts.length === 1 || !parts.some((p) => words.stopwords.has(p.folded)) || statistics.of(folded) !== null;

/** Everything known of a candidate, each as a named piece of evidence that holds. */
export function* evidenceOf(candidate: Candidate, scene: CandidateScene): Generator<string> {
  yield 'always';
  yield* inTheDay(candidate, scene);
  yield* inItself(candidate, scene.words);
  yield* overDays(candidate, scene);
}

/** In how many of its places each candidate stands inside a longer one that occurs as often as twice. */
export function nestingOf(candidates: readonly Candidate[]): Map<string, number> {
  const byMessage = new Map<number, { from: number; to: number; folded: string; often: boolean }[]>();
  for (const { folded, places } of candidates)
    for (const { message, from, to } of places) {
      const list = byMessage.get(message) ?? [];
      list.push({ from, to, folded, often: places.length > 1 });
      byMessage.set(message, list);
    }
  const nested = new Map<string, number>();
  for (const list of byMessage.values()) {
    const long = list.filter((l) => l.often && l.to - l.from > 1);
    for (const a of list)
      if (long.some((b) => b.from <= a.from && b.to >= a.to && b.to - b.from > a.to - a.from))
        nested.set(a.folded, (nested.get(a.folded) ?? 0) + 1);
  }
  return nested;
}

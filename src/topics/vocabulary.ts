import { ascending, rollup } from 'd3-array';
import type { DaySlice } from '../corpus/index.js';
import type { Material } from './passages.js';
import { type Sparse, sparseOf } from './sparse.js';

/** A word that topics are told by, with its weight. */
export interface TopicWord {
  word: string;
  form: string;
  /** A term of the trade. */
  term: boolean;
  /** Its weight: inverse passage frequency, more for a term. */
  weight: number;
}

/**
 * A glossary term says more than a discovered one, and that more than a word. An organisation is named in talk of anything:
 * weighed like a term it would hold together what does not belong together.
 */
const weights = { known: 1.6, discovered: 1.2, organisation: 1.2, word: 1 };
/** A word in more of the threads than this tells none from another. */
const mostThreads = 0.3;
/** Of few threads it may be in more: half of them can be on one thing. */
const ofFew = { share: 0.6, threads: 30 };
/**
 * How much rarer a plain word is than if it were scattered over the threads by chance, in bits (residual IDF, Church &
 * Gale 1995): words of talk itself come out near 0 whatever list of stop words one has.
 */
const leastResidual = 0.35;
/** A word that only so many speakers have in their names is a name. */
const mostBearers = 2;

/** A doubled character (圆圆) is what somebody is called by, or a word of talk. */
const doubled = /^(\p{Script=Han})\1$/u;
/** A plain word in more of the speakers' names than this is a place or a trade: who people are, not what they talk of. */
const ofNameCards = 0.01;

/** Fewest threads that a plain word must stand in; a term half as many. */
const fewestThreads = (threads: number): number => Math.min(8, Math.max(2, Math.round(threads / 300)));

const han = /[\u4e00-\u9fff]+/g;

const speakersOf = (days: readonly DaySlice[]) => new Set(days.flatMap((day) => day.words.speakers));

/** Pieces of speakers' names, of two to four characters, by how many names have them. */
function piecesOfNames(speakers: ReadonlySet<string>): Map<string, number> {
  const bearers = new Map<string, number>();
  for (const name of speakers) {
    const pieces = new Set<string>();
    for (const run of name.match(han) ?? [])
      for (let i = 0; i < run.length; i++)
        for (let to = i + 2; to <= Math.min(run.length, i + 4); to++) pieces.add(run.slice(i, to));
    for (const piece of pieces) bearers.set(piece, (bearers.get(piece) ?? 0) + 1);
  }
  return bearers;
}

/** What many speakers have in their names (名片): places and trades. */
export function nameCardWords(days: readonly DaySlice[]): Set<string> {
  const speakers = speakersOf(days);
  const least = Math.max(mostBearers + 1, ofNameCards * speakers.size);
  return new Set([...piecesOfNames(speakers)].flatMap(([piece, count]) => (count >= least ? [piece] : [])));
}

/** What is known of a word: how often it stands where. */
interface Use {
  count: number;
  passages: number;
  threads: number;
  lastThread: number;
}

function usesOf({ passages }: Material): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const { thread, words } of passages)
    for (const [word, count] of words) {
      const use = uses.get(word) ?? { count: 0, passages: 0, threads: 0, lastThread: -1 };
      use.count += count;
      use.passages++;
      if (use.lastThread !== thread) use.threads++;
      use.lastThread = thread;
      uses.set(word, use);
    }
  return uses;
}

/** Gives the residual IDF of a word over threads, given how long each is. */
function residualOf({ threads, passages }: Material): (use: Use) => number {
  const lengths = new Float64Array(threads.length);
  for (const { thread, words } of passages) for (const count of words.values()) lengths[thread]! += count;
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const byLength = rollup(
    lengths,
    (same) => same.length,
    (length) => length,
  );
  return (use) => {
    let expected = 0;
    for (const [length, count] of byLength) expected += count * (1 - Math.exp((-use.count / total) * length));
    return Math.log2(expected / use.threads);
  };
}

function weightOf(of: string | null, known: boolean): number {
  if (of === null) return weights.word;
  if (of === 'org') return weights.organisation;
  return known ? weights.known : weights.discovered;
}

/** The words that topics are told by (话题用词), sorted. */
export function vocabularyOf(days: readonly DaySlice[], material: Material): TopicWord[] {
  const bearers = piecesOfNames(speakersOf(days));
  const uses = usesOf(material);
  const residual = residualOf(material);
  const fewest = fewestThreads(material.threads.length);
  const about = new Map<string, { form: string; weight: number }>();
  for (const day of days)
    for (const { word, form, class: of, known } of day.words.words) {
      const weight = weightOf(of, known);
      if (weight > (about.get(word)?.weight ?? 0)) about.set(word, { form, weight });
    }
  const isName = (word: string) =>
    doubled.test(word) || (bearers.get(word) ?? mostBearers + 1) <= mostBearers;
  const all = material.threads.length;
  const most = Math.max(mostThreads * all, Math.min(ofFew.share * all, ofFew.threads));
  return [...uses]
    .filter(([word, use]) => {
      if (use.threads > most) return false;
      if (about.get(word)!.weight > weights.word) return use.threads >= Math.max(2, fewest / 2);
      return use.threads >= fewest && !isName(word) && residual(use) >= leastResidual;
    })
    .map(([word, use]) => {
      const { form, weight } = about.get(word)!;
      const rarity = Math.log(1 + material.passages.length / use.passages);
      return { word, form, term: weight > weights.word, weight: Math.round(weight * rarity * 1000) / 1000 };
    })
    .sort((a, b) => ascending(a.word, b.word));
}

/** Passages × words: damped counts times weights, every row of length 1 (tf–idf). */
export function matrixOf({ passages }: Material, vocabulary: readonly TopicWord[]): Sparse {
  const places = new Map(vocabulary.map(({ word }, i) => [word, i]));
  const rows = passages.map(({ words }) => {
    const row = [...words].flatMap(([word, count]): [number, number][] => {
      const place = places.get(word);
      return place === undefined ? [] : [[place, (1 + Math.log(count)) * vocabulary[place]!.weight]];
    });
    const length = Math.hypot(...row.map(([, value]) => value)) || 1;
    return row.sort((a, b) => a[0] - b[0]).map(([place, value]): [number, number] => [place, value / length]);
  });
  return sparseOf(rows, vocabulary.length);
}

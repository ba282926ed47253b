import { ascending } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import type { Names } from '../privacy/index.js';
import { fold } from '../text/index.js';

/** Files of the index: a word stands in the one that the code of its first character leads to. */
export const shards = 64;

const sought: ReadonlySet<string> = new Set([
  'word',
  'term',
  'latin',
  'standard',
  'cycle',
  'document',
  'number',
  'amount',
  'rate',
  'date',
]);

const longestCut = 10;

/**
 * A word and the words that might be looked for in it: all parts of two characters or more of a Chinese one, and each of
 * those that spaces part, as a space parts what is typed (apple pay).
 */
function partsOf(word: string): string[] {
  if (/\s/.test(word)) return [word, ...word.split(/\s+/).filter(Boolean).flatMap(partsOf)];
  if (word.length < 3 || word.length > longestCut || !/\p{Script=Han}/u.test(word)) return [word];
  const parts: string[] = [];
  for (let from = 0; from < word.length - 1; from++)
    for (let to = from + 2; to <= word.length; to++) parts.push(word.slice(from, to));
  return parts;
}

/** A day as it is found: its place in the index is its place in `days`. */
export interface IndexedDay {
  group: string;
  date: string;
}

/** Where something stands: of each day its place in `days`, then numbers of its messages. */
type Postings = number[][];

function post(to: Map<string, Postings>, key: string, day: number, n: number): void {
  const list = to.get(key) ?? [];
  if (!list.length) to.set(key, list);
  if (list.at(-1)?.[0] !== day) list.push([day]);
  list.at(-1)!.push(n);
}

/**
 * Messages by the words in them and by who wrote them (全文索引), filled a day at a time. Words and names are folded, as
 * the page folds what is typed (`folding.ts`).
 */
export class SearchIndex {
  readonly days: IndexedDay[] = [];
  private readonly postings = new Map<string, Postings>();
  private readonly bySpeaker = new Map<string, Postings>();

  constructor(private readonly names: Names) {}

  /**
   * Takes in a day; later days are found first.
   * @throws where the analysis was made without `tokens`
   */
  add(analysis: DayAnalysis, stopwords: ReadonlySet<string>): void {
    const day = this.days.push({ group: analysis.group, date: analysis.date }) - 1;
    for (const m of analysis.messages) {
      if (m.duplicateOf !== null) continue;
      if (!m.tokens || !m.tokenTypes) throw new Error('an analysis without tokens cannot be searched');
      const words = new Set(
        m.tokens
          .filter((token, i) => sought.has(m.tokenTypes![i]!) && !stopwords.has(fold(token)))
          .flatMap((token) => partsOf(fold(token))),
      );
      for (const word of words) post(this.postings, word, day, m.n);
      if (m.speaker) post(this.bySpeaker, fold(this.names.show(m.speaker)), day, m.n);
    }
  }

  /** Who speaks, in order: the page seeks what is typed in these names. */
  get people(): string[] {
    return [...this.bySpeaker.keys()].sort();
  }

  /** The files of who wrote what, by their number: place in {@link people} → messages. */
  *peopleFiles(): Generator<[shard: number, people: Record<number, Postings>]> {
    const { people } = this;
    for (let shard = 0; shard < Math.min(shards, people.length); shard++) {
      const places = people.map((_, i) => i).filter((i) => i % shards === shard);
      yield [shard, Object.fromEntries(places.map((i) => [i, this.bySpeaker.get(people[i]!)!]))];
    }
  }

  /** The files of the index by their number, empty ones too: the page asks for the one that a word would stand in. */
  *files(): Generator<[shard: number, words: Record<string, Postings>]> {
    const parts = Array.from({ length: shards }, (): [string, Postings][] => []);
    for (const entry of this.postings) parts[entry[0].charCodeAt(0) % shards]!.push(entry);
    for (const [shard, entries] of parts.entries())
      yield [shard, Object.fromEntries(entries.sort(([a], [b]) => ascending(a, b)))];
  }
}

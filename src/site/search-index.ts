import type { DayAnalysis } from '../analysis/index.js';
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
]);

/** As the search page folds what is typed: half width, lower case. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

const longestCut = 10;

/** A word and, of a Chinese one, the words that might be looked for in it: all its parts of two characters or more. */
function partsOf(word: string): string[] {
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

/** Messages by the words in them (全文索引), filled a day at a time: word → day and numbers of its messages. */
export class SearchIndex {
  readonly days: IndexedDay[] = [];
  private readonly postings = new Map<string, number[][]>();

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
          .flatMap((token) => partsOf(folded(token))),
      );
      for (const word of words) {
        const list = this.postings.get(word) ?? [];
        if (!list.length) this.postings.set(word, list);
        if (list.at(-1)?.[0] !== day) list.push([day]);
        list.at(-1)!.push(m.n);
      }
    }
  }

  /** The files of the index by their number; words in them sorted. */
  *files(): Generator<[shard: number, words: Record<string, number[][]>]> {
    const parts = Array.from({ length: shards }, (): [string, number[][]][] => []);
    for (const entry of this.postings) parts[entry[0].charCodeAt(0) % shards]!.push(entry);
    for (const [shard, entries] of parts.entries())
      if (entries.length)
        yield [shard, Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))];
  }
}

import type { Word } from './candidates.js';
import { hashOf, type PhraseFigures, type PhraseStatistics } from './statistics.js';

/** Word lists that discovery looks into; all folded. */
export interface DiscoveryWords {
  stopwords: ReadonlySet<string>;
  morphemes: ReadonlySet<string>;
  notTerms: ReadonlySet<string>;
  /** Runs of words that the trade uses; they stay whole in the segmentation and say nothing else. */
  trade: ReadonlySet<string>;
}

/** What word lists and statistics know of a word. */
export interface WordFacts {
  hash: number;
  isStop: boolean;
  isNotTerm: boolean;
  isMorpheme: boolean;
  /** Null where many days say nothing of it. */
  figures: PhraseFigures | null;
}

/** Looks every word of a day up once. */
export function wordFacts(words: DiscoveryWords, statistics: PhraseStatistics): (word: Word) => WordFacts {
  const known = new Map<Word, WordFacts>();
  return (word) => {
    const facts = known.get(word);
    if (facts) return facts;
    const { folded, tag } = word;
    const hash = hashOf(folded);
    const place = tag === 'term' ? -1 : statistics.find(hash);
    const fresh = {
      hash,
      isStop: words.stopwords.has(folded),
      isNotTerm: words.notTerms.has(folded),
      isMorpheme: words.morphemes.has(folded),
      figures: place < 0 ? null : statistics.at(place),
    };
    known.set(word, fresh);
    return fresh;
  };
}

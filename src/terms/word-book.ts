import { Automaton, type Segmenter, type Token } from '../text/index.js';
import { hashOf, type PhraseStatistics } from './statistics.js';

/** Word lists that discovery looks into; all folded. */
export interface DiscoveryWords {
  stopwords: ReadonlySet<string>;
  morphemes: ReadonlySet<string>;
  notTerms: ReadonlySet<string>;
  /** Runs of words that the trade uses: the group may explain one, and they rather stay whole. */
  trade: ReadonlySet<string>;
  /** Runs of words that the trade could use: they rather stay whole, and that is all. */
  compounds: ReadonlySet<string>;
}

/** A word, with what its letters, word lists and many days of talk tell of it: the same wherever it stands. */
export interface Word {
  folded: string;
  /** Part of speech; `eng` for Latin and the like, `term` for a glossary term. */
  tag: string;
  hash: number;
  isLatin: boolean;
  isStop: boolean;
  isNotTerm: boolean;
  isMorpheme: boolean;
  /** Whether its part of speech is in no term by itself, as a particle is. */
  isFunctional: boolean;
  /** Figures of the phrase that it is, from 0 to 15. */
  company: number;
  oddity: number;
}

/** What a word counts as that was hardly seen. */
const unseen = { company: 7, oddity: 9 };

/** Parts of speech (jieba's) that are in no term by themselves: particles, pronouns, interjections, sounds. */
const functional = /^(?:u.?|r.?|y|e|o|zg)$/;

/** A book of so many words is begun anew: a year's talk has fewer, and a log of nonsense more. */
const mostWords = 200_000;

/** Forty thousand listed forms leave most of so many bits of a hash free. */
const listedBits = 19;
const listedMask = (1 << listedBits) - 1;

/** The tag of what needs no segmenter to tell it; undefined for tokens that are in no term, empty for Chinese words. */
const tagOf: Partial<Record<Token['type'], string>> = {
  word: '',
  latin: 'eng',
  standard: 'eng',
  cycle: 'eng',
  document: 'eng',
  term: 'term',
};

/** Looks every word up once, whatever day it stands in: all that it is made of never changes. */
export class WordBook {
  /** Finds the morphemes of finance in a text. */
  readonly morphemes: Automaton;
  /** By the last bits of a hash: whether a form of the lists that runs are looked for in has them. */
  private readonly listed = new Uint8Array(1 << listedBits);
  private size = 0;
  private readonly words = new Map<string, Map<string, Word>>();

  constructor(
    readonly segmenter: Segmenter,
    readonly lists: DiscoveryWords,
    readonly statistics: PhraseStatistics,
  ) {
    this.morphemes = new Automaton([...lists.morphemes].map((morpheme) => [morpheme, 0] as const));
    for (const list of [lists.notTerms, lists.trade, lists.compounds])
      for (const form of list) this.listed[hashOf(form) & listedMask] = 1;
  }

  /** Whether a form of this hash may be in a list that runs are looked for in: most are in none, and need no string. */
  mayBeListed(hash: number): boolean {
    return this.listed[hash & listedMask] === 1;
  }

  /** Whether a run of words is listed as one that the trade uses. */
  isListed(folded: string): boolean {
    return this.lists.trade.has(folded) || this.lists.compounds.has(folded);
  }

  /** The word that a token of a type is; null where it can be in no term. */
  word(folded: string, type: Token['type']): Word | null {
    const tag = tagOf[type];
    if (tag === undefined) return null;
    let known = this.words.get(tag);
    if (!known) {
      known = new Map();
      this.words.set(tag, known);
    }
    const word = known.get(folded);
    if (word) return word;
    if (++this.size > mostWords) {
      this.words.clear();
      this.size = 0;
    }
    const fresh = this.lookUp(folded, tag || this.segmenter.tag(folded));
    known.set(folded, fresh);
    return fresh;
  }

  private lookUp(folded: string, tag: string): Word {
    const { lists, statistics } = this;
    const hash = hashOf(folded);
    const place = tag === 'term' ? -1 : statistics.find(hash);
    return {
      folded,
      tag,
      hash,
      isLatin: tag === 'eng',
      isStop: lists.stopwords.has(folded),
      isNotTerm: lists.notTerms.has(folded),
      isMorpheme: lists.morphemes.has(folded),
      isFunctional: functional.test(tag),
      company: place < 0 ? unseen.company : statistics.figure(place, 'company'),
      oddity: place < 0 ? unseen.oddity : statistics.figure(place, 'oddity'),
    };
  }
}

const books = new WeakMap<DiscoveryWords, WordBook>();

/** The book of words for these lists, kept from day to day. */
export function wordBook(
  segmenter: Segmenter,
  lists: DiscoveryWords,
  statistics: PhraseStatistics,
): WordBook {
  const known = books.get(lists);
  if (known?.segmenter === segmenter && known.statistics === statistics) return known;
  const fresh = new WordBook(segmenter, lists, statistics);
  books.set(lists, fresh);
  return fresh;
}

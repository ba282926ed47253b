import { Automaton, type Segmenter, type Token } from '../text/index.js';
import { hashFrom, hashOf, hashStart, hashUnit, type PhraseStatistics } from './statistics.js';

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
  /** Whether it is in no term by itself, as a particle or a number is. */
  isFunctional: boolean;
  /** Figures of the phrase that it is, from 0 to 15. */
  company: number;
  oddity: number;
  /** In how many listed runs it stands first, and last: the logarithm of one more, to the base 2. */
  asModifier: number;
  asHead: number;
}

/** What a word counts as that was hardly seen. */
const unseen = { company: 7, oddity: 9 };

/** Parts of speech (jieba's) that are in no term by themselves: particles, pronouns, interjections, sounds. */
const functional = /^(?:u.?|r.?|y|e|o|zg)$/;

/** A book of so many words is begun anew: a year's talk has fewer, and a log of nonsense more. */
const mostWords = 200_000;

/** Seventy thousand listed forms leave most of so many bits of a hash free. */
const listedBits = 20;
const listedMask = (1 << listedBits) - 1;
/** Words of so many characters at most are counted where they begin and end listed runs. */
const longestEnd = 6;
/** Longer numbers are in no listed run. */
const shortNumber = /^\d{1,3}$/;

/** The tag of what needs no segmenter to tell it; undefined for tokens that are in no term, empty for Chinese words. */
const tagOf: Partial<Record<Token['type'], string>> = {
  word: '',
  latin: 'eng',
  standard: 'eng',
  cycle: 'eng',
  document: 'eng',
  term: 'term',
  number: 'm',
};

/** Looks every word up once, whatever day it stands in: all that it is made of never changes. */
export class WordBook {
  /** Finds the morphemes of finance in a text. */
  readonly morphemes: Automaton;
  /** By the last bits of a hash: whether a form of the lists that runs are looked for in has them. */
  private readonly listed = new Uint8Array(1 << listedBits);
  /** By the last bits of a hash: how many listed runs begin and end with what has them. */
  private readonly modifiers = new Uint16Array(1 << listedBits);
  private readonly heads = new Uint16Array(1 << listedBits);
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
    for (const list of [lists.trade, lists.compounds]) for (const form of list) this.countEnds(form);
  }

  private countEnds(form: string): void {
    let opening = hashStart;
    for (let length = 1; length <= Math.min(longestEnd, form.length - 1); length++) {
      opening = hashUnit(opening, form.charCodeAt(length - 1));
      this.modifiers[opening & listedMask]!++;
      this.heads[hashFrom(hashStart, form, form.length - length, form.length) & listedMask]!++;
    }
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
    if (tag === undefined || (type === 'number' && !shortNumber.test(folded))) return null;
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
    const fresh = this.lookUp(folded, type === 'number', tag || this.segmenter.tag(folded));
    known.set(folded, fresh);
    return fresh;
  }

  private lookUp(folded: string, isNumber: boolean, tag: string): Word {
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
      isFunctional: isNumber || functional.test(tag),
      company: place < 0 ? unseen.company : statistics.figure(place, 'company'),
      oddity: place < 0 ? unseen.oddity : statistics.figure(place, 'oddity'),
      asModifier: Math.log2(1 + this.modifiers[hash & listedMask]!),
      asHead: Math.log2(1 + this.heads[hash & listedMask]!),
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

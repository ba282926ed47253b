import { Automaton, type Segmenter, type Token } from '../text/index.js';
import { ListedRuns, type RunLists } from './listed-runs.js';
import { hashFrom, hashStart, type PhraseStatistics } from './statistics.js';

/** Word lists that discovery looks into; all folded. */
export interface DiscoveryWords extends RunLists {
  stopwords: ReadonlySet<string>;
  morphemes: ReadonlySet<string>;
}

/** A word, with what its letters, word lists and many days of talk tell of it: the same wherever it stands. */
export interface Word {
  /** Its own number in its book, from 1, never given out twice. */
  number: number;
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
  /** Whether longer listed runs may begin with it. */
  mayBeginListed: boolean;
}

/** What a word counts as that was hardly seen. */
const unseen = { company: 7, oddity: 9 };

/** Parts of speech (jieba's) that are in no term by themselves: particles, pronouns, interjections, sounds. */
const functional = /^(?:u.?|r.?|y|e|o|zg)$/;

/** It stands before a number, and is part of a term only where it is part of a word, as in 第三方. */
const ordinal = '第';

/** A book of so many words is begun anew: a year's talk has fewer, and a log of nonsense more. */
const mostWords = 200_000;
/** Begins with so many slots; doubled where more than half are taken. */
const firstSlots = 1 << 14;

/** Longer numbers are in no listed run. */
const isShortNumber = (text: string, start: number, end: number) =>
  end - start <= 3 && /^\d+$/.test(text.slice(start, end));

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
  readonly listed: ListedRuns;
  private size = 0;
  private numbered = 0;
  /** Open addressing, by hash: each word with the tag that its tokens gave it. */
  private slots: ({ given: string; word: Word } | undefined)[] = Array(firstSlots);

  constructor(
    readonly segmenter: Segmenter,
    readonly lists: DiscoveryWords,
    readonly statistics: PhraseStatistics,
  ) {
    this.morphemes = new Automaton([...lists.morphemes].map((morpheme) => [morpheme, 0] as const));
    this.listed = new ListedRuns(lists);
  }

  /** The word that a stretch of a folded text is, as a token of a type; null where it can be in no term. */
  wordAt(text: string, start: number, end: number, type: Token['type']): Word | null {
    const given = tagOf[type];
    if (given === undefined || (type === 'number' && !isShortNumber(text, start, end))) return null;
    const hash = hashFrom(hashStart, text, start, end);
    const slot = this.slotOf(hash, given, text, start, end);
    const known = this.slots[slot];
    if (known) return known.word;
    const folded = text.slice(start, end);
    const word = this.lookUp(folded, hash, type === 'number', given || this.segmenter.tag(folded));
    this.slots[slot] = { given, word };
    this.size++;
    if (this.size > mostWords) this.beginWith(firstSlots, []);
    else if (this.size * 2 > this.slots.length) this.beginWith(this.slots.length * 2, this.slots);
    return word;
  }

  /** The slot of a word, or the free one where it belongs. */
  private slotOf(hash: number, given: string, text: string, start: number, end: number): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let known = this.slots[slot]; known; known = this.slots[slot]) {
      const { folded } = known.word;
      if (
        known.word.hash === hash &&
        known.given === given &&
        folded.length === end - start &&
        text.startsWith(folded, start)
      )
        break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private beginWith(slots: number, kept: typeof this.slots): void {
    this.slots = Array(slots);
    this.size = 0;
    for (const one of kept) {
      if (!one) continue;
      const { hash, folded } = one.word;
      this.slots[this.slotOf(hash, one.given, folded, 0, folded.length)] = one;
      this.size++;
    }
  }

  private lookUp(folded: string, hash: number, isNumber: boolean, tag: string): Word {
    const { lists, statistics } = this;
    const place = tag === 'term' ? -1 : statistics.find(hash);
    return {
      number: ++this.numbered,
      folded,
      tag,
      hash,
      isLatin: tag === 'eng',
      isStop: lists.stopwords.has(folded),
      isNotTerm: lists.notTerms.has(folded),
      isMorpheme: lists.morphemes.has(folded),
      isFunctional: isNumber || folded === ordinal || functional.test(tag),
      company: place < 0 ? unseen.company : statistics.figure(place, 'company'),
      oddity: place < 0 ? unseen.oddity : statistics.figure(place, 'oddity'),
      asModifier: Math.log2(1 + this.listed.beginningWith(hash)),
      asHead: Math.log2(1 + this.listed.endingWith(hash)),
      mayBeginListed: this.listed.mayGoOn(hash, folded.length),
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

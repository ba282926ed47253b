import type { KnownName } from '../people/index.js';
import type { Document, KeepingModel, TurnModel } from '../talks/index.js';
import type { TermModel } from '../terms/index.js';
import type { DictionaryProblem, Entry, Segmenter, SegmenterName } from '../text/index.js';
import type { LinkModel, ThreadCorrections } from '../threads/index.js';

/** The word lists of `dictionaries/words`, folded, by file name. */
export const wordListNames = [
  'stopwords',
  'reactions',
  'smalltalk',
  'work',
  'finance-morphemes',
  'terms-stop',
  'trade',
  'compounds',
] as const;
export type WordLists = Record<(typeof wordListNames)[number], ReadonlySet<string>>;

/** The dictionaries of a run, read once. */
export interface Dictionaries {
  entries: Entry[];
  /** Canonical forms of those that the group itself accepted: drafts and approved entries of its own files. */
  own: readonly string[];
  /** Canonical forms of all entries of the workspace's own files. */
  laid: readonly string[];
  words: WordLists;
  /** Documents that people cite by number. */
  documents: Document[];
  problems: DictionaryProblem[];
}

/**
 * What an analysis may use besides the day itself, and nothing more: the slice of the dictionaries that the day's text
 * touches. Its digest is part of the cache key, so what is not in here cannot change a result.
 */
export interface Context {
  /** Glossary entries whose forms occur in the day's text. */
  entries: readonly Entry[];
  /** Canonical forms of those that the group itself accepted; absent where there are none. */
  own?: readonly string[];
  words: WordLists;
  /** Folded forms in the day's text that people rejected as terms; absent where there are none. */
  rejected?: readonly string[];
  /** Names under which others speak of the account's owner, `我` in the log. */
  owner: readonly string[];
  segmenter: SegmenterName;
  /** The link model of the day's language; its version stands for it in the digest. Without one the rules link. */
  linkModel?: LinkModel | null;
  /** The documents that the day cites; absent where it cites none that the table has. */
  documents?: readonly Document[];
  /** The term model of the day's language, likewise. Without one no term is discovered. */
  termModel?: TermModel | null;
  /** What editors keep of a talk's day; its version stands for it in the digest. */
  keeping?: KeepingModel | null;
  /** The judge of turns of the day's language, likewise. Without one their kinds decide. */
  turnModel?: TurnModel | null;
  /** Names in the day whose bearer a person confirmed or the roster tells; absent where there are none. */
  people?: readonly KnownName[];
  /** What a person put right in this day; absent where nothing was. */
  corrections?: ThreadCorrections;
}

/** Loads the segmenter that a context names; a stage calls it, so that a cached day never loads one. */
export type LoadSegmenter = (name: SegmenterName) => Segmenter;

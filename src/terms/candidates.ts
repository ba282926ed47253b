import type { Message } from '../read/index.js';
import { fold, type Segmenter, type Token } from '../text/index.js';
import { hashFrom, hashStart } from './statistics.js';

/** Longest candidate, in tokens and in characters; a single token may be longer. */
const mostTokens = 5;
const mostCharacters = 12;

/** Parts of speech (jieba's) that no term holds: particles, pronouns, interjections, sounds. */
const neverInTerm = /^(?:u.?|r.?|y|e|o|zg)$/;
const joins: ReadonlySet<Token['type']> = new Set(['word', 'latin', 'standard', 'cycle', 'term', 'document']);

/** A word of a day: what is the same wherever it stands. */
export interface Word {
  folded: string;
  /** Part of speech; `eng` for Latin and the like, `term` for a glossary term. */
  tag: string;
}

/** A token that may be part of a term, as UTF-16 offsets into the text of its message. */
export interface Part {
  start: number;
  end: number;
  word: Word;
}

/** Where a candidate stands: index of the message, UTF-16 offsets into its text, tokens `from` to `to` (exclusive). */
export interface Place {
  message: number;
  start: number;
  end: number;
  from: number;
  to: number;
}

/** A run of tokens that may be a term (候选). */
export interface Candidate {
  folded: string;
  /** As it stands in its first place. */
  surface: string;
  /** Hash of the folded form, as statistics know it. */
  hash: number;
  words: Word[];
  places: Place[];
}

/** The parts of every message; null where a token cannot be part of a term. */
export function partsOf(
  messages: readonly Message[],
  tokens: Token[][],
  segmenter: Segmenter,
): (Part | null)[][] {
  /** Words of the day by type of token; null for those that are in no term. */
  const words = new Map<Token['type'], Map<string, Word | null>>();
  const wordOf = (folded: string, type: Token['type']): Word | null => {
    const tag = type === 'term' ? 'term' : type === 'word' ? segmenter.tag(folded) : 'eng';
    return neverInTerm.test(tag) ? null : { folded, tag };
  };
  return messages.map((message, i) => {
    const text = fold(message.text);
    return tokens[i]!.map(({ start, end, type }) => {
      if (!joins.has(type)) return null;
      const known = words.get(type) ?? new Map<string, Word | null>();
      if (known.size === 0) words.set(type, known);
      const folded = text.slice(start, end);
      let word = known.get(folded);
      if (word === undefined) {
        word = wordOf(folded, type);
        known.set(folded, word);
      }
      return word && { start, end, word };
    });
  });
}

/** Whether two tokens may stand in one term: nothing between them, or a space beside Latin. */
function touches(text: string, a: Part, b: Part): boolean {
  if (a.end === b.start) return true;
  return a.end + 1 === b.start && text[a.end] === ' ' && a.word.tag === 'eng' && b.word.tag === 'eng';
}

/** What tells runs that are no terms before they are collected: a run with a stop word that nobody said elsewhere. */
export interface Sieve {
  isStop(word: Word): boolean;
  isKnown(hash: number): boolean;
}

/** Every run of up to five tokens that could be a term, with all its places. A glossary term alone is none. */
export function collectCandidates(
  messages: readonly Message[],
  parts: (Part | null)[][],
  sieve: Sieve | null = null,
): Candidate[] {
  const found = new Map<string, Candidate>();
  messages.forEach((message, i) => {
    if (message.duplicateOf !== null) return;
    const { text } = message;
    const folded = fold(text);
    const row = parts[i]!;
    for (let from = 0; from < row.length; from++) {
      let hash = hashStart;
      let hasStop = false;
      for (let to = from + 1; to <= Math.min(row.length, from + mostTokens); to++) {
        const last = row[to - 1];
        if (!last || (to - from > 1 && !touches(text, row[to - 2]!, last))) break;
        const { start } = row[from]!;
        const { end } = last;
        hash = hashFrom(hash, folded, to - from > 1 ? row[to - 2]!.end : start, end);
        if (sieve) hasStop ||= sieve.isStop(last.word);
        if (end - start < 2 || (to - from === 1 && last.word.tag === 'term')) continue;
        if (to - from > 1 && end - start > mostCharacters + (last.word.tag === 'eng' ? 12 : 0)) break;
        if (hasStop && to - from > 1 && !sieve!.isKnown(hash)) continue;
        const form = folded.slice(start, end);
        let candidate = found.get(form);
        if (!candidate) {
          const words = row.slice(from, to).map((part) => part!.word);
          candidate = { folded: form, surface: text.slice(start, end), hash, words, places: [] };
          found.set(form, candidate);
        }
        candidate.places.push({ message: i, start, end, from, to });
      }
    }
  });
  return [...found.values()];
}

import type { Message } from '../read/index.js';
import { fold, type Segmenter, type Token } from '../text/index.js';

/** Longest candidate, in tokens and in characters; a single token may be longer. */
const mostTokens = 5;
const mostCharacters = 12;

/** Parts of speech (jieba's) that no term holds: particles, pronouns, interjections, sounds. */
const neverInTerm = /^(?:u.?|r.?|y|e|o|zg)$/;
const joins: ReadonlySet<Token['type']> = new Set(['word', 'latin', 'standard', 'cycle', 'term', 'document']);

/** A token with what every candidate that holds it needs to know of it. */
export interface Part {
  token: Token;
  folded: string;
  /** Part of speech; `eng` for Latin and the like, `term` for a glossary term. */
  tag: string;
}

/** Where a candidate stands: index of the message, UTF-16 offsets into its text, tokens `from` to `to` (exclusive). */
export interface Place {
  message: number;
  start: number;
  end: number;
  from: number;
  to: number;
  surface: string;
}

/** A run of tokens that may be a term (候选). */
export interface Candidate {
  folded: string;
  parts: Part[];
  places: Place[];
}

/** The parts of every message; null where a token cannot be part of a term. */
export function partsOf(
  messages: readonly Message[],
  tokens: Token[][],
  segmenter: Segmenter,
): (Part | null)[][] {
  const tags = new Map<string, string>();
  const tagOf = (word: string) => {
    const tag = tags.get(word) ?? segmenter.tag(word);
    tags.set(word, tag);
    return tag;
  };
  return messages.map((message, i) =>
    tokens[i]!.map((token) => {
      if (!joins.has(token.type)) return null;
      const folded = fold(message.text.slice(token.start, token.end));
      const tag = token.type === 'term' ? 'term' : token.type === 'word' ? tagOf(folded) : 'eng';
      return neverInTerm.test(tag) ? null : { token, folded, tag };
    }),
  );
}

/** Whether two tokens may stand in one term: nothing between them, or a space beside Latin. */
function touches(text: string, a: Part, b: Part): boolean {
  const gap = text.slice(a.token.end, b.token.start);
  return gap === '' || (gap === ' ' && a.tag === 'eng' && b.tag === 'eng');
}

/** Every run of up to five tokens that could be a term, with all its places. A glossary term alone is none. */
export function collectCandidates(messages: readonly Message[], parts: (Part | null)[][]): Candidate[] {
  const found = new Map<string, Candidate>();
  messages.forEach((message, i) => {
    if (message.duplicateOf !== null) return;
    const row = parts[i]!;
    for (let from = 0; from < row.length; from++) {
      for (let to = from + 1; to <= Math.min(row.length, from + mostTokens); to++) {
        const last = row[to - 1];
        if (!last || (to - from > 1 && !touches(message.text, row[to - 2]!, last))) break;
        const [start, end] = [row[from]!.token.start, last.token.end];
        const surface = message.text.slice(start, end);
        if (surface.length < 2 || (to - from === 1 && last.tag === 'term')) continue;
        if (to - from > 1 && surface.length > mostCharacters + (last.tag === 'eng' ? 12 : 0)) break;
        const folded = fold(surface);
        const candidate = found.get(folded) ?? { folded, parts: row.slice(from, to) as Part[], places: [] };
        candidate.places.push({ message: i, start, end, from, to, surface });
        found.set(folded, candidate);
      }
    }
  });
  return [...found.values()];
}

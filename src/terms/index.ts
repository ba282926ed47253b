import type { Day } from '../read/index.js';
import type { Lexicon, Segmenter, Token } from '../text/index.js';
import { findDefinitions } from './define.js';
import { type DiscoveryWords, discoverTerms } from './discover.js';
import { knownOccurrences } from './known.js';
import { termUses } from './occurrences.js';
import type { Definition, TermUse } from './types.js';

export type { DiscoveryWords } from './discover.js';
export { guessClass } from './discover.js';
export type { Definition, TermUse } from './types.js';

/** The terms of a day, known and discovered, and where the group explains them. */
export interface Terms {
  terms: TermUse[];
  definitions: Definition[];
}

/** Finds the terms of a day. `discover: false` leaves it at the glossary's. */
export function findTerms(
  day: Day,
  tokens: Token[][],
  lexicon: Lexicon,
  segmenter: Segmenter,
  words: DiscoveryWords,
  options: { discover: boolean },
): Terms {
  const known = knownOccurrences(day.messages, tokens, lexicon);
  const found =
    options.discover && day.language === 'zh' ? discoverTerms(day.messages, tokens, words, segmenter) : [];
  const terms = termUses([...known, ...found]);
  return { terms, definitions: findDefinitions(day.messages, terms) };
}

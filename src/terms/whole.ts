import type { Token } from '../text/index.js';
import type { Reading } from './discover.js';

/** A message's tokens with every term of its reading kept whole. */
export function keepWhole(tokens: readonly Token[], reading: Reading): Token[] {
  const terms = reading.map(
    ({ start, end, of }): Token => ('known' in of ? of.known : { start, end, type: 'term', entry: -1 }),
  );
  const free = tokens.filter((t) => !terms.some((term) => t.start < term.end && term.start < t.end));
  return [...terms, ...free].sort((a, b) => a.start - b.start);
}

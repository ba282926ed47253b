import type { Message } from '../read/index.js';
import type { Lexicon, Token } from '../text/index.js';
import type { Occurrence } from './occurrences.js';

/** Every occurrence of a glossary term, from the tokens that are one; second copies of a message do not count. */
export function knownOccurrences(messages: Message[], tokens: Token[][], lexicon: Lexicon): Occurrence[] {
  return messages.flatMap((message, i) => {
    if (message.duplicateOf !== null) return [];
    return tokens[i]!.filter((token) => token.type === 'term').map((token) => {
      const entry = lexicon.entries[token.entry]!;
      return {
        term: entry.term,
        surface: message.text.slice(token.start, token.end),
        class: entry.class,
        known: true,
        n: message.n,
      };
    });
  });
}

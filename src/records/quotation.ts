import type { AnalysedMessage } from '../analysis/index.js';
import { quotationIn } from '../text/index.js';
import { cleanText } from './clean.js';

/** Letters and digits alone: an export breaks lines and blanks, and a quotation loses emoji. */
const letters = (text: string) => cleanText(text).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Tells how many characters (UTF-16) at the head of a message quote another one of those given; 0 where it quotes none of
 * them. What a record has already need not stand in it twice.
 */
export function quotationFinder(messages: readonly AnalysedMessage[]): (m: AnalysedMessage) => number {
  const said = new Map<string, number>();
  for (const { n, text } of messages) if (!said.has(letters(text))) said.set(letters(text), n);
  return ({ n, text }) => {
    const quoted = quotationIn(text);
    const of = quoted ? said.get(letters(quoted.text)) : undefined;
    return quoted && of !== undefined && of < n ? quoted.length : 0;
  };
}

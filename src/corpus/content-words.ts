import type { AnalysedMessage, DayAnalysis } from '../analysis/index.js';
import { fold } from '../text/index.js';

/** A repeated text of so many characters is passed on, not said again. */
const shortestForward = 30;
/** Of these kinds a message is no talk: signing in, the group's own notices, a bare link or picture. */
const wordless: ReadonlySet<string> = new Set(['signin', 'notice', 'share']);
/** Types of tokens that are words: no numbers, names of people, addresses, pictures or punctuation. */
const wordTypes: ReadonlySet<string> = new Set(['word', 'term', 'latin', 'standard', 'cycle', 'document']);

/**
 * The messages of a day that count (计数的消息): no second copies, no sign-ins, no notices, nothing passed on word for word,
 * no lines of the system.
 */
export function countedMessages(analysis: DayAnalysis): AnalysedMessage[] {
  const long = new Set<string>();
  return analysis.messages.filter((m) => {
    if (m.duplicateOf !== null || m.speaker === '' || wordless.has(m.kind)) return false;
    if (m.text.length < shortestForward) return true;
    const text = fold(m.text).replace(/\s+/g, '');
    if (long.has(text)) return false;
    long.add(text);
    return true;
  });
}

const isWord = (word: string, type: string, stopwords: ReadonlySet<string>): boolean =>
  wordTypes.has(type) &&
  (word.length > 1 || type === 'term') &&
  !/^[\d.,]+$/.test(word) &&
  !stopwords.has(word);

/**
 * The content words (实词) of a message, folded, in their order: function words and single characters left out, and what
 * stands in the title of a link or in a quotation, which others have said. A reaction (praise, thanks, laughter) has none.
 * @throws where the analysis was made without `tokens`
 */
export function contentWords(m: AnalysedMessage, stopwords: ReadonlySet<string>): string[] {
  if (!m.tokens || !m.tokenTypes)
    throw new Error('an analysis without tokens has no words: analyse with tokens');
  if (m.kind === 'reaction') return [];
  const { tokens, tokenTypes, text, attachments } = m;
  let at = 0;
  return tokens.flatMap((token, i) => {
    const start = text.indexOf(token, at);
    at = start < 0 ? at : start + token.length;
    if (attachments.some((a) => start >= a.start && start < a.end)) return [];
    const word = fold(token);
    return isWord(word, tokenTypes[i]!, stopwords) ? [word] : [];
  });
}

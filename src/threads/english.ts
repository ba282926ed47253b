import { createRequire } from 'node:module';
import type { Token } from '../text/index.js';

interface Stemmer {
  stem(word: string): string;
}

const require = createRequire(import.meta.url);
let tools: { stemmer: Stemmer; stopwords: ReadonlySet<string> } | undefined;

/** natural's root import takes a second and pulls in database clients; these two files stand alone. */
function load(): NonNullable<typeof tools> {
  tools ??= {
    stemmer: require('natural/lib/natural/stemmers/porter_stemmer.js') as Stemmer,
    stopwords: new Set((require('natural/lib/natural/util/stopwords.js') as { words: string[] }).words),
  };
  return tools;
}

/** Stems (Porter) of the content words of an English message. */
export function englishWords(text: string, tokens: Token[]): string[] {
  const { stemmer, stopwords } = load();
  return tokens.flatMap((token) => {
    const word = text.slice(token.start, token.end).toLowerCase();
    return token.type === 'latin' && word.length > 1 && !stopwords.has(word) ? [stemmer.stem(word)] : [];
  });
}

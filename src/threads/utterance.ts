import type { ResolvedMention } from '../people/index.js';
import type { Message } from '../read/index.js';
import type { Token } from '../text/index.js';
import { fold } from '../text/index.js';
import type { MessageKind } from './form.js';

/** A message as links are found by (话语), by the model and by the rules. */
export interface Utterance {
  n: number;
  second: number;
  speaker: string;
  /** Speakers whom it mentions, resolved. */
  to: string[];
  /** Whether it mentions somebody who could not be resolved. */
  toUnknown: boolean;
  /** Characters of text. */
  length: number;
  form: MessageKind;
  /** Ids of its content words, rising, without repeats. */
  words: number[];
  /** How the name of the quoted message's speaker begins (「name：…」); null where it quotes nothing. */
  quotes: string | null;
}

const quote = /^[「“"]([^：:「」]{1,40})[：:]/;
/** Exporters break names behind their first part: so many characters of its beginning tell whose a quotation is. */
const telling = 4;

/** Ids for words, given out in order of first use. */
export class Vocabulary {
  private readonly ids = new Map<string, number>();

  id(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    this.ids.set(word, this.ids.size);
    return this.ids.size - 1;
  }

  /** The ids of words, rising, each once. */
  idsOf(words: readonly string[]): number[] {
    if (words.length < 2) return words.map((word) => this.id(word));
    return [...new Set(words.map((word) => this.id(word)))].sort((a, b) => a - b);
  }

  get size(): number {
    return this.ids.size;
  }
}

const carriesMeaning = (token: Token) =>
  !['mention', 'emoji', 'mark', 'url', 'number', 'date'].includes(token.type);

/** Folded content words of a message, stop words and single characters left out. */
export function contentWords(text: string, tokens: Token[], stopwords: ReadonlySet<string>): string[] {
  const words: string[] = [];
  for (const token of tokens) {
    if (!carriesMeaning(token)) continue;
    const word = fold(text.slice(token.start, token.end));
    if (word.length > 1 && !stopwords.has(word)) words.push(word);
  }
  return words;
}

/** The speakers whom a message calls, each once, besides its own. */
export function callsOf({ speaker }: Message, mentions: readonly ResolvedMention[]): string[] {
  if (!mentions.length) return [];
  return [...new Set(mentions.flatMap((m) => m.speaker ?? []))].filter((name) => name !== speaker);
}

/** Reads a message. `words` are its content words, folded. */
export function utteranceOf(
  message: Message,
  mentions: ResolvedMention[],
  form: MessageKind,
  words: string[],
  vocabulary: Vocabulary,
): Utterance {
  const quoted = quote.exec(message.text);
  return {
    n: message.n,
    second: message.second,
    speaker: message.speaker,
    to: callsOf(message, mentions),
    toUnknown: mentions.some((m) => m.speaker === null),
    length: message.text.length,
    form,
    words: vocabulary.idsOf(words),
    quotes: quoted ? quoted[1]!.trim().slice(0, telling) : null,
  };
}

import type { TermClass } from '../text/index.js';

/** A domain term (术语) of a day: one concept, every form in which it occurs, and where. */
export interface TermUse {
  /** Canonical form: the glossary's, or the most frequent surface of a discovered term. */
  term: string;
  /** Forms as they stand in the log, the most frequent first. */
  surface: string[];
  class: TermClass;
  /** Whether the glossary has it; otherwise it was discovered in this day. */
  known: boolean;
  /** `n` of the messages in which it occurs, rising. */
  messages: number[];
}

/** Where the group explains a term (释义). */
export interface Definition {
  term: string;
  /** `n` of the messages that explain it, rising. */
  messages: number[];
  /** The words of the explanation, as they stand there. */
  text: string;
}

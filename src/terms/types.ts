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

/** Where the group explains a term, or may (释义). */
export interface Definition {
  /** The term as the day calls it: its canonical form where that occurs, else its commonest form there. */
  term: string;
  /** `n` of the messages that explain it, rising. */
  messages: number[];
  /** The words of the explanation, as they stand there. */
  text: string;
  /** Whether it is sure enough to be shown beside the term; otherwise it is a passage worth reading for the term. */
  sure: boolean;
}

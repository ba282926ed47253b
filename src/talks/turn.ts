import type { Alternative, Domain, MessageKind } from '../threads/index.js';

/** How probably a turn asks something, and answers something. */
export interface Judged {
  asks: number;
  answers: number;
}

/** A message as questions and answers see it; second copies are none. */
export interface Turn {
  /** Number of the message. */
  n: number;
  /** Its place among the turns. */
  i: number;
  second: number;
  speaker: string;
  kind: MessageKind;
  /** What it says besides whom it calls; nothing for red packets, pictures and stickers. */
  text: string;
  /** Place of the turn that it goes on from, its own where it starts a thread. */
  parent: number;
  /** How probable that is. */
  probability: number;
  /** The turns, by place, that it may go on from. */
  alternatives: readonly Alternative[];
  /** The speakers whom it calls. */
  calls: string[];
  /** Whether it calls somebody who did not speak that day. */
  callsUnknown: boolean;
  /** Its content words, in order; some more than once. */
  words: readonly string[];
  /** How many words of the trade it has. */
  trade: number;
  domain: Domain;
  /** First message of its thread. */
  thread: number;
  isGuest: boolean;
  /** Places of the same speaker's turns before and after; -1 where there is none. */
  previousOwn: number;
  nextOwn: number;
  /** How probably it asks something, and answers something. */
  judged: Judged;
  /** What a person said of it: that it answers, that it is something else; null where nobody did. */
  told: 'answer' | 'other' | null;
}

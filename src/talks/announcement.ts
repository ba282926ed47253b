import { everyone, type ResolvedMention } from '../people/index.js';
import type { Message } from '../read/index.js';
import type { MessageKind } from '../threads/index.js';

/**
 * What an announcement says of a day: somebody talks (`planned`), nobody yet (`open`, `gap` where the list leaves the day
 * out), no talk by intent or no longer (`off`).
 */
export const slotStates = ['planned', 'open', 'gap', 'off'] as const;
export type SlotState = (typeof slotStates)[number];

/** What a message announces of one day's talk (一条预告). */
export interface Announcement {
  /** The message. */
  n: number;
  /** `YYYY-MM-DD`. */
  date: string;
  /** `HH:MM`, where it is said. */
  time: string | null;
  /** The guest as he is called, without `@`; null where the day is free, or where the guest stays as he was. */
  guest: string | null;
  topic: string | null;
  state: SlotState;
  /** The day from which the talk was moved here; null where it was not. */
  movedFrom: string | null;
}

export type Mentions = readonly ResolvedMention[];

/** What a message is read by. */
export interface Said {
  message: Message;
  mentions: Mentions;
  kind: MessageKind;
  /** The log's day. */
  date: string;
}

/** An announcement of a free day. */
export const empty = (n: number, date: string): Announcement => ({
  n,
  date,
  time: null,
  guest: null,
  topic: null,
  state: 'open',
  movedFrom: null,
});

/** A guest's name with its place. */
export interface Guest {
  name: string;
  end: number;
}

/** What goes on behind a mention without a space belongs to the name: a mention may end at a shorter name that somebody bears. */
const restOfName = /^[-–—－_|｜~～][^\s，。,：:；;！!]{1,40}/u;

function guestOf(text: string, { name, end }: ResolvedMention): Guest {
  const rest = restOfName.exec(text.slice(end))?.[0] ?? '';
  return { name: name + rest, end: end + rest.length };
}

/** The first name in a stretch of text; everyone is no guest. */
export function guestIn({ message: { text }, mentions }: Said, from = 0, until = text.length): Guest | null {
  const found = mentions.find((m) => m.start >= from && m.start < until && m.name !== everyone);
  return found ? guestOf(text, found) : null;
}

/** The last name before a place in the text. */
export function guestBefore(
  { message: { text }, mentions }: Said,
  from: number,
  until: number,
): Guest | null {
  const found = mentions.findLast((m) => m.start >= from && m.start < until && m.name !== everyone);
  return found ? guestOf(text, found) : null;
}

import type { Message } from '../read/index.js';
import type { MessageKind } from '../threads/index.js';
import type { Heading } from './outline.js';
import type { Question } from './qa.js';

/** A guest's talk (分享), or a discussion that is worth a record though nobody gives one (讨论记录). */
export const talkKinds = ['talk', 'discussion'] as const;

/** A guest's talk (主题分享) of a day, or the record of its discussion; numbers of messages throughout, rising. */
export interface Talk {
  kind: (typeof talkKinds)[number];
  /** The guest, of a discussion whoever answers most, as the name stands in the log's message lines. */
  speaker: string;
  title: string;
  /** Whoever announces the guest most, as the name stands in the log's message lines; null where nobody does. */
  host: string | null;
  /** The messages that announce it. */
  announcements: number[];
  signins: number[];
  /** The talk itself; a discussion has none. */
  passages: number[];
  outline: Heading[];
  /** Passages with a picture, and with a link. */
  images: number[];
  links: number[];
  /** Questions put during and after it, with the answers. */
  qa: Question[];
  /** What else of the day an editor would publish with it; of a discussion all, its questions and answers too. */
  discussion: number[];
}

const recordable: readonly string[] = ['link', 'image', 'file'];
const unrecordable: ReadonlySet<MessageKind> = new Set(['signin', 'notice', 'reaction']);

/** Whether a message can stand in a record: it says or shows something, and is no second copy, sign-in, notice or applause. */
export const isRecordable = (m: Message, kind: MessageKind): boolean =>
  m.duplicateOf === null &&
  !unrecordable.has(kind) &&
  (m.text.length > 0 || m.attachments.some((a) => recordable.includes(a.kind)));

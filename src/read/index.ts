import type { Day, Note } from './day.js';
import { decode } from './decode.js';
import type { Format, Hint } from './format.js';
import { irc } from './irc.js';
import { jekyll } from './jekyll.js';
import { textLines } from './lines.js';

export { dateIn, groupOf, safeSegment, stemOf } from './address.js';
export type { Attachment, Day, Message, Note, NoteRule } from './day.js';
export { decode } from './decode.js';
export { Fingerprints, fingerprint, fingerprintLength, type MessageReference } from './fingerprint.js';
export { type Format, formatNames, type Hint } from './format.js';

/** Every format that huati reads, the more particular ones first. */
export const formats: readonly Format[] = [jekyll, irc];

/** The format of a log by what stands in its first 64 KiB, or null where it is no chat log. */
export function recognise(text: string): Format | null {
  const opening = textLines(text.slice(0, 65_536)).join('\n');
  return formats.find((format) => format.recognises(opening)) ?? null;
}

/** Thrown where a file is no chat log of any format that huati reads. */
export class NotALog extends Error {
  override name = 'NotALog';
}

/**
 * So many characters of a message are segmented: no person writes more, and what goes on is pasted, or one word over and over.
 * In UTF-16 units.
 */
export const longestRead = 10_000;

/**
 * Reads one log. `format` overrides what its content says.
 * @throws {NotALog} where no format is named and none is recognised
 */
export function readDay(bytes: Uint8Array, hint: Hint & { format?: string }): Day {
  const { text, notes } = decode(bytes);
  const format = hint.format ? formats.find((f) => f.name === hint.format) : recognise(text);
  if (!format) throw new NotALog(hint.path);
  const day = format.parse(text, hint);
  return { ...day, notes: [...notes, ...day.notes, ...longOnes(day)] };
}

/** Messages of which no more than the beginning is looked at. */
const longOnes = ({ messages }: Day): Note[] =>
  messages
    .filter((m) => m.text.length > longestRead)
    .map((m) => ({ level: 'info', rule: 'message-long', line: m.line, detail: String(m.text.length) }));

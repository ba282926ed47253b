import type { Day } from './day.js';

/** What is known of a log besides its text. */
export interface Hint {
  /** File path as given, `/` or `\` between its parts. */
  path: string;
  /** Overrides the group that the path suggests. */
  group?: string;
}

/** The names of the formats (`--format`), the more particular ones first. */
export const formatNames = ['jekyll', 'irc'] as const;

/** A chat log format (记录格式): one file of this folder each. */
export interface Format {
  name: (typeof formatNames)[number];
  /** Whether the opening of a file (up to 64 KiB, decoded) is of this format. */
  recognises(opening: string): boolean;
  /** Reads a whole log. Never throws on what a log may hold: what is wrong goes to `notes`. */
  parse(text: string, hint: Hint): Day;
}

import { createHash } from 'node:crypto';
import type { Message } from './day.js';

/** How many hexadecimal digits a fingerprint has: enough for a day, short enough to read. */
export const fingerprintLength = 12;

/** What a message is known by where its number may change (a new export): a short hash of time, speaker and text. */
export function fingerprint({ time, speaker, text }: Pick<Message, 'time' | 'speaker' | 'text'>): string {
  const hash = createHash('sha256').update(`${time}\0${speaker}\0${text}`);
  return hash.digest('hex').slice(0, fingerprintLength);
}

/** A message as a correction names it; `n` is a hint, for messages that are alike. */
export interface MessageReference {
  message: string;
  n: number;
}

/** Finds messages of a day by their references. */
export class Fingerprints {
  private readonly byPrint = new Map<string, number[]>();

  constructor(messages: readonly Message[]) {
    for (const m of messages) {
      const print = fingerprint(m);
      this.byPrint.set(print, [...(this.byPrint.get(print) ?? []), m.n]);
    }
  }

  /** The number of the message meant: of several alike the one nearest to the hint; null where there is none. */
  find({ message, n }: MessageReference): number | null {
    const found = this.byPrint.get(message);
    return found?.reduce((best, other) => (Math.abs(other - n) < Math.abs(best - n) ? other : best)) ?? null;
  }
}

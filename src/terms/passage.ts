import type { Message } from '../read/index.js';

/** What explanations are found in: a day's messages, by index, with whom each answers (by number) and what it is. */
export interface LinkedMessages {
  messages: readonly Message[];
  parents: readonly number[];
  kinds: readonly string[];
}

/** Somebody goes on with what he explains within so many seconds, in at most so many messages. */
const goesOnWithin = 300;
const mostMessages = 10;
/** Messages shorter than this add nothing, in characters. */
const shortest = 4;

/**
 * The messages of an explanation that begins with the message of index `at`: what its speaker goes on to say at once,
 * across short remarks of others, up to a question of his own.
 */
export function passageFrom({ messages, kinds }: LinkedMessages, at: number): number[] {
  const { speaker } = messages[at]!;
  const passage = [at];
  let last = messages[at]!.second;
  for (let i = at + 1; i < messages.length && passage.length < mostMessages; i++) {
    const next = messages[i]!;
    if (next.second - last > goesOnWithin) break;
    if (next.speaker !== speaker || next.duplicateOf !== null) continue;
    if (kinds[i] === 'question' || kinds[i] === 'share') break;
    if (next.text.length >= shortest) passage.push(i);
    last = next.second;
  }
  return passage;
}

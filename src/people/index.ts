import type { Day } from '../read/index.js';
import { resolveNames } from './identity.js';
import { findMentions, type Mention, NameIndex } from './mentions.js';

export { resolveNames } from './identity.js';
export { everyone, findMentions, type Mention, NameIndex } from './mentions.js';
export { isPersonal, nameKey, nameParts } from './names.js';

/** A mention and the speaker of the day whom it means; null where that is not known. */
export interface ResolvedMention extends Mention {
  speaker: string | null;
}

/** Who is called by whom: the mentions of every message, by its index (`n - 1`). */
export interface People {
  mentions: ResolvedMention[][];
}

/** Finds the mentions of a day and resolves them to its speakers. */
export function findPeople(day: Day): People {
  if (day.language === 'en') return { mentions: day.messages.map((m) => findAddressees(m.text, day)) };
  const names = new NameIndex(day.messages.map((m) => m.speaker));
  const mentions = day.messages.map((m) => (m.text.includes('@') ? findMentions(m.text, names) : []));
  const speakers = resolveNames(day.messages, mentions);
  return {
    mentions: mentions.map((list) => list.map((x) => ({ ...x, speaker: speakers.get(x.name) ?? null }))),
  };
}

const nicks = new WeakMap<Day, Set<string>>();

/** In IRC a nick is called by its bare name, at the head of a message most of the time: `nick: text`. */
function findAddressees(text: string, day: Day): ResolvedMention[] {
  let known = nicks.get(day);
  if (!known) {
    known = new Set(day.messages.map((m) => m.speaker.toLowerCase()).filter(Boolean));
    nicks.set(day, known);
  }
  const head = /^([^\s:,]{2,})([:,]|\s|$)/.exec(text);
  return head && known.has(head[1]!.toLowerCase())
    ? [{ start: 0, end: head[1]!.length, name: head[1]!, speaker: head[1]! }]
    : [];
}

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

/** The account that exported a log stands in it under this name. */
export const ownerName = '我';

/**
 * Finds the mentions of a day and resolves them to its speakers.
 * @param owner names under which others call the account's owner
 */
export function findPeople(day: Day, owner: readonly string[] = []): People {
  if (day.language === 'en') return { mentions: day.messages.map((m) => findAddressees(m.text, day)) };
  const names = new NameIndex([...day.messages.map((m) => m.speaker), ...owner]);
  const mentions = day.messages.map((m) => (m.text.includes('@') ? findMentions(m.text, names) : []));
  const speakers = resolveNames(day.messages, mentions);
  for (const name of owner) speakers.set(name, ownerName);
  return {
    mentions: mentions.map((list) => list.map((x) => ({ ...x, speaker: speakers.get(x.name) ?? null }))),
  };
}

/** The nicks of a day as they are written and in lower case: IRC knows no case. */
const nicks = new WeakMap<Day, Map<string, string>>();

/** In IRC a nick is called by its bare name, at the head of a message most of the time: `nick: text`. */
function findAddressees(text: string, day: Day): ResolvedMention[] {
  let known = nicks.get(day);
  if (!known) {
    const speakers = [...new Set(day.messages.map((m) => m.speaker))].filter(Boolean);
    known = new Map(speakers.map((nick) => [nick.toLowerCase(), nick]));
    for (const nick of speakers) known.set(nick, nick);
    nicks.set(day, known);
  }
  const head = /^([^\s:,]{2,})([:,]|\s|$)/.exec(text);
  const speaker = head && (known.get(head[1]!) ?? known.get(head[1]!.toLowerCase()));
  return speaker ? [{ start: 0, end: head[1]!.length, name: head[1]!, speaker }] : [];
}

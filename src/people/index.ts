import type { Day } from '../read/index.js';
import { resolveNames } from './identity.js';
import { type KnownName, resolveKnown } from './known.js';
import { findMentions, type Mention, NameIndex } from './mentions.js';
import { ownerName } from './owner.js';

export { cardParts, formParts, isOffice, isTrade } from './card.js';
export { resolveNames } from './identity.js';
export { type KnownName, knownFinder, knownIn, unborneNames } from './known.js';
export { everyone, findMentions, type Mention, NameIndex } from './mentions.js';
export { isPersonal, nameKey, nameParts, personalParts, tellingParts } from './names.js';
export { ownerName } from './owner.js';
export { leastConfidence, type Resolution, type ResolutionEvidence, resolutionsOf } from './resolutions.js';
export { emptyRoster, mergeRosters, type PairEvidence, type Roster, rosterOf } from './roster.js';

/** A mention and the speaker of the day whom it means; null where that is not known. */
export interface ResolvedMention extends Mention {
  speaker: string | null;
}

/** Who is called by whom: the mentions of every message, by its index (`n - 1`). */
export interface People {
  mentions: ResolvedMention[][];
}

/**
 * Finds the mentions of a day and resolves them to its speakers.
 * @param owner names under which others call the account's owner
 * @param known names of which a person said who bears them; they win over what the day suggests
 */
export function findPeople(
  day: Day,
  owner: readonly string[] = [],
  known: readonly KnownName[] = [],
): People {
  if (day.language === 'en') {
    const nicks = nicksOf(day);
    return { mentions: day.messages.map((m) => (m.speaker ? findAddressees(m.text, nicks) : [])) };
  }
  const speaking = new Set(day.messages.map((m) => m.speaker));
  const names = new NameIndex([...speaking, ...owner, ...known.flatMap((k) => [k.name, k.is ?? k.name])]);
  const mentions = day.messages.map((m) => (m.text.includes('@') ? findMentions(m.text, names) : []));
  const speakers: Map<string, string | null> = resolveNames(day.messages, mentions);
  for (const name of owner) speakers.set(name, ownerName);
  for (const [name, speaker] of resolveKnown(known, speaking)) speakers.set(name, speaker);
  return {
    mentions: mentions.map((list) => list.map((x) => ({ ...x, speaker: speakers.get(x.name) ?? null }))),
  };
}

/** The nicks of a day as they are written and in lower case: IRC knows no case. */
function nicksOf(day: Day): Map<string, string> {
  const speakers = [...new Set(day.messages.map((m) => m.speaker))].filter(Boolean);
  return new Map([
    ...speakers.map((nick) => [nick.toLowerCase(), nick] as const),
    ...speakers.map((nick) => [nick, nick] as const),
  ]);
}

/** In IRC a nick is called by its bare name, at the head of a message most of the time: `nick: text`. */
function findAddressees(text: string, nicks: Map<string, string>): ResolvedMention[] {
  const head = /^([^\s:,]{2,})([:,]|\s|$)/.exec(text);
  const speaker = head && (nicks.get(head[1]!) ?? nicks.get(head[1]!.toLowerCase()));
  return speaker ? [{ start: 0, end: head[1]!.length, name: head[1]!, speaker }] : [];
}

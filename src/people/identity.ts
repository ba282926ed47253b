import { ascending } from 'd3-array';
import type { Message } from '../read/index.js';
import { answersWithin, everyone, type Mention } from './mentions.js';
import { areTwoPeople, isPersonal, nameKey, nameParts } from './names.js';

/** How often a name must be called, and how often one and the same person must answer it, before silence turns to trust. */
const fewestCalls = 3;
const leastShare = 0.6;

/** Which parts of names point to one speaker alone. */
function partIndex(speakers: string[]): Map<string, string | null> {
  const owner = new Map<string, string | null>();
  for (const speaker of speakers) {
    for (const part of new Set(nameParts(speaker))) owner.set(part, owner.has(part) ? null : speaker);
  }
  return owner;
}

/** The one speaker whose name shares the personal part of `name`, or null: companies and cities are shared by colleagues. */
function byParts(name: string, owners: Map<string, string | null>): string | null {
  const parts = nameParts(name);
  const found = new Set<string>();
  parts.forEach((part, i) => {
    const owner = owners.get(part);
    const personal = isPersonal(part) || (i === 0 && part.length >= 2 && nameParts(owner ?? '')[0] === part);
    if (owner && personal) found.add(owner);
  });
  if (found.size !== 1) return null;
  const [only] = found;
  return areTwoPeople(name, only!) ? null : only!;
}

/** Which messages call each name, by index, once for each call; nobody in particular left out. */
function callsByName(mentions: readonly (readonly Mention[])[]): Map<string, number[]> {
  const calls = new Map<string, number[]>();
  mentions.forEach((own, i) => {
    for (const { name } of own) {
      const places = calls.get(name);
      if (places) places.push(i);
      else calls.set(name, [i]);
    }
  });
  calls.delete(everyone);
  return calls;
}

/** Who answers when a name is called that nobody bears: the evidence for `name → speaker`. */
function byAnswers(name: string, calls: number[], messages: Message[], taken: Set<string>): string | null {
  if (calls.length < fewestCalls) return null;
  const answered = new Map<string, number>();
  for (const at of calls) {
    const call = messages[at]!;
    for (let i = at + 1; i < messages.length && messages[i]!.second - call.second <= answersWithin; i++) {
      const { speaker } = messages[i]!;
      if (speaker === call.speaker || !speaker) continue;
      answered.set(speaker, (answered.get(speaker) ?? 0) + 1);
      break;
    }
  }
  const [best] = [...answered].sort(([a, x], [b, y]) => y - x || ascending(a, b));
  if (!best || taken.has(best[0]) || best[1] < leastShare * calls.length || best[1] < fewestCalls)
    return null;
  return areTwoPeople(name, best[0]) && isPersonal(nameParts(name)[0]!) ? null : best[0];
}

/**
 * Which speaker of the day each mentioned name means: the same name, the same but for damage, the same personal part,
 * or the one person who answers when it is called. A name that is none of these has no entry: unresolved, not wrong.
 */
export function resolveNames(messages: Message[], mentions: Mention[][]): Map<string, string> {
  const speakers = [...new Set(messages.map((m) => m.speaker).filter(Boolean))];
  const known = new Set(speakers);
  const keys = new Map<string, string | null>();
  for (const s of speakers) keys.set(nameKey(s), keys.has(nameKey(s)) ? null : s);
  keys.delete(''); // nothing but damage and dashes is like nobody
  const owners = partIndex(speakers);
  const calls = callsByName(mentions);
  const resolved = new Map<string, string>();
  const rest: string[] = [];
  for (const name of [...calls.keys()].sort()) {
    const speaker = known.has(name) ? name : (keys.get(nameKey(name)) ?? byParts(name, owners));
    if (speaker) resolved.set(name, speaker);
    else rest.push(name);
  }
  const taken = new Set(resolved.values());
  for (const name of rest) {
    const speaker = byAnswers(name, calls.get(name)!, messages, taken);
    if (speaker) resolved.set(name, speaker);
  }
  return resolved;
}

import { ascending } from 'd3-array';
import { restOfCard } from './card-rest.js';

/** A mention (@某人) in a message's text, as UTF-16 offsets from the `@` to behind the name. */
export interface Mention {
  start: number;
  end: number;
  /** The name as it is written, without `@`. */
  name: string;
}

/** A name typed or damaged: up to white space or punctuation, across ` - ` and its like. */
const loose = /^[^\s@?，。,：:！!；;…、]{1,24}(?: ?[-–—|_～~+] ?[^\s@?，。,：:！!；;…、]{1,20})*/u;
const longestName = 40;
/** So far a card is looked for that was broken. */
const longestCard = 60;

/** Everybody is nobody in particular. */
export const everyone = '所有人';

/** Someone who was called speaks up within this many seconds, most of the time. */
export const answersWithin = 300;

/** Names by their first character, the longest first, so that a prefix never hides a longer name. */
export class NameIndex {
  private readonly byFirst = new Map<string, string[]>();

  constructor(names: Iterable<string>) {
    for (const name of new Set(names)) {
      if (!name) continue;
      const first = name[0]!;
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), name]);
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.length - a.length || ascending(a, b));
  }

  /** The longest known name that stands at `at`, if any. */
  at(text: string, at: number): string | null {
    const candidates = this.byFirst.get(text[at] ?? '');
    return candidates?.find((name) => text.startsWith(name, at)) ?? null;
  }
}

/** What stands at a place as a name, before the rest of its card is looked for; `isBorne` where somebody bears it. */
function beginAt(text: string, at: number, names: NameIndex): { name: string; isBorne: boolean } | null {
  const near = text.slice(at, at + longestName + 1);
  const close = near.indexOf('\u2005');
  const enclosed = close > 0 ? near.slice(0, close) : null;
  const known = names.at(text, at);
  if (enclosed && !/[@\n]/.test(enclosed) && enclosed.length >= (known?.length ?? 0))
    return { name: enclosed, isBorne: enclosed === known };
  if (known !== null) return { name: known, isBorne: true };
  const found = loose.exec(text.slice(at, at + longestName));
  return found && { name: found[0], isBorne: false };
}

function nameAt(text: string, at: number, names: NameIndex): string | null {
  if (text.startsWith(everyone, at)) return everyone;
  const begin = beginAt(text, at, names);
  if (!begin) return null;
  const { name, isBorne } = begin;
  return name + restOfCard(name, text.slice(at + name.length, at + longestCard), isBorne);
}

/**
 * The mentions of a text, in order. Names are untrusted and may hold spaces, dashes and damage: what U+2005 closes is
 * a name, else the longest known name with what its card goes on with, else what looks like one. An `@` inside a word (an e-mail address) is none.
 */
export function findMentions(text: string, names: NameIndex): Mention[] {
  const mentions: Mention[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at > 0 && /[\w.]/.test(text[at - 1]!) && /[a-z0-9]/i.test(text[at + 1] ?? '')) continue;
    const name = nameAt(text, at + 1, names);
    if (!name) continue;
    mentions.push({ start: at, end: at + 1 + name.length, name });
    at += name.length;
  }
  return mentions;
}

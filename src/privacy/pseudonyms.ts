import { nameKey } from '../people/index.js';
import { fold } from '../text/index.js';
import { cardOf } from './card.js';

/** A person and the names that he was seen under, the first one first. */
export interface KeyedPerson {
  /** From 1, in the order of first appearance; never given anew. */
  number: number;
  names: readonly string[];
  /** Those of the names that were only ever called: text behind an `@` may have been taken for one. */
  called?: readonly string[];
  /** Numbers that were his as well before that was known. */
  joined?: readonly number[];
}

/** The key (对照表) from pseudonyms to people. It tells who is who: it stays where it is made. */
export interface PseudonymKey {
  version: 1;
  people: readonly KeyedPerson[];
}

export const emptyKey: PseudonymKey = { version: 1, people: [] };

/** A name, and whom it is known to mean by another name; null where nothing is known. */
export interface SeenName {
  name: string;
  is: string | null;
  /** Whether somebody was called so, and nobody spoke under it. */
  called?: boolean;
  /** Whether `is` was confirmed or all logs tell it, rather than guessed from one day. */
  sure?: boolean;
}

/** Numbers by what they are found by: the name itself, the name without damage, the person's own part of it. */
class Register {
  private readonly byName = new Map<string, number>();
  private readonly byKey = new Map<string, number>();
  private readonly byPart = new Map<string, number>();

  constructor(people: readonly KeyedPerson[]) {
    for (const { number, names } of people) for (const name of names) this.add(name, number);
  }

  add(name: string, number: number): void {
    const first = (map: Map<string, number>, key: string) => {
      if (key && !map.has(key)) map.set(key, number);
    };
    first(this.byName, name);
    first(this.byKey, keyOf(name));
    for (const part of cardOf(name).personal) first(this.byPart, fold(part));
  }

  exact(name: string): number | undefined {
    return this.byName.get(name);
  }

  find({ name, is }: SeenName): number | undefined {
    const known = is === null ? undefined : (this.byName.get(is) ?? this.byKey.get(keyOf(is)));
    if (known !== undefined) return known;
    const alike = this.byKey.get(keyOf(name));
    if (alike !== undefined) return alike;
    const parts = cardOf(name).personal.map((part) => this.byPart.get(fold(part)));
    return parts.find((number) => number !== undefined);
  }
}

const keyOf = (name: string) => fold(nameKey(name));

/**
 * The key with the names added that it has not, in the order in which they are given. One person's names share a number:
 * those known to mean one person, those that differ by damage alone, those with the same personal part. What stands in
 * the key is never renumbered, but for a person who turns out to have two numbers: the earlier one stays his, the later one is
 * given to nobody again. The key itself comes back where nothing is new.
 */
export function enrol(key: PseudonymKey, seen: readonly SeenName[]): PseudonymKey {
  const register = new Register(key.people);
  const people = new Map(key.people.map((person) => [person.number, person]));
  let last = Math.max(0, ...people.keys(), ...key.people.flatMap(({ joined = [] }) => joined));
  let added = false;
  for (const one of seen) {
    const { name } = one;
    const had = register.exact(name);
    const number = had ?? register.find(one) ?? ++last;
    const person = people.get(number);
    const wasCalled = person?.called?.includes(name) ?? false;
    if (!name || (had !== undefined && !(wasCalled && !one.called))) continue;
    const { names = [], called = [], joined } = person ?? {};
    const onlyCalled = one.called ? [...called, name] : called.filter((other) => other !== name);
    people.set(number, {
      number,
      names: names.includes(name) ? names : [...names, name],
      ...(onlyCalled.length && { called: onlyCalled }),
      ...(joined && { joined }),
    });
    register.add(name, number);
    added = true;
  }
  const isJoined = joinPeople(people, seen);
  return added || isJoined ? { version: 1, people: [...people.values()] } : key;
}

/** Gives everybody who is surely known under names of two numbers the earlier one. Returns whether there was such a person. */
function joinPeople(people: Map<number, KeyedPerson>, seen: readonly SeenName[]): boolean {
  const numberOf = new Map(
    [...people.values()].flatMap(({ number, names }) => names.map((name) => [name, number] as const)),
  );
  let isJoined = false;
  for (const { name, is, sure } of seen) {
    const [a, b] = [numberOf.get(name), is === null ? undefined : numberOf.get(is)];
    if (!sure || a === undefined || b === undefined || a === b) continue;
    const [first, second] = [people.get(Math.min(a, b))!, people.get(Math.max(a, b))!];
    const called = [...(first.called ?? []), ...(second.called ?? [])];
    const names = [...first.names, ...second.names.filter((other) => !first.names.includes(other))];
    const joined = [...(first.joined ?? []), second.number, ...(second.joined ?? [])].sort((x, y) => x - y);
    people.set(first.number, { number: first.number, names, ...(called.length && { called }), joined });
    people.delete(second.number);
    for (const other of second.names) numberOf.set(other, first.number);
    isJoined = true;
  }
  return isJoined;
}

import { ownerName } from './owner.js';

/** Who a name is, as a person confirmed it; `is: null` where it is nobody who speaks. */
export interface KnownName {
  name: string;
  is: string | null;
}

/**
 * Whom confirmed names mean among the speakers of a day: the one confirmed, under that name or another confirmed one.
 * Null where that person does not speak, which is an answer too.
 */
export function resolveKnown(
  known: readonly KnownName[],
  speakers: ReadonlySet<string>,
): Map<string, string | null> {
  const bearers = new Map<string, string>();
  for (const { name, is } of known) if (is !== null && speakers.has(name)) bearers.set(is, name);
  const speakerOf = (is: string | null) => {
    if (is === null) return null;
    return speakers.has(is) || is === ownerName ? is : (bearers.get(is) ?? null);
  };
  // a name that itself speaks means its bearer; somebody who speaks under another name today is called by his own, too
  return new Map([
    ...[...bearers].filter(([is]) => !speakers.has(is)),
    ...known.map(({ name, is }) => [name, speakers.has(name) ? name : speakerOf(is)] as const),
  ]);
}

/** Confirmed names that occur in a day, as a speaker or behind an `@`; the others cannot change it. */
export function knownIn(
  known: readonly KnownName[],
  messages: readonly { speaker: string; text: string }[],
): KnownName[] {
  if (!known.length) return [];
  const speakers = new Set(messages.map((m) => m.speaker));
  const text = messages
    .filter((m) => m.text.includes('@'))
    .map((m) => m.text)
    .join('\n');
  const called = (name: string | null) => name !== null && text.includes(`@${name}`);
  return known.filter(({ name, is }) => speakers.has(name) || called(name) || called(is));
}

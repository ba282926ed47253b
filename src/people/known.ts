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

/** Whom confirmed names mean though no speaker bears the name, that one or another confirmed one: misspelt, or of other days. */
export function unborneNames(known: readonly KnownName[], speakers: ReadonlyMap<string, unknown>): string[] {
  const borne = new Set(known.flatMap(({ name, is }) => (is !== null && speakers.has(name) ? [is] : [])));
  const meant = known.flatMap(({ is }) => (is === null || is === ownerName ? [] : [is]));
  return [...new Set(meant)].filter((is) => !speakers.has(is) && !borne.has(is));
}

/** Where a day calls somebody by one of many names: every name that stands right behind an `@`. */
function calledIn(calling: string, byFirst: ReadonlyMap<string, readonly string[]>): Set<string> {
  const called = new Set<string>();
  for (let at = calling.indexOf('@'); at >= 0; at = calling.indexOf('@', at + 1))
    for (const name of byFirst.get(calling[at + 1] ?? '') ?? [])
      if (calling.startsWith(name, at + 1)) called.add(name);
  return called;
}

/**
 * Finds confirmed names that occur in a day, as a speaker or behind an `@`; the others cannot change it.
 * @returns a function of a day's speakers and of those of its texts that call somebody
 */
export function knownFinder(
  known: readonly KnownName[],
): (speakers: readonly string[], calling: string) => KnownName[] {
  const byFirst = new Map<string, string[]>();
  for (const name of new Set(known.flatMap((k) => (k.is === null ? [k.name] : [k.name, k.is])))) {
    const list = byFirst.get(name[0] ?? '');
    if (list) list.push(name);
    else byFirst.set(name[0] ?? '', [name]);
  }
  return (speakers, calling) => {
    const speaking = new Set(speakers);
    const called = calledIn(calling, byFirst);
    return known.filter(
      ({ name, is }) => speaking.has(name) || called.has(name) || (is !== null && called.has(is)),
    );
  };
}

/** Confirmed names that occur in messages; see {@link knownFinder}. */
export function knownIn(
  known: readonly KnownName[],
  messages: readonly { speaker: string; text: string }[],
): KnownName[] {
  const calling = messages.flatMap((m) => (m.text.includes('@') ? [m.text] : []));
  return knownFinder(known)(
    messages.map((m) => m.speaker),
    calling.join('\n'),
  );
}

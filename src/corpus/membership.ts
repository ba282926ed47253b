import { ascending } from 'd3-array';
import { cardParts, formParts, isPersonal, nameKey, nameParts, type Resolution } from '../people/index.js';
import { type Activities, type Activity, addActivity } from './members.js';
import { mayBeSame, type ScheduledDay } from './schedule.js';
import { byDate } from './span.js';

/** A line of the list of members that a manager keeps (成员名单). */
export interface ListedMember {
  name: string;
  aliases: readonly string[];
  /** Whether the list says so; null where it does not say. */
  exempt: boolean | null;
  note: string;
  /** Line in its file, from 1. */
  line: number;
}

/** What is known of one person, in facts; what follows from them is for people to decide. */
export interface Member {
  /** As the list has it, or as most messages do. */
  name: string;
  /** All names that are taken for this person's, sorted. */
  names: readonly string[];
  /** The fullest name seen, and whether it has the group's form. */
  card: string;
  inForm: boolean;
  /** Null for somebody of the list who did not speak. */
  activity: Activity | null;
  /** Days with an announced talk to come, as `group/date`. */
  coming: readonly string[];
  /** From the list; null for somebody who is not on it. */
  listed: ListedMember | null;
  /** 0 to 1: how certain it is that all this is one person's. */
  certainty: number;
  /** Others whom the line of the list could mean. */
  rivals: readonly string[];
}

/** Below this a member stands among the uncertain ones. */
export const certainMember = 0.9;

/** How certain a line of the list means a speaker: by the very name, but for damage, by a personal part that one alone bears. */
const byKey = 0.95;
const byPersonalPart = 0.85;
const byAnyPart = 0.6;

interface Draft {
  names: Set<string>;
  activity: Activity | null;
  certainty: number;
  listed: ListedMember | null;
  rivals: string[];
}

/** The name that speaks for each name, over several steps, and how certain that is. */
function bearerOf(
  name: string,
  resolutions: ReadonlyMap<string, Resolution>,
): { name: string; certainty: number } {
  let [at, certainty] = [name, 1];
  for (const seen = new Set([name]); ; seen.add(at)) {
    const found = resolutions.get(at);
    if (!found?.resolved || found.speaker === null || seen.has(found.speaker)) return { name: at, certainty };
    at = found.speaker;
    certainty = Math.min(certainty, found.confidence);
  }
}

/** Names that speak, joined into people by what is resolved. */
function peopleOf(activities: Activities, resolutions: ReadonlyMap<string, Resolution>): Map<string, Draft> {
  const people = new Map<string, Draft>();
  for (const [name, activity] of activities) {
    const bearer = bearerOf(name, resolutions);
    const old = people.get(bearer.name);
    people.set(bearer.name, {
      names: new Set([...(old?.names ?? []), name]),
      activity: old?.activity ? addActivity(old.activity, activity) : activity,
      certainty: Math.min(old?.certainty ?? 1, bearer.certainty),
      listed: null,
      rivals: [],
    });
  }
  // names that nobody writes under, and that are known to mean somebody
  for (const name of [...resolutions.keys()].sort()) {
    const bearer = bearerOf(name, resolutions);
    if (bearer.name !== name && !activities.has(name)) people.get(bearer.name)?.names.add(name);
  }
  return people;
}

const partsOf = (name: string) => new Set(nameParts(name));

/** How certain it is that two names are one person's, as far as the names say. */
function alike(a: string, b: string): number {
  if (a === b) return 1;
  if (nameKey(a) !== '' && nameKey(a) === nameKey(b)) return byKey;
  const shared = [...partsOf(a)].filter((part) => partsOf(b).has(part));
  if (shared.some(isPersonal)) return byPersonalPart;
  return nameParts(a)[0] !== undefined && nameParts(a)[0] === nameParts(b)[0] ? byAnyPart : 0;
}

/** The person whom a line of the list means, and others whom it could mean as well. */
function matchOf(listed: ListedMember, people: ReadonlyMap<string, Draft>) {
  const scored = [...people].map(([key, { names }]) => ({
    key,
    score: Math.max(...[listed.name, ...listed.aliases].flatMap((a) => [...names].map((b) => alike(a, b)))),
  }));
  const best = Math.max(0, ...scored.map((s) => s.score));
  const found = best > 0 ? scored.filter((s) => s.score === best).map((s) => s.key) : [];
  return { found, certainty: found.length > 1 ? Math.min(best, byAnyPart) / found.length : best };
}

/** Puts the lines of the list to their people; who did not speak becomes one of his own. */
function enlist(people: Map<string, Draft>, list: readonly ListedMember[]): Draft[] {
  const silent: Draft[] = [];
  for (const listed of list) {
    const { found, certainty } = matchOf(listed, people);
    const only = found.length === 1 ? people.get(found[0]!)! : null;
    const names = [listed.name, ...listed.aliases];
    if (only && only.listed === null) {
      only.listed = listed;
      only.certainty = Math.min(only.certainty, certainty);
      for (const name of names) only.names.add(name);
    } else
      silent.push({
        names: new Set(names),
        activity: null,
        certainty: found.length ? certainty : 1,
        listed,
        rivals: found.flatMap((key) => [...people.get(key)!.names].slice(0, 1)).sort(),
      });
  }
  return silent;
}

/** Of a person's names the one that most messages bear. */
function mainName(draft: Draft, activities: Activities): string {
  const count = (name: string) => activities.get(name)?.messages ?? 0;
  return [...draft.names].sort((a, b) => count(b) - count(a) || ascending(a, b))[0]!;
}

/** The name with most parts of the group's form; of several the one called most. */
function cardOf(draft: Draft): string {
  const called = draft.activity?.calledBy ?? new Map<string, number>();
  const names = [...new Set([...draft.names, ...called.keys()])];
  return names.sort(
    (a, b) => cardParts(b) - cardParts(a) || (called.get(b) ?? 0) - (called.get(a) ?? 0) || ascending(a, b),
  )[0]!;
}

/** Whoever never spoke, then whoever was silent longest. */
function byLastWord({ activity: a, name }: Member, { activity: b, name: other }: Member): number {
  if (!a || !b) return Number(a !== null) - Number(b !== null) || ascending(name, other);
  return byDate(a.last.date, b.last.date) || ascending(a.last.time, b.last.time) || ascending(name, other);
}

/** What members are put together from. */
export interface Membership {
  activities: Activities;
  resolutions: readonly Resolution[];
  list: readonly ListedMember[];
  schedule: readonly ScheduledDay[];
}

/**
 * The group's members in facts (成员表): everybody who spoke and everybody on the list, whoever was silent longest first.
 * It says nothing of what to do about anybody.
 */
export function membersOf({ activities, resolutions, list, schedule }: Membership): Member[] {
  const people = peopleOf(activities, new Map(resolutions.map((r) => [r.name, r])));
  const silent = enlist(people, list);
  const planned = schedule.filter((day) => day.state === 'planned' && day.guest !== null);
  return [...people.values(), ...silent]
    .map((draft): Member => {
      const card = cardOf(draft);
      const { activity, listed, rivals } = draft;
      const names = [...draft.names].sort();
      const coming = planned.filter((day) =>
        names.some((name) => name === day.guest || mayBeSame(name, day.guest!)),
      );
      return {
        name: listed?.name ?? mainName(draft, activities),
        names,
        card,
        inForm: cardParts(card) >= formParts,
        activity,
        coming: coming.map((day) => `${day.group}/${day.date}`),
        listed,
        certainty: Math.round(100 * draft.certainty) / 100,
        rivals,
      };
    })
    .sort(byLastWord);
}

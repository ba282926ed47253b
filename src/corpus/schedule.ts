import { ascending } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import { nameKey, tellingParts } from '../people/index.js';
import type { Announcement, SlotState } from '../talks/index.js';
import { type Address, byAddress } from './address.js';
import { talksGiven } from './given.js';

/** An announcement and where it was made: `said` is the log's day. */
export interface SaidAnnouncement extends Announcement {
  group: string;
  said: string;
}

/** A talk that was given, as its day's log shows it. */
export interface HeldTalk {
  group: string;
  date: string;
  /** Its first message. */
  n: number;
  time: string;
  speaker: string;
  /** Null where it stays inside. */
  title: string | null;
  /** Who signed in by typing, once each, in the order of the log; who took a red packet or said nothing cannot be seen. */
  signins: readonly string[];
}

/** What many days say of talks, announced and given. A sum of days in any order: see {@link mergeProgrammes}. */
export interface Programme {
  announced: readonly SaidAnnouncement[];
  held: readonly HeldTalk[];
}

/** The programme of no days. */
export const emptyProgramme: Programme = { announced: [], held: [] };

/**
 * What one day says of talks.
 * @param inner the day as it is inside, where the other is its public edition
 */
export function programmeOf(analysis: DayAnalysis, inner: DayAnalysis = analysis): Programme {
  const { group, date, messages, announced } = analysis;
  return {
    announced: announced.map((a) => ({ ...a, group, said: date })),
    held: talksGiven(analysis, inner).map(({ n, speaker, title, signins }) => ({
      group,
      date,
      n,
      time: messages[n - 1]!.time.slice(0, 5),
      speaker,
      title,
      signins: [...new Set(signins.map((at) => messages[at - 1]!.speaker))],
    })),
  };
}

const saidAt = ({ group, said, n }: SaidAnnouncement): Address => ({ group, date: said, n });

/** Two lists as one, in order, what is in both once. */
function union<T>(a: readonly T[], b: readonly T[], order: (x: T, y: T) => number): T[] {
  const all = new Map([...a, ...b].map((item) => [JSON.stringify(item), item]));
  return [...all].sort(([k, x], [l, y]) => order(x, y) || ascending(k, l)).map(([, item]) => item);
}

/** Two programmes as one: associative, commutative, with {@link emptyProgramme} as zero. */
export const mergeProgrammes = (a: Programme, b: Programme): Programme => ({
  announced: union(
    a.announced,
    b.announced,
    (x, y) => byAddress(saidAt(x), saidAt(y)) || ascending(x.date, y.date),
  ),
  held: union(a.held, b.held, byAddress),
});

/** What an announcement said of a day before a later one said otherwise. */
export interface Replaced {
  guest: string | null;
  time: string | null;
  topic: string | null;
  state: SlotState;
  address: Address;
}

/** A day of the group's schedule (排期), as the latest announcements have it. */
export interface ScheduledDay {
  group: string;
  date: string;
  time: string | null;
  guest: string | null;
  topic: string | null;
  state: SlotState | 'held' | 'unseen';
  /** The announcement that holds; null where the talk was never announced. */
  address: Address | null;
  /** What it replaces, the oldest first. */
  replaced: readonly Replaced[];
  held: readonly HeldTalk[];
}

/** Whether two names may be one person's: they have a part in common that tells something. */
export function mayBeSame(a: string, b: string): boolean {
  const [x, y] = [nameKey(a), nameKey(b)];
  return (x !== '' && x === y) || tellingParts(a).some((part) => tellingParts(b).includes(part));
}

type Days = Map<string, ScheduledDay>;

/** Whether a later announcement says otherwise, and not only more. */
function differs(old: ScheduledDay, next: ScheduledDay): boolean {
  const changed = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  return (
    old.state !== next.state ||
    changed(old.time, next.time) ||
    (old.guest !== null && next.guest !== null && !mayBeSame(old.guest, next.guest)) ||
    (old.guest !== null && next.guest === null)
  );
}

/** The day as an announcement leaves it. `moved` is what stood on the day from which the talk comes. */
function heeding(
  a: SaidAnnouncement,
  old: ScheduledDay | undefined,
  moved: ScheduledDay | undefined,
): ScheduledDay {
  const base = moved ?? (a.state === 'planned' || a.state === 'off' ? old : undefined);
  const isOther = a.guest !== null && !!base?.guest && !mayBeSame(a.guest, base.guest);
  const kept = isOther ? undefined : base;
  const next: ScheduledDay = {
    group: a.group,
    date: a.date,
    time: a.time ?? (moved ? null : (kept?.time ?? null)),
    guest: a.guest ?? kept?.guest ?? null,
    topic: a.topic ?? kept?.topic ?? null,
    state: a.state,
    address: saidAt(a),
    replaced: [],
    held: [],
  };
  if (!old?.address) return next;
  const { guest, time, topic, state, address } = old;
  const before =
    state === 'held' || state === 'gap' || state === 'unseen' || !differs(old, next)
      ? []
      : [{ guest, time, topic, state, address }];
  return { ...next, replaced: [...old.replaced, ...before] };
}

/** Heeds the announcements of one message: what they move is moved at once, so that two talks can swap their days. */
function heed(days: Days, message: readonly SaidAnnouncement[]): void {
  const before = new Map(days);
  for (const a of message) {
    const old = before.get(`${a.group}/${a.date}`);
    // that a list leaves a day out does not take a talk off it
    if (a.state === 'gap' && old) continue;
    const moved = a.movedFrom === null ? undefined : before.get(`${a.group}/${a.movedFrom}`);
    days.set(`${a.group}/${a.date}`, heeding(a, old, moved));
  }
}

/** The schedule that a programme adds up to: every day announced or held, by group and date. A later announcement wins. */
export function scheduleOf({ announced, held }: Programme): ScheduledDay[] {
  const days: Days = new Map();
  for (let i = 0; i < announced.length; ) {
    const until = announced.findIndex((a, k) => k > i && byAddress(saidAt(a), saidAt(announced[i]!)) !== 0);
    const next = until < 0 ? announced.length : until;
    heed(days, announced.slice(i, next));
    i = next;
  }
  for (const talk of held) {
    const key = `${talk.group}/${talk.date}`;
    const { group, date, time, speaker, title } = talk;
    const unannounced = {
      group,
      date,
      time,
      guest: speaker,
      topic: title,
      address: null,
      replaced: [],
      held: [],
    };
    const day = days.get(key) ?? { ...unannounced, state: 'held' as const };
    days.set(key, {
      ...day,
      state: 'held',
      guest: day.guest ?? speaker,
      topic: day.topic ?? title,
      held: [...day.held, talk],
    });
  }
  return [...days.values()].sort((a, b) => ascending(a.group, b.group) || ascending(a.date, b.date));
}

/**
 * A schedule as it stands when the logs end: of a talk that was planned for a day before its group's last one, and that no
 * log shows, it cannot be said whether it was given.
 * @param last each group's last day
 */
export const asOf = (days: readonly ScheduledDay[], last: ReadonlyMap<string, string>): ScheduledDay[] =>
  days.map((day) =>
    day.state === 'planned' && day.date < (last.get(day.group) ?? '') ? { ...day, state: 'unseen' } : day,
  );

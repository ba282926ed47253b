import { ascending } from 'd3-array';
import type { Day } from '../read/index.js';
import { answersWithin, everyone, type Mention } from './mentions.js';
import { tellingParts } from './names.js';

/** What speaks for two names being one person, counted over days. */
export interface PairEvidence {
  /** Calls of the name that this speaker was the first to answer. */
  answers: number;
  /** Of these, the ones that called the caller back by name. */
  callbacks: number;
  /** Days with such an answer. */
  answerDays: number;
  /** Messages that stand twice in one second, once under each name. */
  doubled: number;
  /** Days on which both names spoke, each for itself: what speaks against. Counted for names that share a part. */
  together: number;
}

/**
 * The roster (名册): what many days say about who is who. Whole numbers only, which add up in any order; what they mean
 * is worked out when it is read.
 */
export interface Roster {
  /** Messages of each speaker, second copies left out. */
  speakers: ReadonlyMap<string, number>;
  /** How often each name was called while nobody of that name spoke. */
  calls: ReadonlyMap<string, number>;
  /** Evidence by `name → speaker`. For doubled messages the name that sorts first stands first. */
  pairs: ReadonlyMap<string, ReadonlyMap<string, PairEvidence>>;
}

/** The roster of no days. */
export const emptyRoster: Roster = { speakers: new Map(), calls: new Map(), pairs: new Map() };

/** Nothing speaks for two names being one person's. */
export const noEvidence: PairEvidence = { answers: 0, callbacks: 0, answerDays: 0, doubled: 0, together: 0 };

const byKey = <T>([a]: [string, T], [b]: [string, T]) => ascending(a, b);

/** Two maps as one with sorted keys; what is in both is added. */
function add<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>, sum: (x: T, y: T) => T) {
  const all = new Map(a);
  for (const [key, value] of b) all.set(key, all.has(key) ? sum(all.get(key)!, value) : value);
  return new Map([...all].sort(byKey));
}

const plus = (x: number, y: number) => x + y;

const addEvidence = (a: PairEvidence, b: PairEvidence): PairEvidence => ({
  answers: a.answers + b.answers,
  callbacks: a.callbacks + b.callbacks,
  answerDays: a.answerDays + b.answerDays,
  doubled: a.doubled + b.doubled,
  together: a.together + b.together,
});

/** Two rosters as one: associative, commutative, with {@link emptyRoster} as zero. */
export const mergeRosters = (a: Roster, b: Roster): Roster => ({
  speakers: add(a.speakers, b.speakers, plus),
  calls: add(a.calls, b.calls, plus),
  pairs: add(a.pairs, b.pairs, (x, y) => add(x, y, addEvidence)),
});

/** Mentions of a day by message, with the speakers whom they mean. */
type Calls = readonly (readonly (Mention & { speaker: string | null })[])[];

/** Gathers what one day says. */
class DayRoster {
  readonly speakers = new Map<string, number>();
  readonly calls = new Map<string, number>();
  readonly pairs = new Map<string, Map<string, PairEvidence>>();

  see(name: string, speaker: string, more: Partial<PairEvidence>): void {
    const pairs = this.pairs.get(name) ?? new Map<string, PairEvidence>();
    this.pairs.set(name, pairs);
    pairs.set(speaker, addEvidence(pairs.get(speaker) ?? noEvidence, { ...noEvidence, ...more }));
  }
}

/** What a day says about who is who. */
export function rosterOf(day: Pick<Day, 'messages'>, { mentions }: { mentions: Calls }): Roster {
  const found = new DayRoster();
  const speaking = new Set(day.messages.map((m) => m.speaker));
  for (const { speaker, duplicateOf } of day.messages) {
    if (!speaker) continue;
    if (duplicateOf === null) found.speakers.set(speaker, (found.speakers.get(speaker) ?? 0) + 1);
    else {
      const [a, b] = [day.messages[duplicateOf - 1]!.speaker, speaker].sort();
      if (a) found.see(a, b!, { doubled: 1 });
    }
  }
  addCalls(found, day, mentions, speaking);
  addTogether(found, [...speaking].filter(Boolean).sort());
  for (const [, speakers] of found.pairs)
    for (const [speaker, e] of speakers) if (e.answers) speakers.set(speaker, { ...e, answerDays: 1 });
  return mergeRosters(emptyRoster, found);
}

/** Who is first to answer a call of a name that nobody bears that day. */
function addCalls(
  found: DayRoster,
  day: Pick<Day, 'messages'>,
  mentions: Calls,
  speaking: ReadonlySet<string>,
): void {
  const { messages } = day;
  messages.forEach((call, i) => {
    if (call.duplicateOf !== null) return;
    for (const name of new Set(mentions[i]!.map((x) => x.name))) {
      if (speaking.has(name) || name === everyone) continue;
      found.calls.set(name, (found.calls.get(name) ?? 0) + 1);
      const answer = firstAnswer(messages, i);
      if (answer === null) continue;
      const back = mentions[answer]!.some((x) => x.speaker === call.speaker);
      found.see(name, messages[answer]!.speaker, { answers: 1, callbacks: back ? 1 : 0 });
    }
  });
}

/** Speakers of one day who share a part of their names and are not each other's second copies. */
function addTogether(found: DayRoster, speakers: string[]): void {
  const bearers = new Map<string, string[]>();
  for (const speaker of speakers)
    for (const part of new Set(tellingParts(speaker)))
      bearers.set(part, [...(bearers.get(part) ?? []), speaker]);
  const seen = new Set<string>();
  for (const names of bearers.values())
    names.forEach((a, i) => {
      for (const b of names.slice(i + 1)) {
        if (seen.has(`${a}\0${b}`) || found.pairs.get(a)?.get(b)?.doubled) continue;
        seen.add(`${a}\0${b}`);
        found.see(a, b, { together: 1 });
      }
    });
}

/** The first message of somebody else soon after a call; the caller's own copy is not somebody else. */
function firstAnswer(messages: Day['messages'], at: number): number | null {
  const call = messages[at]!;
  for (let i = at + 1; i < messages.length && messages[i]!.second - call.second <= answersWithin; i++) {
    const m = messages[i]!;
    if (m.speaker && m.speaker !== call.speaker && m.duplicateOf === null) return i;
  }
  return null;
}

import { cuesOf } from './cues.js';
import type { Monologue } from './monologue.js';
import { inverseFrequency } from './shared-words.js';
import { anchorsOf } from './signin.js';
import type { Utterance } from './utterance.js';

/** What the link model sees of a day besides the links themselves (场景): every message once, people and words as numbers. */
export interface Scene {
  utterances: Utterance[];
  language: 'zh' | 'en';
  /** Bits of {@link cuesOf}. */
  cues: Int32Array;
  /** Who speaks, as a number; how many speakers there are. */
  who: Int32Array;
  people: number;
  /** Whom each message calls, as numbers. */
  calls: number[][];
  /** Nicks that stand anywhere in the text (English). */
  names: number[][];
  /** Previous and next message of the same speaker, -1 where there is none. */
  previousOwn: Int32Array;
  nextOwn: Int32Array;
  /** Mean of log2(1 + seconds) between the last messages: the pace of that moment. */
  pace: Float64Array;
  /** The passage of the talk before this one, -1 elsewhere; who gives a talk. */
  passageBefore: Int32Array;
  isGuest: Uint8Array;
  /** Where a sign-in belongs, -1 for what is none. */
  anchor: Int32Array;
  /** By word: see {@link inverseFrequency}. */
  idf: Float64Array;
}

/** How strongly the last gap counts in the pace; and the pace that a day begins with, a gap of half a minute. */
const paceDecay = 0.15;
const firstPace = 5;

/** Nicks that are shorter are mostly words. */
const shortestNick = 3;
/** A nick that is named more often than this, by the messages of its bearer, is an everyday word. */
const mostNamed = (messages: number) => 4 + 3 * messages;

/** The nicks that stand in each text, but for those that are everyday words (`the`, `ubuntu`): they would be named all the time. */
function nicksIn(texts: string[], ids: Map<string, number>, who: Int32Array): number[][] {
  const nicks = new Map<string, number>();
  for (const [name, id] of ids) if (name.length >= shortestNick) nicks.set(name.toLowerCase(), id);
  const found = texts.map((text, i) => {
    const list: number[] = [];
    for (const word of text.toLowerCase().split(/[\s:,;.!?()]+/)) {
      const id = nicks.get(word);
      if (id !== undefined && id !== who[i] && !list.includes(id)) list.push(id);
    }
    return list;
  });
  const counts = new Map<number, number>();
  for (const list of found) for (const id of list) counts.set(id, (counts.get(id) ?? 0) + 1);
  const spoken = new Map<number, number>();
  for (const id of who) spoken.set(id, (spoken.get(id) ?? 0) + 1);
  return found.map((list) => list.filter((id) => counts.get(id)! <= mostNamed(spoken.get(id)!)));
}

/** The previous and the next message of the same speaker, by index; -1 where there is none. */
function ownMessages(who: Int32Array, people: number): Pick<Scene, 'previousOwn' | 'nextOwn'> {
  const previousOwn = new Int32Array(who.length).fill(-1);
  const nextOwn = new Int32Array(who.length).fill(-1);
  const last = new Int32Array(people).fill(-1);
  who.forEach((person, i) => {
    const own = last[person]!;
    previousOwn[i] = own;
    if (own >= 0) nextOwn[own] = i;
    last[person] = i;
  });
  return { previousOwn, nextOwn };
}

/** The pace before each message: a running mean of the gaps. */
function paceOf(utterances: readonly Utterance[]): Float64Array {
  const pace = new Float64Array(utterances.length);
  let mean = firstPace;
  utterances.forEach((u, i) => {
    pace[i] = mean;
    if (!i) return;
    const gap = Math.max(0, u.second - utterances[i - 1]!.second);
    mean += paceDecay * (Math.log2(1 + gap) - mean);
  });
  return pace;
}

/** The passage of a talk before each passage, by index; -1 elsewhere. */
function passagesBefore(talks: readonly Monologue[], count: number): Int32Array {
  const before = new Int32Array(count).fill(-1);
  for (const { passages } of talks)
    passages.forEach((p, k) => {
      if (k) before[p] = passages[k - 1]!;
    });
  return before;
}

/**
 * Reads a day for the link model.
 * @param texts the messages' texts, in the order of `utterances`
 * @param size how many different content words there are
 */
export function sceneOf(
  utterances: Utterance[],
  texts: string[],
  talks: Monologue[],
  size: number,
  language: 'zh' | 'en',
): Scene {
  const ids = new Map<string, number>();
  const idOf = (name: string) => {
    const id = ids.get(name) ?? ids.size;
    ids.set(name, id);
    return id;
  };
  const who = Int32Array.from(utterances, (u) => idOf(u.speaker));
  const calls = utterances.map((u) => u.to.map(idOf));
  const { previousOwn, nextOwn } = ownMessages(who, ids.size);
  const isGuest = new Uint8Array(ids.size);
  for (const { speaker } of talks) isGuest[idOf(speaker)] = 1;
  return {
    utterances,
    language,
    cues: Int32Array.from(texts, (text) => cuesOf(text, language)),
    who,
    people: ids.size,
    calls,
    names: language === 'en' ? nicksIn(texts, ids, who) : texts.map(() => []),
    previousOwn,
    nextOwn,
    pace: paceOf(utterances),
    passageBefore: passagesBefore(talks, utterances.length),
    isGuest,
    anchor: anchorsOf(utterances),
    idf: inverseFrequency(utterances, size),
  };
}

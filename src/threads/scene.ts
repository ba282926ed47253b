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
  /** Whom a message calls, as numbers; `head` where the call opens the message. */
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
  idf: Float64Array;
}

/** How strongly the last gap counts in the pace. */
const paceDecay = 0.15;

/** Nicks that everyday words hide (`the`, `ubuntu`) would be called all the time: a nick is a word few others use. */
function nicksIn(texts: string[], ids: Map<string, number>, who: Int32Array): number[][] {
  const nicks = new Map<string, number>();
  for (const [name, id] of ids) if (name.length >= 3) nicks.set(name.toLowerCase(), id);
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
  return found.map((list) => list.filter((id) => counts.get(id)! <= 4 + 3 * spoken.get(id)!));
}

/** Reads a day for the link model. `texts` are the messages' texts, in the order of `utterances`. */
export function sceneOf(
  utterances: Utterance[],
  texts: string[],
  talks: Monologue[],
  size: number,
  language: 'zh' | 'en',
): Scene {
  const n = utterances.length;
  const ids = new Map<string, number>();
  const idOf = (name: string) => {
    const id = ids.get(name) ?? ids.size;
    ids.set(name, id);
    return id;
  };
  const who = Int32Array.from(utterances, (u) => idOf(u.speaker));
  const calls = utterances.map((u) => u.to.map(idOf));
  const previousOwn = new Int32Array(n).fill(-1);
  const nextOwn = new Int32Array(n).fill(-1);
  const last = new Int32Array(ids.size).fill(-1);
  const pace = new Float64Array(n);
  let mean = 5;
  for (let i = 0; i < n; i++) {
    const own = last[who[i]!]!;
    previousOwn[i] = own;
    if (own >= 0) nextOwn[own] = i;
    last[who[i]!] = i;
    pace[i] = mean;
    if (i) {
      const gap = Math.max(0, utterances[i]!.second - utterances[i - 1]!.second);
      mean += paceDecay * (Math.log2(1 + gap) - mean);
    }
  }
  const passageBefore = new Int32Array(n).fill(-1);
  const isGuest = new Uint8Array(ids.size);
  for (const talk of talks) {
    isGuest[idOf(talk.speaker)] = 1;
    talk.passages.forEach((p, k) => {
      if (k) passageBefore[p] = talk.passages[k - 1]!;
    });
  }
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
    pace,
    passageBefore,
    isGuest,
    anchor: anchorsOf(utterances),
    idf: inverseFrequency(utterances, size),
  };
}

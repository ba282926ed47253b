import type { Asked } from './asking.js';
import type { Turn } from './conversation.js';

/** How the links lead from a turn up to a question. */
export interface Path {
  reaches: boolean;
  hops: number;
  probability: number;
  /** Whether every turn between is the answerer's own; whether every one is his or the asker's. */
  own: boolean;
  throughAsker: boolean;
}

const mostHops = 12;

export function pathTo(turns: readonly Turn[], group: ReadonlySet<number>, asker: string, t: Turn): Path {
  let at = t;
  let probability = 1;
  const path = { own: true, throughAsker: true };
  for (let hops = 1; hops <= mostHops && at.parent !== at.i; hops++) {
    probability *= at.probability;
    at = turns[at.parent]!;
    if (group.has(at.i)) return { ...path, reaches: true, hops, probability };
    if (at.speaker !== t.speaker) path.own = false;
    if (at.speaker !== t.speaker && at.speaker !== asker) path.throughAsker = false;
  }
  return { reaches: false, hops: 0, probability: 0, own: false, throughAsker: false };
}

/** How probable it is that each turn goes on from a question: at once, over turns of its own speaker, over any. By place. */
export interface Expected {
  direct: ReadonlyMap<number, number>;
  run: ReadonlyMap<number, number>;
  descent: ReadonlyMap<number, number>;
}

/** What is less probable is left out. */
const leastExpected = 0.01;

/** The turns that may go on from each turn, rising: the alternatives turned round. */
export function continuationsOf(turns: readonly Turn[]): number[][] {
  const continuations = turns.map((): number[] => []);
  for (const t of turns) for (const { parent } of t.alternatives) continuations[parent]!.push(t.i);
  return continuations;
}

/** Follows the links from a question on through every turn that may go on from it. */
export function expectedOf(
  turns: readonly Turn[],
  continuations: readonly (readonly number[])[],
  group: Asked,
): Expected {
  const [direct, run, descent] = [
    new Map<number, number>(),
    new Map<number, number>(),
    new Map<number, number>(),
  ];
  const members = new Set(group.turns);
  const reached = new Uint8Array(turns.length);
  const reach = (from: number) => {
    for (const i of continuations[from]!) reached[i] = 1;
  };
  for (const member of members) reach(member);
  for (let i = group.turns[0]! + 1; i < turns.length; i++) {
    if (!reached[i] || members.has(i)) continue;
    const t = turns[i]!;
    let [d, r, a] = [0, 0, 0];
    for (const { parent, probability } of t.alternatives) {
      if (members.has(parent)) d += probability;
      else {
        a += probability * (descent.get(parent) ?? 0);
        if (turns[parent]!.speaker === t.speaker) r += probability * (run.get(parent) ?? 0);
      }
    }
    if (d > leastExpected) direct.set(i, d);
    if (d + r > leastExpected) run.set(i, d + r);
    if (d + a > leastExpected) {
      descent.set(i, d + a);
      reach(i);
    }
  }
  return { direct, run, descent };
}

const odds = (p: number) => Math.log2((p + 0.02) / (1.02 - p)) / 3;

/** The evidence of what is expected of a turn: at once, in a run, by descent, the first two also as odds. */
export function expectedEvidence(e: Expected, i: number): number[] {
  const [d, r, a] = [e.direct.get(i) ?? 0, e.run.get(i) ?? 0, e.descent.get(i) ?? 0];
  return [d, r, a, odds(d), odds(r)];
}

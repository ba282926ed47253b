import type { Turn } from './turn.js';

/** How the links lead from a turn up to a question. */
export interface Path {
  reaches: boolean;
  hops: number;
  probability: number;
  /** Whether every turn between is the answerer's own; whether every one is his or the asker's. */
  own: boolean;
  throughAsker: boolean;
}

/** A turn further down than this goes on from no question any more. */
const mostHops = 12;
const nowhere: Path = { reaches: false, hops: 0, probability: 0, own: false, throughAsker: false };

/** How far below a question a turn stands, by how far its parent does: 0 where the links do not lead up to the question. */
export function hopsBelow(isAsked: boolean, hopsOfParent: number): number {
  if (isAsked) return 1;
  return hopsOfParent > 0 && hopsOfParent < mostHops ? hopsOfParent + 1 : 0;
}

/** The path of so many hops from a turn up to a question; no hops lead nowhere. */
export function pathUp(turns: readonly Turn[], asker: string, t: Turn, hops: number): Path {
  if (!hops) return nowhere;
  let at = t;
  let probability = 1;
  let own = true;
  let throughAsker = true;
  for (let k = 1; k <= hops; k++) {
    probability *= at.probability;
    at = turns[at.parent]!;
    if (k === hops || at.speaker === t.speaker) continue;
    own = false;
    if (at.speaker !== asker) throughAsker = false;
  }
  return { reaches: true, hops, probability, own, throughAsker };
}

/** The alternatives of a day's turns laid end to end: those of turn `i` stand from `from[i]` up to `from[i + 1]`. */
interface Alternatives {
  from: Int32Array;
  parent: Int32Array;
  probability: Float64Array;
}

function alternativesOf(turns: readonly Turn[]): Alternatives {
  const count = turns.reduce((sum, t) => sum + t.alternatives.length, 0);
  const from = new Int32Array(turns.length + 1);
  const parent = new Int32Array(count);
  const probability = new Float64Array(count);
  let k = 0;
  turns.forEach((t, i) => {
    for (const a of t.alternatives) {
      parent[k] = a.parent;
      probability[k++] = a.probability;
    }
    from[i + 1] = k;
  });
  return { from, parent, probability };
}

/** The turns that may go on from each turn, rising: the alternatives turned round. */
function continuationsOf(turns: readonly Turn[]): number[][] {
  const continuations = turns.map((): number[] => []);
  for (const t of turns) for (const { parent } of t.alternatives) continuations[parent]!.push(t.i);
  return continuations;
}

/** What is less probable is left out. */
const leastExpected = 0.01;

/** How probable it is that each turn of a day goes on from a question: at once, over turns of its own speaker, over any. By place. */
export class Expected {
  readonly direct: Float64Array;
  readonly run: Float64Array;
  readonly descent: Float64Array;
  /** Place of the last turn that may go on from the question at all. */
  last = 0;
  private readonly reached: Uint8Array;
  private readonly alternatives: Alternatives;
  private readonly continuations: readonly (readonly number[])[];

  constructor(
    turns: readonly Turn[],
    /** Who speaks, by place. */
    private readonly who: Int32Array,
    /** The question that each turn belongs to. */
    private readonly groupOf: Int32Array,
  ) {
    this.direct = new Float64Array(turns.length);
    this.run = new Float64Array(turns.length);
    this.descent = new Float64Array(turns.length);
    this.reached = new Uint8Array(turns.length);
    this.alternatives = alternativesOf(turns);
    this.continuations = continuationsOf(turns);
  }

  /** Follows the links from the question `g`, of the turns `asked`, on through every turn that may go on from it. */
  follow(g: number, asked: readonly number[]): void {
    const { direct, run, descent, reached, groupOf } = this;
    for (const column of [direct, run, descent, reached]) column.fill(0);
    this.last = asked[0]!;
    for (const i of asked) this.reach(i);
    for (let i = asked[0]! + 1; i <= this.last; i++) {
      if (reached[i] === 0 || groupOf[i] === g) continue;
      const [d, r, a] = this.expectedAt(i, g);
      if (d > leastExpected) direct[i] = d;
      if (d + r > leastExpected) run[i] = d + r;
      if (d + a > leastExpected) {
        descent[i] = d + a;
        this.reach(i);
      }
    }
  }

  private reach(from: number): void {
    const onward = this.continuations[from]!;
    for (const i of onward) this.reached[i] = 1;
    this.last = Math.max(this.last, onward.at(-1) ?? 0);
  }

  private expectedAt(i: number, g: number): [number, number, number] {
    const { run, descent, groupOf, who } = this;
    const { from, parent, probability } = this.alternatives;
    let d = 0;
    let r = 0;
    let a = 0;
    for (let k = from[i]!; k < from[i + 1]!; k++) {
      const on = parent[k]!;
      if (groupOf[on] === g) {
        d += probability[k]!;
        continue;
      }
      a += probability[k]! * descent[on]!;
      if (who[on] === who[i]) r += probability[k]! * run[on]!;
    }
    return [d, r, a];
  }
}

/** A probability as log-odds to the base 2, kept from infinity and brought to the scale of other evidence. */
export const expectedOdds = (p: number) => Math.log2((p + 0.02) / (1.02 - p)) / 3;

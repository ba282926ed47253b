import {
  type AskedFacts,
  factsOf,
  pairFeatures,
  type Questions,
  type Standing,
  writePairEvidence,
} from './answer-features.js';
import type { Asked } from './asking.js';
import { Expected, hopsBelow } from './expected.js';
import { Meanwhile } from './meanwhile.js';

/** An unlinked turn is looked at as far as so many turns and seconds behind a question. */
const farthest = 30;
const longest = 3600;
/** Log-odds from which a group counts as a question that stands between. */
const likely = -1;
const calledWithin = 8 * 3600;
/** A turn further away goes on from a question at least so probably. */
const leastDescent = 0.05;

/** Where the first likely question of each asker begins; behind the whole day for those who ask nothing. */
function firstAskedOf({ groups, scores, turns, columns: { who, people } }: Questions): Int32Array {
  const first = new Int32Array(people).fill(turns.length);
  groups.forEach(({ turns: [began] }, g) => {
    const asker = who[began!]!;
    if (scores[g]! > likely) first[asker] = Math.min(began!, first[asker]!);
  });
  return first;
}

/** The last turn that calls each person; -1 for those whom nobody calls. */
function lastCalledOf({ columns: { calls, people } }: Questions): Int32Array {
  const last = new Int32Array(people).fill(-1);
  calls.forEach((called, i) => {
    for (const person of called) last[person] = i;
  });
  return last;
}

/** At which turns a likely question begins. */
function likelyAt({ groups, scores, turns }: Questions): Uint8Array {
  const begins = new Uint8Array(turns.length);
  groups.forEach(({ turns: [began] }, g) => {
    if (scores[g]! > likely) begins[began!] = 1;
  });
  return begins;
}

/** Goes through the turns behind each question of a day, one question after another. */
class Walk {
  private readonly firstAsked: Int32Array;
  private readonly lastCalled: Int32Array;
  private readonly begins: Uint8Array;
  private readonly asked: Uint8Array;
  private readonly hops: Uint8Array;
  private readonly expected: Expected;
  private readonly meanwhile: Meanwhile;

  constructor(private readonly q: Questions) {
    this.firstAsked = firstAskedOf(q);
    this.lastCalled = lastCalledOf(q);
    this.begins = likelyAt(q);
    this.asked = new Uint8Array(q.columns.vocabulary);
    this.hops = new Uint8Array(q.turns.length);
    this.expected = new Expected(q.turns, q.columns.who, q.groupOf);
    this.meanwhile = new Meanwhile(q.columns.people);
  }

  /** Goes through the turns behind the question `g` and shows each that may answer it, as the day then stands. */
  behind(g: number, show: (standing: Standing, i: number) => void): void {
    const { columns, groups, groupOf } = this.q;
    const { who, parent, thread } = columns;
    const { asked, hops, expected, meanwhile } = this;
    const group = groups[g]!;
    const facts = factsOf(this.q, g);
    const standing = { facts, asked, expected, meanwhile, hops };
    this.mark(group, 1);
    expected.follow(g, group.turns);
    hops.fill(0);
    meanwhile.start(facts.first.i, facts.asker, facts.first.thread);
    for (let i = facts.first.i + 1, last = this.lastFor(facts); i <= last; i++) {
      if (groupOf[i] === g) {
        meanwhile.restart(i);
        continue;
      }
      const from = parent[i]!;
      if (from !== i) hops[i] = hopsBelow(groupOf[from] === g, hops[from]!);
      if (this.mayAnswer(facts, i)) show(standing, i);
      meanwhile.pass(who[i]!, thread[i]!, this.begins[i] === 1);
    }
    this.mark(group, 0);
  }

  /** Behind this place nothing may answer a question any more: it is far, calls nobody, and goes on from elsewhere. */
  private lastFor({ first, asker }: AskedFacts): number {
    const reached = Math.max(first.i + farthest, this.expected.last, this.lastCalled[asker]!);
    return Math.min(reached, this.q.turns.length - 1);
  }

  /** Marks which words of the day a question has. */
  private mark(group: Asked, has: 0 | 1): void {
    for (const i of group.turns) for (const word of this.q.columns.words[i]!) this.asked[word] = has;
  }

  /** Whether a turn behind a question may answer it at all. */
  private mayAnswer({ asker, first }: AskedFacts, i: number): boolean {
    const { columns, traits } = this.q;
    if (columns.who[i] === asker || !traits[i]!.mayAnswer) return false;
    const wait = columns.second[i]! - first.second;
    if (wait > calledWithin) return false;
    const calls = columns.calls[i]!;
    if (calls.includes(asker)) return true;
    const isNear = i - first.i <= farthest && wait <= longest;
    if (!isNear && this.expected.descent[i]! < leastDescent) return false;
    return !calls.length || !this.isSaidToAnother(calls, i);
  }

  /** Whether a turn that calls others calls one who has a question behind him or just spoke. */
  private isSaidToAnother(calls: readonly number[], i: number): boolean {
    return calls.includes(this.q.columns.who[i - 1]!) || calls.some((called) => this.firstAsked[called]! < i);
  }
}

/**
 * Shows every turn that may answer a question: question by question, the turns behind it in order. `row` is the evidence on
 * the pair in the order of `pairFeatures`, and holds only until the next one is shown.
 */
export function visitCandidates(
  q: Questions,
  visit: (group: number, turn: number, row: Float64Array) => void,
): void {
  const walk = new Walk(q);
  const row = new Float64Array(pairFeatures.length);
  q.groups.forEach((_, g) => {
    walk.behind(g, (standing, i) => {
      writePairEvidence(q, standing, i, row);
      visit(g, i, row);
    });
  });
}

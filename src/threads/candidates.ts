import type { History } from './history.js';
import type { Scene } from './scene.js';

/** A parent is looked for among this many messages; beyond, only where someone is called, goes on or signs in. */
export const nearest = 30;
/** How far back, in seconds; farther where somebody is called. */
const horizon = 4 * 3600;
const calledHorizon = 14 * 3600;
/** Room for the nearest messages and those beyond; what does not fit is left out. */
export const mostCandidates = nearest + 16;

/** The candidate parents of one message after another (候选), with what stands between; arrays are used over and over. */
export class Candidates {
  /** Indices of the candidates. */
  readonly at = new Int32Array(mostCandidates);
  /** Between candidate and message: speakers' turns, the longest gap in seconds, messages of the two people. */
  readonly turns = new Int32Array(mostCandidates);
  readonly pause = new Float64Array(mostCandidates);
  readonly own = new Int32Array(mostCandidates);
  /** 1 for a candidate beyond the nearest. */
  readonly far = new Uint8Array(mostCandidates);
  count = 0;
  /** Messages of each person so far on the way back, and the message for which they were counted. */
  private readonly by: Int32Array;
  private readonly stamp: Int32Array;

  constructor(private readonly scene: Scene) {
    this.by = new Int32Array(scene.people);
    this.stamp = new Int32Array(scene.people).fill(-1);
  }

  /** Finds the candidates of message `i`, the nearest first. */
  find(i: number, history: History): void {
    const { utterances, who, calls, names, previousOwn, passageBefore, anchor } = this.scene;
    this.count = 0;
    const now = utterances[i]!.second;
    let [turns, pause, mine] = [0, 0, 0];
    let j = i - 1;
    for (; j >= 0 && j >= i - nearest && now - utterances[j]!.second <= horizon; j--) {
      pause = Math.max(pause, utterances[j + 1]!.second - utterances[j]!.second);
      if (j < i - 1 && who[j] !== who[j + 1]) turns++;
      const author = who[j]!;
      const byAuthor = this.stamp[author] === i ? this.by[author]! : 0;
      this.push(j, turns, pause, author === who[i] ? mine : mine + byAuthor, 0);
      this.stamp[author] = i;
      this.by[author] = byAuthor + 1;
      if (author === who[i]) mine++;
    }
    const far = (k: number, within: number) => {
      if (k < 0 || k > j || now - utterances[k]!.second > within || this.count >= mostCandidates) return;
      for (let c = 0; c < this.count; c++) if (this.at[c] === k) return;
      this.push(k, turns, pause, 0, 1);
    };
    for (const person of calls[i]!) far(history.lastOf[person]!, calledHorizon);
    for (const person of names[i]!) far(history.lastOf[person]!, calledHorizon);
    far(previousOwn[i]!, horizon);
    far(history.lastCall[who[i]!]!, horizon);
    far(passageBefore[i]!, calledHorizon);
    far(anchor[i]!, calledHorizon);
  }

  private push(j: number, turns: number, pause: number, own: number, far: number): void {
    const k = this.count++;
    this.at[k] = j;
    this.turns[k] = turns;
    this.pause[k] = pause;
    this.own[k] = own;
    this.far[k] = far;
  }
}

import type { Scene } from './scene.js';

/** The links of a day so far (历史), and what follows from them for the next message; grows message by message. */
export class History {
  readonly parents: Int32Array;
  readonly roots: Int32Array;
  /** Replies that others gave to a message, reactions aside. */
  readonly replies: Int32Array;
  /** Of a thread, by its root: how many messages, its last one, how many people. */
  readonly size: Int32Array;
  readonly last: Int32Array;
  readonly speakers: Int32Array;
  /** A speaker's last message so far, and the last message that called him, -1 where there is none. */
  readonly lastOf: Int32Array;
  readonly lastCall: Int32Array;
  private readonly members = new Set<number>();
  private readonly words = new Map<number, Set<number>>();

  constructor(private readonly scene: Scene) {
    const n = scene.utterances.length;
    this.parents = new Int32Array(n);
    this.roots = new Int32Array(n);
    this.replies = new Int32Array(n);
    this.size = new Int32Array(n);
    this.last = new Int32Array(n);
    this.speakers = new Int32Array(n);
    this.lastOf = new Int32Array(scene.people).fill(-1);
    this.lastCall = new Int32Array(scene.people).fill(-1);
  }

  /** Whether somebody has spoken in a thread. */
  speaksIn(person: number, root: number): boolean {
    return this.members.has(root * this.scene.people + person);
  }

  wordsOf(root: number): ReadonlySet<number> | undefined {
    return this.words.get(root);
  }

  /** Adds message `i` with its parent; messages come in order. */
  add(i: number, parent: number): void {
    const { who, utterances, calls, people } = this.scene;
    const person = who[i]!;
    const root = parent === i ? i : this.roots[parent]!;
    this.parents[i] = parent;
    this.roots[i] = root;
    this.size[root]!++;
    this.last[root] = i;
    const key = root * people + person;
    if (!this.members.has(key)) {
      this.members.add(key);
      this.speakers[root]!++;
    }
    const words = this.words.get(root);
    if (words) for (const word of utterances[i]!.words) words.add(word);
    else this.words.set(root, new Set(utterances[i]!.words));
    if (parent !== i && who[parent] !== person && utterances[i]!.form !== 'reaction') this.replies[parent]!++;
    this.lastOf[person] = i;
    for (const called of calls[i]!) this.lastCall[called] = i;
  }
}

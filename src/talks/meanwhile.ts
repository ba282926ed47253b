/**
 * What is said between a question's last message so far and each turn behind it, kept up while the day is gone through:
 * others' questions and the asker's own words. People are numbers.
 */
export class Meanwhile {
  /** Place of the question's last message so far. */
  last = 0;
  /** Whether the asker spoke, and whether he asked something else. */
  askerSpoke = false;
  askedOn = false;
  private asker = 0;
  private thread = 0;
  private asked = 0;
  private askedInThread = 0;
  /** How many of the questions each person put: to anybody, and in the question's thread. */
  private readonly by: Int32Array;
  private readonly byInThread: Int32Array;

  constructor(people: number) {
    this.by = new Int32Array(people);
    this.byInThread = new Int32Array(people);
  }

  /** Begins with a question's first message, at the place `last`. */
  start(last: number, asker: number, thread: number): void {
    this.asker = asker;
    this.thread = thread;
    this.restart(last);
  }

  /** Begins anew where the question goes on. */
  restart(last: number): void {
    this.last = last;
    this.askerSpoke = false;
    this.askedOn = false;
    if (this.asked) {
      this.by.fill(0);
      this.byInThread.fill(0);
    }
    this.asked = 0;
    this.askedInThread = 0;
  }

  /** A turn goes by: who speaks, in which thread, and whether a likely question begins with it. */
  pass(who: number, thread: number, asks: boolean): void {
    if (who === this.asker) this.askerSpoke = true;
    if (!asks) return;
    this.asked++;
    this.by[who]!++;
    if (who === this.asker) this.askedOn = true;
    if (thread !== this.thread) return;
    this.askedInThread++;
    this.byInThread[who]!++;
  }

  /** How many questions others than `who` put. */
  askedByOthers(who: number): number {
    return this.asked - this.by[who]!;
  }

  /** How many of them in the question's thread. */
  askedInThreadByOthers(who: number): number {
    return this.askedInThread - this.byInThread[who]!;
  }
}

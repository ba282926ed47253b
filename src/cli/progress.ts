import type { Io } from './io.js';
import { printable } from './printable.js';

/** Nothing is drawn before this many milliseconds, so that quick runs stay silent. */
const patience = 1000;
const widest = 70;

/** A line on the terminal that says how far a run is; nothing where there is no terminal. */
export class Progress {
  private readonly began = performance.now();
  private drawn = false;

  constructor(
    private readonly io: Io,
    private readonly shown: boolean,
  ) {}

  say(text: string): void {
    if (!this.shown || !this.io.terminal || performance.now() - this.began < patience) return;
    this.io.err(`\r\u001b[K${printable(text.slice(0, widest))}`);
    this.drawn = true;
  }

  clear(): void {
    if (this.drawn) this.io.err('\r\u001b[K');
    this.drawn = false;
  }
}

import { PassThrough, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

/** Keys that have no letter. */
export const keys = { enter: '\r', down: '\u001b[B', escape: '\u0003' };

const patience = 5_000;

/** A terminal without a person: what is said on it, and keys that are struck when it asks for them. */
export class FakeTerminal {
  readonly input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  said = '';
  readonly output = Object.assign(
    new Writable({
      write: (chunk, _, done) => {
        this.said += stripVTControlCharacters(String(chunk));
        done();
      },
    }),
    { isTTY: true, columns: 100, rows: 60 },
  );
  private heard = 0;

  /** Strikes keys once the terminal has said something (after what was waited for before). */
  async when(words: string, ...struck: string[]): Promise<void> {
    const end = Date.now() + patience;
    for (;;) {
      const at = this.said.indexOf(words, this.heard);
      if (at >= 0) {
        this.heard = at + words.length;
        break;
      }
      if (Date.now() > end) throw new Error(`not said: ${words}\n${this.said.slice(this.heard)}`);
      await wait(5);
    }
    for (const key of struck) {
      this.input.write(key);
      await wait(20); // a key at a time, as fingers do
    }
  }
}

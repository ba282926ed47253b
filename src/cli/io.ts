import type { Readable, Writable } from 'node:stream';
import { type Lang, words } from '../lang/index.js';
import { printable } from './printable.js';
import type { Problem } from './problem.js';

/** Where a command reads and speaks; tests hand in their own. */
export interface Io {
  cwd: string;
  out(text: string): void;
  err(text: string): void;
  /** Whether progress may be drawn: standard error is a terminal. */
  terminal: boolean;
  /** Set by Ctrl-C: a command stops before its next day. */
  interrupted(): boolean;
  /** What is piped into the program; read by commands that say so. */
  input?: Readable;
  /** What went wrong so far, as the command said it: who answers for a command that stops tells it, too. */
  problems: Problem[];
  /** Where somebody can be asked; absent where nobody sits at a terminal. */
  keyboard?: { input: Readable; output: Writable };
}

/**
 * The process's own. A reader that closes the pipe (`| head`) ends the program quietly; what else keeps it from speaking is
 * said, and ends it too.
 */
export function processIo(lang: Lang): Io {
  let interrupted = false;
  process.once('SIGINT', () => {
    interrupted = true;
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.ok);
    process.stderr.write(`${words(lang).cli.cannotUse('stdout', error.message)}\n`);
    process.exit(exitCodes.output);
  });
  process.stderr.on('error', () => {}); // nobody reads what goes wrong: no reason to stop
  return {
    cwd: process.cwd(),
    // a program that reads on gets every byte; a terminal none that it would obey
    out: (text) => void process.stdout.write(process.stdout.isTTY ? printable(text) : text),
    err: (text) => void process.stderr.write(text),
    terminal: process.stderr.isTTY === true,
    interrupted: () => interrupted,
    problems: [],
    get input() {
      return process.stdin;
    },
    ...(process.stdin.isTTY &&
      process.stdout.isTTY && { keyboard: { input: process.stdin, output: process.stdout } }),
  };
}

/** What the program ends with; see `huati --help`. */
export const exitCodes = { ok: 0, problems: 1, usage: 2, output: 3, interrupted: 130 } as const;

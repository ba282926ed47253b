import type { Io } from '../../src/cli/io.js';
import { main } from '../../src/cli/main.js';

// the cache and the name of whoever runs the tests are none of theirs
delete process.env.HUATI_CACHE;
delete process.env.HUATI_USER;

export interface Run {
  code: number;
  out: string;
  err: string;
}

/** Runs the program in a folder as a shell would, with words of its own to speak through. */
export async function huati(cwd: string, argv: string[], io: Partial<Io> = {}): Promise<Run> {
  const said = { out: '', err: '' };
  const code = await main(argv, {
    cwd,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    terminal: false,
    interrupted: () => false,
    problems: [],
    ...io,
  });
  return { code, ...said };
}

/** Options that make a run quick: the segmenter that loads at once, and no glossary. */
export const quick = ['--segmenter', '@node-rs/jieba', '--no-glossary'];

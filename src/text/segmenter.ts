import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Cuts Chinese text into words (分词). Both kinds are the same algorithm, jieba's, with slightly different dictionaries. */
export interface Segmenter {
  readonly name: SegmenterName;
  /** Words of a run of Chinese characters, in order, nothing left out; no guessing of unknown words (HMM off). */
  cut(run: string): readonly string[];
  /** A word's part of speech in jieba's tag set (ICTCLAS); `x` where it has none. */
  tag(word: string): string;
}

export const segmenterNames = ['nodejieba', '@node-rs/jieba'] as const;
export type SegmenterName = (typeof segmenterNames)[number];

/** Which segmenter to load: one by name, or nodejieba where it is installed and the other where it could not be. */
export type SegmenterChoice = SegmenterName | 'auto';

const require = createRequire(import.meta.url);

interface NodeJieba {
  load(options?: Record<string, string>): void;
  cut(text: string, strict: boolean): string[];
  tag(text: string): { word: string; tag: string }[];
}

/** So many runs of characters are remembered with their words: a day's text is cut twice, with a glossary and without. */
const mostRemembered = 2_000;

/**
 * The same segmenter, quicker where it is asked again: crossing over to native code costs more than looking up. Tags are
 * kept for good, as there are no more than words; cuts for a while.
 */
function remembering({ name, cut, tag }: Segmenter): Segmenter {
  const tags = new Map<string, string>();
  let cuts = new Map<string, readonly string[]>();
  return {
    name,
    cut(run) {
      const known = cuts.get(run);
      if (known) return known;
      if (cuts.size >= mostRemembered) cuts = new Map();
      const words = cut(run);
      cuts.set(run, words);
      return words;
    },
    tag(word) {
      const known = tags.get(word);
      if (known !== undefined) return known;
      const found = tag(word);
      tags.set(word, found);
      return found;
    },
  };
}

/** Its own IDF table costs a quarter of a second and is not used; this one has a single line. */
const idf = fileURLToPath(new URL('../../dictionaries/jieba/idf.utf8', import.meta.url));

/** nodejieba ends the whole process on a malformed line, so a line is looked at before it gets to see it. */
const wellFormed = (path: string) =>
  existsSync(path) && /^(\S+ \d+(\.\d+)?\n)+$/.test(readFileSync(path, 'utf8'));

function loadNodejieba(): Segmenter {
  const jieba = require('nodejieba') as NodeJieba;
  jieba.load(wellFormed(idf) ? { idfDict: idf } : {});
  return {
    name: 'nodejieba',
    // its second argument turns the guessing of unknown words off; only Chinese reaches it, so Latin is not split
    cut: (run) => jieba.cut(run, false),
    tag: (word) => jieba.tag(word)[0]?.tag ?? 'x',
  };
}

function loadNodeRs(): Segmenter {
  const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
  const { dict } = require('@node-rs/jieba/dict.js') as typeof import('@node-rs/jieba/dict.js');
  const jieba = Jieba.withDict(dict);
  return {
    name: '@node-rs/jieba',
    cut: (run) => jieba.cut(run, false),
    tag: (word) => jieba.tag(word, false)[0]?.tag ?? 'x',
  };
}

const loaders: Record<SegmenterName, () => Segmenter> = {
  nodejieba: loadNodejieba,
  '@node-rs/jieba': loadNodeRs,
};
const loaded = new Map<SegmenterName, Segmenter>();

/** The segmenter that `auto` means on this machine, without loading its dictionary. */
export function resolveSegmenter(choice: SegmenterChoice): SegmenterName {
  if (choice !== 'auto') return choice;
  try {
    // the package may be there without its compiled part: built without a compiler, or not at all
    const built = join(dirname(require.resolve('nodejieba')), 'build', 'Release', 'nodejieba.node');
    return existsSync(built) ? 'nodejieba' : '@node-rs/jieba';
  } catch {
    return '@node-rs/jieba';
  }
}

/**
 * Loads a segmenter once per process (nodejieba: about a second).
 * @throws where the named one is not installed
 */
export function loadSegmenter(name: SegmenterName): Segmenter {
  const segmenter = loaded.get(name) ?? remembering(loaders[name]());
  loaded.set(name, segmenter);
  return segmenter;
}

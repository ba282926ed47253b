import { createRequire } from 'node:module';

/**
 * Tells whether a lower-case Latin word is an English one, by natural's lexicon of the Brill tagger (Brown corpus and Wall
 * Street Journal), which is read here: 4 MB.
 */
export function englishWords(): (word: string) => boolean {
  const lexicon = createRequire(import.meta.url)(
    'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json',
  ) as Record<string, unknown>;
  return (word) => Object.hasOwn(lexicon, word);
}

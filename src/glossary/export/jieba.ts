import type { Entry, TermClass } from '../../text/index.js';

/** Parts of speech in jieba's tag set: names of organisations (nt), other proper names (nz), common nouns (n). */
const tags: Record<TermClass, string> = {
  concept: 'n',
  tech: 'nz',
  org: 'nt',
  product: 'nz',
  regulation: 'nz',
  role: 'n',
};
/** So high that jieba keeps a form whole rather than cut it into frequent words: its commonest word has 0.3 million. */
const frequency = 100_000;

/** A form that a line can hold: jieba parts its fields by spaces, and nodejieba ends the process on a malformed line. */
const isWord = (form: string) => /^[^\s\p{C}\p{Z}]+$/u.test(form);

/**
 * A user dictionary for jieba: `form frequency tag`, a line for every form. Forms with spaces or control characters are
 * left out, no dictionary can hold them.
 */
export function toJieba(entries: readonly Entry[]): string {
  const seen = new Set<string>();
  const lines = entries.flatMap((entry) =>
    [entry.term, ...entry.aliases].flatMap((form) => {
      if (!isWord(form) || seen.has(form)) return [];
      seen.add(form);
      return `${form} ${frequency} ${tags[entry.class]}\n`;
    }),
  );
  return lines.join('');
}

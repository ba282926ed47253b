import type { Entry } from '../text/index.js';

type Said = Partial<Pick<Entry, 'definition' | 'source' | 'where' | 'notes'>>;

/** What an entry or one of its senses says in words, each line made fit. */
function said({ definition, source, where, notes }: Said, line: (text: string) => string): Said {
  return {
    ...(definition !== undefined && { definition: line(definition) }),
    ...(source !== undefined && { source: line(source) }),
    ...(where !== undefined && { where: line(where) }),
    ...(notes !== undefined && { notes: line(notes) }),
  };
}

/**
 * An entry as it may leave the group (外发版): who decided about it and who checked it is nobody's business outside, and who is
 * named in what it says has no name there.
 * @param line makes a line fit to leave the group
 */
export function publishEntry(
  { history: _, checked: __, ...entry }: Entry,
  line: (text: string) => string,
): Entry {
  const senses = entry.senses?.map((sense) => ({ ...sense, ...said(sense, line) }));
  return { ...entry, ...said(entry, line), ...(senses && { senses }) };
}

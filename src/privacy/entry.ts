import type { Entry } from '../text/index.js';

/** Makes a line fit to leave the group. */
type Line = (text: string) => string;

const texts = ['english', 'definition', 'source', 'where', 'notes'] as const;
const relations = ['confused', 'related', 'broader', 'narrower'] as const;

/** What an entry or one of its senses says in words, each line made fit. */
const said = (from: Partial<Pick<Entry, (typeof texts)[number]>>, line: Line) =>
  Object.fromEntries(texts.flatMap((key) => (from[key] === undefined ? [] : [[key, line(from[key])]])));

/** Forms of an entry besides its term, without those that name somebody. */
function formsLeft(entry: Entry, namesNobody: (form: string) => boolean): Partial<Entry> {
  const left = relations.flatMap((key) => {
    const forms = entry[key]?.filter(namesNobody);
    return forms ? [[key, forms.length ? forms : undefined]] : [];
  });
  const { aliases, replacedBy } = entry;
  return {
    ...Object.fromEntries(left),
    aliases: aliases.filter(namesNobody),
    ...(replacedBy !== undefined && { replacedBy: namesNobody(replacedBy) ? replacedBy : undefined }),
  };
}

/**
 * An entry as it may leave the group (外发版): who decided about it and who checked it is nobody's business outside, and who is
 * named in what it says has no name there. A form with a pseudonym in it is no form that anybody writes: one that names
 * somebody is left out, and with its term the whole entry.
 * @returns null where the entry stays inside
 */
export function publishEntry({ history: _, checked: __, ...entry }: Entry, line: Line): Entry | null {
  const namesNobody = (form: string) => line(form) === form;
  if (!namesNobody(entry.term)) return null;
  const senses = entry.senses?.map((sense) => ({ ...sense, ...said(sense, line) }));
  return {
    ...entry,
    ...said(entry, line),
    ...formsLeft(entry, namesNobody),
    ...(senses && { senses }),
  };
}

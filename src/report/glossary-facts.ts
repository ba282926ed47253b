import type { Words } from '../lang/index.js';
import type { Entry } from '../text/index.js';

/** Something that is said of an entry besides its definition: what it is called, and its words. */
export interface Fact {
  label: string;
  /** Terms, where it leads to other entries. */
  terms?: readonly string[];
  text?: string;
}

const forceOf = ({ from, until }: Entry, w: Words): string =>
  from || until ? w.glossary.page.inForce(from ?? '', until ?? '').trim() : '';

/** What is said of an entry besides its definition, in the order in which readers want it; what is not said is left out. */
export function factsOf(entry: Entry, w: Words): Fact[] {
  const { fields, page } = w.glossary;
  const { checked, replacedBy } = entry;
  const facts: Fact[] = [
    { label: fields.aliases, text: entry.aliases.join(w.marks.list) },
    { label: fields.confused, terms: entry.confused ?? [] },
    { label: fields.where, text: entry.where ?? '' },
    { label: page.force, text: forceOf(entry, w) },
    { label: fields.replacedBy, terms: replacedBy ? [replacedBy] : [] },
    { label: fields.broader, terms: entry.broader ?? [] },
    { label: fields.narrower, terms: entry.narrower ?? [] },
    { label: fields.related, terms: entry.related ?? [] },
    { label: fields.notes, text: entry.notes ?? '' },
    { label: page.check, text: checked ? page.checked(checked.by, checked.on, checked.original) : '' },
  ];
  return facts.filter(({ terms, text }) => terms?.length || text);
}

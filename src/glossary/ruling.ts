import { type DecisionRecord, type Entry, fold, isRemembered, type TermClass } from '../text/index.js';
import { absorbed } from './absorb.js';
import type { Candidate, Evidence } from './candidates.js';
import type { Change } from './decide.js';
import { CannotDecide } from './entry-nodes.js';
import { entryNamed } from './find.js';

/** What somebody decides about a term (收录、拒绝、并入、再看). */
export interface Ruling {
  term: string;
  did: 'accept' | 'reject' | 'merge' | 'later';
  /** Canonical form of the entry that it joins, with `merge`. */
  into?: string | undefined;
  class?: TermClass | undefined;
  english?: string | undefined;
  definition?: string | undefined;
  source?: string | undefined;
  why?: string | undefined;
  by: string;
  /** `YYYY-MM-DD`. */
  on: string;
}

/** What of a candidate a ruling rests on: its forms, its class, and its use where that is known. */
export type Found = Pick<Candidate, 'term' | 'aliases' | 'class'> & {
  [figure in keyof Evidence]?: Evidence[figure] | undefined;
};

/** The use of what a ruling is about; undefined where it is not known, as of a sheet without its figures. */
export function evidenceOf(found: Found | undefined): Evidence | undefined {
  const { messages, days, people } = found ?? {};
  if (messages === undefined || days === undefined || people === undefined) return undefined;
  return { messages, days, people };
}

/** Forms, each once, that are none of those taken; as they are matched. */
export const without = (forms: readonly string[], taken: readonly string[]): string[] => {
  const seen = new Set(taken.map(fold));
  return forms.filter((form) => !seen.has(fold(form)) && seen.add(fold(form)));
};

/** The ruling as the entry's history keeps it. */
export function recordOf({ on, by, did, why }: Ruling, candidate: Found | undefined): DecisionRecord {
  const seen = evidenceOf(candidate);
  return { on, by, did, ...(why && { why }), ...(seen && { seen }) };
}

/** The term as a new entry, with the forms in which it was found. */
function newEntry(ruling: Ruling, candidate: Found | undefined, status: Entry['status']): Entry {
  const { term, english, definition, source } = ruling;
  return {
    term,
    aliases: without(candidate ? [candidate.term, ...candidate.aliases] : [], [term]),
    class: ruling.class ?? candidate?.class ?? 'concept',
    ...(english && { english }),
    ...(definition && { definition }),
    ...(source && { source }),
    status,
  };
}

/** The forms that a ruling is about: the word's own, and those in which it was found. */
export const formsFound = ({ term }: Ruling, candidate: Found | undefined): string[] => [
  term,
  ...(candidate ? [candidate.term, ...candidate.aliases] : []),
];

/** The entry that a merger names: rather one that stands than one that only remembers a decision. */
export function entryToJoin({ into }: Pick<Ruling, 'into'>, entries: readonly Entry[]): Entry | undefined {
  if (!into) return undefined;
  const standing = entries.filter((e) => !isRemembered(e));
  return entryNamed(standing, into) ?? entryNamed(entries, into);
}

/** Why a word cannot join an entry; null where it can. Nothing finds a word that joins one that does not stand. */
export function hindranceToJoin({ term, into = '' }: Ruling, entry: Entry | undefined): CannotDecide | null {
  if ([into, entry?.term ?? into].some((form) => fold(form) === fold(term)))
    return new CannotDecide('into-itself', into);
  if (!entry) return new CannotDecide('no-entry', into);
  if (entry.status === 'rejected') return new CannotDecide('into-rejected', entry.term);
  return entry.status === 'candidate' ? new CannotDecide('into-put-off', entry.term) : null;
}

function merged(ruling: Ruling, entries: readonly Entry[], candidate: Found | undefined): Change {
  const into = entryToJoin(ruling, entries);
  const hindrance = hindranceToJoin(ruling, into);
  if (!into || hindrance) throw hindrance;
  const own = ownEntry(ruling, entries, into);
  const forms = [...formsFound(ruling, candidate), ...(own?.aliases ?? [])];
  const added = without(forms, [into.term, ...into.aliases]);
  const along = without(added, [ruling.term]);
  const decision: DecisionRecord = { ...recordOf(ruling, candidate), why: mergedWhy(ruling) };
  return {
    entry: into,
    change: { aliases: [...into.aliases, ...added], ...(own && absorbed(into, own)) },
    decision: along.length ? { ...decision, along } : decision,
  };
}

/** The entry of its own that a word has which is merged into another; one that was rejected brings nothing along. */
export const ownEntry = ({ term }: Pick<Ruling, 'term'>, entries: readonly Entry[], into: Entry) =>
  entries.find((e) => e !== into && e.status !== 'rejected' && fold(e.term) === fold(term));

/** How the history of the entry that took a word in names it. */
export const mergedWhy = ({ term, why }: Pick<Ruling, 'term' | 'why'>) => (why ? `${term}：${why}` : term);

/** Another entry has the term already. */
export const taken = (entry: Entry) => new CannotDecide('taken', entry.term);

export const statuses = { accept: 'draft', reject: 'rejected', later: 'candidate' } as const;

/**
 * What a ruling changes in the glossary: an entry's status and what was said with it, or a new entry, or one more alias
 * of another.
 * @param entries the glossary as it stands, all layers
 * @throws {CannotDecide} where the entry to merge into is not there or does not stand, or another one has the term already
 */
export function changeFor(ruling: Ruling, entries: readonly Entry[], candidate: Found | undefined): Change {
  if (ruling.did === 'merge') return merged(ruling, entries, candidate);
  const status = statuses[ruling.did];
  const remembered = candidate && entryNamed(entries, candidate.term);
  const entry =
    entryNamed(entries, ruling.term) ?? (remembered && isRemembered(remembered) ? remembered : undefined);
  // one form of an entry that stands is no ground to reject all of it
  const isOther = entry && fold(entry.term) !== fold(ruling.term);
  if (entry && !isRemembered(entry) && (ruling.did === 'accept' || isOther)) throw taken(entry);
  const decision = recordOf(ruling, candidate);
  if (!entry) return { entry: newEntry(ruling, candidate, status), change: {}, decision };
  const { class: termClass, english, definition, source } = ruling;
  const renamed =
    fold(ruling.term) !== fold(entry.term) && !entry.aliases.some((a) => fold(a) === fold(ruling.term));
  const change = {
    status,
    ...(renamed && { term: ruling.term, aliases: without([entry.term, ...entry.aliases], [ruling.term]) }),
    ...(termClass && { class: termClass }),
    ...(english && { english }),
    ...(definition && { definition }),
    ...(source && { source }),
  };
  return { entry, change, decision };
}

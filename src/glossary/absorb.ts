import { type DecisionRecord, type Entry, fold, formsOf, isRemembered } from '../text/index.js';
import type { Change } from './decide.js';

const relations = ['confused', 'related', 'broader', 'narrower'] as const;

/** Relations in which each of some forms gives way to one term; none leads to `self`. What stays the same is left out. */
function led(entry: Entry, forms: ReadonlySet<string>, to: string, self = entry.term): Partial<Entry> {
  const change: Partial<Entry> = {};
  const lead = (name: string) => (forms.has(fold(name)) ? to : name);
  for (const key of relations) {
    const names = entry[key];
    if (!names?.some((name) => forms.has(fold(name)))) continue;
    const seen = new Set([fold(self)]);
    change[key] = names.map(lead).filter((name) => !seen.has(fold(name)) && seen.add(fold(name)));
  }
  const { replacedBy } = entry;
  if (replacedBy !== undefined && forms.has(fold(replacedBy)))
    change.replacedBy = fold(to) === fold(self) ? undefined : to;
  return change;
}

/**
 * What the entry that takes another in gets of it besides its forms: relations, and where it has none of its own, English and
 * a definition with its source.
 */
export function absorbed(into: Entry, own: Entry): Partial<Entry> {
  const change = led(into, new Set(formsOf(own)), into.term);
  const mine = new Set([...formsOf(own), ...formsOf(into)]);
  for (const key of relations) {
    const names = change[key] ?? into[key] ?? [];
    const seen = new Set([...names.map(fold), ...mine]);
    const more = (own[key] ?? []).filter((name) => !seen.has(fold(name)) && seen.add(fold(name)));
    if (more.length) change[key] = [...names, ...more];
  }
  if (!into.english && own.english) change.english = own.english;
  if (!into.definition && !into.source && own.definition)
    Object.assign(change, { definition: own.definition, ...(own.source && { source: own.source }) });
  return change;
}

/** What an entry says that the one which takes it in does not take over: people decide what of it is kept. */
export function leftBehind(into: Entry, own: Entry): (keyof Entry)[] {
  const taken = { ...into, ...absorbed(into, own) };
  const told = [
    'english',
    'definition',
    'source',
    'where',
    'senses',
    'from',
    'until',
    'notes',
    'replacedBy',
  ] as const;
  return told.filter(
    (key) => own[key] !== undefined && JSON.stringify(own[key]) !== JSON.stringify(taken[key]),
  );
}

/** The entries whose relations lead to one that another takes in, leading to that other. */
export function ledTo(
  into: Entry,
  own: Entry,
  entries: readonly Entry[],
  { on, by }: Pick<DecisionRecord, 'on' | 'by'>,
): Change[] {
  const forms = new Set(formsOf(own));
  const decision: DecisionRecord = { on, by, did: 'edit', why: `${own.term} → ${into.term}` };
  return entries.flatMap((entry) => {
    if (entry === own || entry === into || isRemembered(entry)) return [];
    const change = led(entry, forms, into.term);
    return Object.keys(change).length ? [{ entry, change, decision }] : [];
  });
}

import { isDeepStrictEqual } from 'node:util';
import { ascending } from 'd3-array';
import { type DecisionRecord, type Entry, fold } from '../../text/index.js';
import { checkedFields } from '../approve.js';
import { type Told, travellingHistory, withoutUndo } from '../told.js';

/** A field that an import changes. */
export interface FieldChange {
  field: keyof Entry;
  before: unknown;
  after: unknown;
}

/** The other forms that a line tells, each once: one that differs from the term or another in nothing says nothing. */
export function distinctAliases({ term, aliases }: Pick<Told, 'term' | 'aliases'>): string[] {
  const seen = new Set([fold(term)]);
  return (aliases ?? []).filter((alias) => !seen.has(fold(alias)) && seen.add(fold(alias)));
}

/** Decisions of both sides, oldest first; those of a day as the file has them, then our own. */
function joinedHistory(told: Told, entry: Entry): DecisionRecord[] {
  const ours = entry.history ?? [];
  const own = (d: DecisionRecord) => ours.find((other) => isDeepStrictEqual(withoutUndo(other), d)) ?? d;
  const incoming = travellingHistory(told).map(own);
  return [...incoming, ...ours.filter((d) => !incoming.includes(d))].sort((a, b) => ascending(a.on, b.on));
}

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && !value.length);

/** What a line makes of a field of an entry. */
function after(field: keyof Entry, told: Told, entry: Entry): unknown {
  if (field === 'history') return joinedHistory(told, entry);
  return field === 'aliases' ? distinctAliases(told) : told[field];
}

/** The fields in which a line differs from the entry; what it does not say is no difference. */
function differences(told: Told, entry: Entry): FieldChange[] {
  return (Object.keys(told) as (keyof Entry)[]).flatMap((field) => {
    const before = field === 'history' ? (entry.history ?? []) : entry[field];
    const change = { field, before, after: after(field, told, entry) };
    const says = !isEmpty(told[field]) && !isEmpty(change.after);
    // an entry that repeats a form is not changed by a line that does the same
    const isSame = [told[field], change.after].some((value) => isDeepStrictEqual(value, before));
    return says && !isSame ? [change] : [];
  });
}

/**
 * What becomes of an entry's check where a line says another definition or source: who checked the entry did not read that. A
 * check that the line brings itself holds for what it says.
 */
function lostCheck(fields: readonly FieldChange[], { status, checked }: Entry): FieldChange[] {
  const isReworded = fields.some(({ field }) => checkedFields.includes(field));
  if (!isReworded || fields.some(({ field }) => field === 'checked')) return [];
  return [
    ...(status === 'approved' ? [{ field: 'status', before: status, after: 'draft' } as const] : []),
    ...(checked ? [{ field: 'checked', before: checked, after: undefined } as const] : []),
  ];
}

/** What a line changes in an entry, with the check that it costs the entry. */
export function changesBy(told: Told, entry: Entry): { fields: FieldChange[]; isUnchecked: boolean } {
  const said = differences(told, entry);
  const lost = lostCheck(said, entry).filter(({ field }) => !said.some((f) => f.field === field));
  return { fields: [...said, ...lost], isUnchecked: lost.length > 0 };
}

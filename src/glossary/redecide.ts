import { type DecisionRecord, type Entry, fold, formsOf, isRemembered } from '../text/index.js';
import { ledTo } from './absorb.js';
import type { Evidence } from './candidates.js';
import type { Change } from './decide.js';
import { entryNamed } from './find.js';
import {
  changeFor,
  entryToJoin,
  evidenceOf,
  type Found,
  formsFound,
  hindranceToJoin,
  mergedWhy,
  ownEntry,
  type Ruling,
  recordOf,
  statuses,
  taken,
  without,
} from './ruling.js';

/** Whether what somebody sees now is no more than what a decision rests on, as nothing is. */
const isNoMore = (now: Evidence | undefined, then: Evidence | undefined) =>
  now === undefined ||
  (then !== undefined && now.messages <= then.messages && now.days <= then.days && now.people <= then.people);

/** Whether an entry has the definition and the source that a ruling gives it, where it gives any. */
const saysAsMuch = (entry: Entry, { definition, source }: Ruling) =>
  (!definition || definition === entry.definition) && (!source || source === entry.source);

/**
 * Whether a ruling was taken before and stands, so that it would only be noted down twice: the same decision, for a reason
 * that is known, on no more evidence. More evidence makes a new decision: by it a rejected word is not asked about again.
 */
export function isDecided(ruling: Ruling, entries: readonly Entry[], candidate: Found | undefined): boolean {
  const { did, term, why } = ruling;
  const decided = (entry: Entry, said: string | undefined, test: (d: DecisionRecord) => boolean) =>
    (entry.history ?? []).some((d) => d.did === did && (!why || d.why === said) && test(d));
  if (did === 'merge') {
    const into = entryToJoin(ruling, entries);
    if (!into || hindranceToJoin(ruling, into)) return false;
    const isIn = formsOf(into).includes(fold(term));
    return isIn && (!why || decided(into, mergedWhy(ruling), () => true));
  }
  const entry = entryNamed(entries, term);
  if (!entry) return false;
  if (did === 'accept')
    return !isRemembered(entry) && fold(entry.term) === fold(term) && saysAsMuch(entry, ruling);
  const now = evidenceOf(candidate);
  return entry.status === statuses[did] && decided(entry, why, (d) => isNoMore(now, d.seen));
}

/** Whether a decision in an entry's history merged a word into it. */
export const isMergerOf = ({ did, why }: DecisionRecord, term: string): boolean =>
  did === 'merge' && (why === term || why?.startsWith(`${term}：`) === true);

/** The decision by which an entry has a word, where somebody merged it. */
const mergerOf = (entry: Entry, term: string): DecisionRecord | undefined =>
  (entry.history ?? []).findLast((d) => isMergerOf(d, term));

/**
 * What an earlier decision did about a word and a new one undoes: an entry that took the word in gives it up, and an entry
 * of the word's own does not stand beside the one that now takes it in.
 * @throws {CannotDecide} where an entry has the word that nobody merged into it: that is for people to edit
 */
function undoing(ruling: Ruling, entries: readonly Entry[], candidate: Found | undefined): Change[] {
  const { did, term, why } = ruling;
  const form = fold(term);
  const target = did === 'merge' ? entryToJoin(ruling, entries) : undefined;
  // what was put off is decided by a merger; other decisions change its own entry
  const isOpen = (e: Entry) => target !== undefined && e.status === 'candidate' && fold(e.term) === form;
  const holders = entries.filter(
    (e) => e !== target && (isOpen(e) || !isRemembered(e)) && formsOf(e).includes(form),
  );
  const record = recordOf(ruling, candidate);
  return holders.flatMap((entry): Change[] => {
    const isOwn = fold(entry.term) === form;
    if (isOwn && !target) return [];
    if (target && isOwn) {
      const decision = { ...record, why: mergedWhy({ term: `→ ${target.term}`, why }) };
      return [{ entry, change: { status: 'rejected' }, decision }];
    }
    const merger = mergerOf(entry, term);
    if (!merger) throw taken(entry);
    const aliases = without(entry.aliases, [...formsFound(ruling, candidate), ...(merger.along ?? [])]);
    return [{ entry, change: { aliases }, decision: { ...record, did: 'edit', why: mergedWhy(ruling) } }];
  });
}

/** The entries after a change, as the files have them then; the changed one stands last. */
export function withChange(entries: readonly Entry[], { entry, change, decision }: Change): Entry[] {
  const changed = { ...entry, ...change, history: [...(entry.history ?? []), decision] };
  return [...entries.filter((e) => fold(e.term) !== fold(entry.term)), changed];
}

/**
 * All that a ruling changes, also where an earlier one said otherwise: the histories keep both.
 * @throws {CannotDecide} as {@link changeFor} does
 */
export function changesFor(
  ruling: Ruling,
  entries: readonly Entry[],
  candidate: Found | undefined,
): Change[] {
  const undone = undoing(ruling, entries, candidate);
  if (ruling.did === 'merge') {
    const merger = changeFor(ruling, entries, candidate);
    const own = ownEntry(ruling, entries, merger.entry);
    return [...undone, ...(own ? ledTo(merger.entry, own, entries, ruling) : []), merger];
  }
  return [...undone, changeFor(ruling, undone.reduce(withChange, [...entries]), candidate)];
}

/**
 * A form that a ruling brings and that an entry which stands has besides (撞词), as where somebody wrote it into a sheet, or it
 * was accepted since.
 */
export function formTaken(
  ruling: Ruling,
  entries: readonly Entry[],
  candidate: Found,
  changes: readonly Change[],
): { form: string; entry: Entry } | null {
  const after = changes.reduce(withChange, [...entries]).filter((e) => !isRemembered(e));
  const changed = new Set(changes.map(({ entry }) => fold(entry.term)));
  for (const form of formsFound(ruling, candidate)) {
    const holders = after.filter((e) => formsOf(e).includes(fold(form)));
    const other = holders.find((e) => !changed.has(fold(e.term)));
    if (other && holders.length > 1) return { form, entry: other };
  }
  return null;
}

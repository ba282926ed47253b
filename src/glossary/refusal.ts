import { type DecisionRecord, type Entry, fold, formsOf, isRemembered } from '../text/index.js';
import type { Candidate } from './candidates.js';
import { withoutUndo } from './told.js';

/** The last decision by which a word was rejected or put off (先前), where it still stands; null where nobody decided so. */
export function refusalOf(
  { term, aliases }: Pick<Candidate, 'term' | 'aliases'>,
  entries: readonly Entry[],
): DecisionRecord | null {
  const remembered = entries.filter(isRemembered);
  const forms = [term, ...aliases].map(fold);
  const entry =
    remembered.find((e) => fold(e.term) === forms[0]) ??
    remembered.find((e) => formsOf(e).some((form) => forms.includes(form)));
  const last = entry?.history?.findLast((d) => d.did !== 'edit' && d.did !== 'import');
  return last?.did === 'later' || last?.did === 'reject' ? withoutUndo(last) : null;
}

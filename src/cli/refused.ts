import { type Change, type Ruling, refusalOf } from '../glossary/index.js';
import type { Words } from '../lang/index.js';
import type { DecisionRecord } from '../text/index.js';

/** When, by whom and why a word was rejected or put off, and how much it was used then. */
export function refusedLine(
  { did, on, by, why = '', seen }: DecisionRecord,
  { refused: w }: Words['keeping'],
): string {
  const said = did === 'later' ? w.later(on, by, why) : w.reject(on, by, why);
  return seen ? said + w.figures(seen.messages, seen.people) : said;
}

/** The same of a candidate: what was rejected is asked about again where far more speaks for it. */
export function askedAgainLine(decision: DecisionRecord | null, k: Words['keeping']): string {
  if (!decision) return '';
  return refusedLine(decision, k) + (decision.did === 'reject' ? k.refused.farMore : '');
}

/** What is worth knowing where a word is accepted that was rejected before; null where it was not. */
export function rejectedBefore(
  { did }: Pick<Ruling, 'did'>,
  changes: readonly Change[],
  k: Words['keeping'],
): string | null {
  const entry = changes.at(-1)?.entry;
  if (did !== 'accept' || entry?.status !== 'rejected') return null;
  const before = refusalOf(entry, [entry]);
  return before && `${entry.term}：${refusedLine(before, k)}`;
}

import { type Change, leftBehind, ownEntry, type Ruling } from '../glossary/index.js';
import type { Words } from '../lang/index.js';
import type { Entry } from '../text/index.js';

/**
 * What is worth knowing of a merger: forms that came along, entries that lead to the other one now, and what the word's own
 * entry says that was not taken over.
 * @param before the entries as they stood
 */
export function mergerNotes(
  ruling: Ruling,
  before: readonly Entry[],
  changes: readonly Change[],
  { fields, merged }: Words['glossary'],
): string[] {
  const merger = changes.at(-1);
  const own = ruling.did === 'merge' && merger && ownEntry(ruling, before, merger.entry);
  if (!own) return [];
  const into = merger.entry.term;
  const led = changes.filter(({ decision }) => decision.did === 'edit').map(({ entry }) => entry.term);
  const left = leftBehind(merger.entry, own).map((field) => fields[field as keyof typeof fields]);
  const { along = [] } = merger.decision;
  return [
    ...(along.length ? [merged.along(into, along.join('、'))] : []),
    ...(led.length ? [merged.led(into, led.join('、'))] : []),
    ...(left.length ? [merged.left(own.term, left.join('、'))] : []),
  ];
}

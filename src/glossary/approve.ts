import { isDeepStrictEqual } from 'node:util';
import { type Entry, isRemembered } from '../text/index.js';
import type { Change } from './decide.js';
import { CannotDecide } from './entry-nodes.js';
import { entryNamed } from './find.js';

/** What of an entry is read against its source by somebody who checks it: a check does not hold for what is said later. */
export const checkedFields: readonly string[] = ['definition', 'source', 'senses'] satisfies (keyof Entry)[];

/** What somebody vouches for who approves an entry (批准). */
export interface Approval {
  /** The entry, by any of its forms. */
  term: string;
  /** What it rests on; as the entry has it unless said. */
  source?: string | undefined;
  /** Whether the original was read, not only what others say of it. */
  original: boolean;
  why?: string | undefined;
  by: string;
  /** `YYYY-MM-DD`. */
  on: string;
}

/**
 * What an approval changes in an entry: its status, who checked it when, and its source where one is said.
 * @throws {CannotDecide} where there is no such entry, it was rejected or put off, or has no source
 */
export function approvalOf(
  { term, source, original, why, by, on }: Approval,
  entries: readonly Entry[],
): Change {
  // a merged word leads to the entry that took it in, though its own is kept as rejected
  const standing = entries.filter((e) => !isRemembered(e));
  const entry = entryNamed(standing, term) ?? entryNamed(entries, term);
  if (!entry) throw new CannotDecide('not-an-entry', term);
  if (entry.status === 'rejected') throw new CannotDecide('rejected', entry.term);
  if (entry.status === 'candidate') throw new CannotDecide('put-off', entry.term);
  if (!source && !entry.source) throw new CannotDecide('no-source', entry.term);
  return {
    entry,
    change: { ...(source && { source }), status: 'approved', checked: { by, on, original } },
    decision: { on, by, did: 'approve', ...(why && { why }) },
  };
}

/** Whether an approval says nothing that its entry does not say: the same source, read by the same person on the same day. */
export const isApproved = ({ entry, change, decision: { why } }: Change): boolean =>
  !why && Object.entries(change).every(([key, value]) => isDeepStrictEqual(entry[key as keyof Entry], value));

import { createHash } from 'node:crypto';
import { addressOf, changeRecord, type Exchange, linesOf, type TalkRecord } from './record.js';

/** What was drafted before: the digests of drafts that were written, and the messages that they offered. */
export interface Drafted {
  digests: readonly string[];
  offered: readonly string[];
}

/** The digest by which a draft is known for one that nobody touched. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The addresses of all messages that a record takes something from, in order, each once. */
export const offeredBy = (record: TalkRecord): string[] => [...new Set(linesOf(record).map(addressOf))];

/** A question that was offered before stays where new answers to it stand. */
function newIn(exchange: Exchange, isNew: (address: string) => boolean): Exchange | null {
  const turns = exchange.turns
    .map((turn) => ({ ...turn, lines: turn.lines.filter((line) => isNew(addressOf(line))) }))
    .filter((turn) => turn.lines.length);
  const followUps = exchange.followUps.flatMap((f) => newIn(f, isNew) ?? []);
  const isAsked = exchange.question.some((line) => isNew(addressOf(line)));
  return isAsked || turns.length || followUps.length ? { ...exchange, turns, followUps } : null;
}

/** What of a record was not offered before, or null. */
export function onlyNew(record: TalkRecord, offered: ReadonlySet<string>): TalkRecord | null {
  const isNew = (address: string) => !offered.has(address);
  const rest = changeRecord({ ...record, exchanges: [] }, (line) => (isNew(addressOf(line)) ? line : null));
  const exchanges = record.exchanges.flatMap((e) => newIn(e, isNew) ?? []);
  const found = { ...rest, exchanges };
  return found.talk.length || exchanges.length || found.discussion.length ? found : null;
}

/** What a run makes of a draft that may be there already. */
export type Merged =
  | { outcome: 'written' | 'appended'; text: string }
  /** Nothing is new; or an editor's file of which nothing says that it is this record. */
  | { outcome: 'unchanged' | 'kept' | 'foreign' };

/** The mark above what a later run found. */
export const newMark = '<!-- huati: 新增 -->';

/** What a draft is made with. */
export interface Drafting {
  /** The whole draft, as it would be written afresh. */
  draft: string;
  /** Its sections, of that which is new, or null. */
  sectionsOf(offered: ReadonlySet<string>): string | null;
  /** The addresses that a text's comments name. */
  citedIn(text: string): ReadonlySet<string>;
}

/**
 * A draft that nobody touched is written anew; to one that an editor touched only what is new is appended, and of what he
 * wrote no byte changes. A file without a note of what was drafted, and without a comment that names messages, is no draft.
 */
export function mergeDraft(existing: string | null, before: Drafted | null, drafting: Drafting): Merged {
  if (existing === null) return { outcome: 'written', text: drafting.draft };
  if (existing === drafting.draft) return { outcome: 'unchanged' };
  if (before?.digests.includes(digestOf(existing))) return { outcome: 'written', text: drafting.draft };
  const offered = new Set([...(before?.offered ?? []), ...drafting.citedIn(existing)]);
  if (!offered.size) return { outcome: 'foreign' };
  const sections = drafting.sectionsOf(offered);
  if (sections === null) return { outcome: 'kept' };
  const [ending, addition] = [existing.includes('\r\n') ? '\r\n' : '\n', `\n${newMark}\n\n${sections}\n`];
  const gap = existing === '' || existing.endsWith('\n') ? '' : ending;
  return { outcome: 'appended', text: existing + gap + addition.replaceAll('\n', ending) };
}

import { ascending } from 'd3-array';
import { type DecisionRecord, type Entry, fold, formsOf, isRemembered } from '../../text/index.js';
import type { Change } from '../decide.js';
import { type ToldEntry, travellingHistory } from '../told.js';
import { changesBy, type FieldChange } from './differences.js';
import { Holders, isRejected, newEntryOf } from './holders.js';

export type { FieldChange } from './differences.js';

/** Why a line cannot join the glossary: another entry has the form, the file has it twice, or it was rejected here. */
export type ClashReason = 'taken' | 'twice' | 'rejected';

/** What an import does (合并预览), line by line in the order of the file. */
export interface MergePreview {
  added: { line: number; entry: Entry }[];
  /** `isUnchecked` where a check does not hold any more, as the line says something else without anybody having checked it. */
  changed: { line: number; entry: Entry; fields: FieldChange[]; isUnchecked: boolean }[];
  unchanged: { line: number; term: string }[];
  /** `form` is the form in question, `detail` the entry that has it. */
  clashes: { line: number; term: string; reason: ClashReason; form: string; detail: string }[];
}

/** Lines that have no part in a preview: `leftOut` are passed over, `stuck` clash, and neither gives a form up. */
interface Without {
  leftOut: ReadonlySet<number>;
  stuck: ReadonlySet<number>;
}

function previewOnce(
  lines: readonly ToldEntry[],
  entries: readonly Entry[],
  { leftOut, stuck }: Without,
): MergePreview {
  const preview: MergePreview = { added: [], changed: [], unchanged: [], clashes: [] };
  const own = new Map(entries.map((e) => [fold(e.term), e]));
  const holders = new Holders(lines, entries, stuck);
  const seen = new Set<string>();
  for (const { told, line } of lines) {
    const key = fold(told.term);
    const isTwice = seen.has(key);
    seen.add(key);
    if (leftOut.has(line)) continue;
    const entry = own.get(key);
    const clash = (reason: ClashReason, form: string, detail: string) =>
      preview.clashes.push({ line, term: told.term, reason, form, detail });
    const changes = entry && changesBy(told, entry);
    const held = holders.clashOf(told, entry);
    if (isTwice) clash('twice', told.term, told.term);
    else if (entry && !changes?.fields.length) preview.unchanged.push({ line, term: entry.term });
    else if (entry && isRejected(entry) && !isRejected(told)) clash('rejected', told.term, entry.term);
    else if (held) clash(isRejected(held.holder) ? 'rejected' : 'taken', held.form, held.holder.term);
    else {
      holders.take(told);
      if (entry) preview.changed.push({ line, entry, ...changes! });
      else preview.added.push({ line, entry: withoutImports(newEntryOf(told)) });
    }
  }
  return preview;
}

/**
 * What the lines of a file would change in a glossary. A line that clashes changes nothing, and neither does one that
 * brings back what was rejected here: that stays for people to decide. A form may go from one entry to another, where the line
 * of the one leaves it out; where that line clashes itself, the form stays, and so do those that wait for it.
 * @param leftOut lines that are not to be imported, whatever they say
 */
export function previewMerge(
  lines: readonly ToldEntry[],
  entries: readonly Entry[],
  leftOut: ReadonlySet<number> = new Set(),
): MergePreview {
  const stuck = new Set(leftOut);
  for (;;) {
    const preview = previewOnce(lines, entries, { leftOut, stuck });
    const more = preview.clashes.filter(({ line }) => !stuck.has(line));
    if (!more.length) return preview;
    for (const { line } of more) stuck.add(line);
  }
}

/** A row that is left out, as one of its forms is hardly a term (存疑). */
export interface DoubtedRow {
  line: number;
  term: string;
  reason: string;
}

/** Forms that texts are searched for from now on; what is rejected or put off brings none, what an entry had was judged before. */
function newForms(after: Entry, before: Entry | null): string[] {
  if (isRemembered(after)) return [];
  const known = new Set(before && !isRemembered(before) ? formsOf(before) : []);
  return [after.term, ...after.aliases].filter((form) => !known.has(fold(form)));
}

/** Says why a form is doubted, or null; `isSeen` where the row's history says that logs had the word. */
export type FormDoubter = (form: string, isSeen: boolean) => string | null;

/** The rows of a preview of which a new form is hardly a term, each with the first of them. */
function doubtedIn({ added, changed }: MergePreview, doubt: FormDoubter): DoubtedRow[] {
  const rows = [
    ...added.map(({ line, entry }) => ({ line, after: entry, before: null })),
    ...changed.map(({ line, entry, fields }) => ({
      ...{ line, before: entry },
      after: { ...entry, ...changeOf(fields) },
    })),
  ];
  return rows.flatMap(({ line, after, before }) => {
    const isSeen = (after.history ?? []).some(({ seen }) => seen && seen.messages > 0);
    for (const form of newForms(after, before)) {
      const reason = doubt(form, isSeen);
      if (reason !== null) return [{ line, term: after.term, reason }];
    }
    return [];
  });
}

/** A preview without the rows of which a new form is hardly a term, and why each of those is left out. */
export function previewWithoutDoubted(
  lines: readonly ToldEntry[],
  entries: readonly Entry[],
  doubt: FormDoubter,
): { preview: MergePreview; doubted: DoubtedRow[] } {
  const doubted: DoubtedRow[] = [];
  for (;;) {
    const preview = previewMerge(lines, entries, new Set(doubted.map(({ line }) => line)));
    const more = doubtedIn(preview, doubt);
    if (!more.length) return { preview, doubted: doubted.sort((a, b) => ascending(a.line, b.line)) };
    doubted.push(...more);
  }
}

const changeOf = (fields: readonly FieldChange[]): Partial<Entry> =>
  Object.fromEntries(fields.map(({ field, after }) => [field, after]));

const withoutImports = (entry: Entry): Entry => {
  const history = travellingHistory(entry);
  const { history: _, ...rest } = entry;
  return history.length ? { ...rest, history } : rest;
};

/** The changes that an import makes, each signed in its entry's history. */
export function importChanges({ added, changed }: MergePreview, decision: DecisionRecord): Change[] {
  return [
    ...added.map(({ entry }) => ({ entry, change: {}, decision })),
    ...changed.map(({ entry, fields }) => ({
      entry,
      change: changeOf(fields),
      decision,
    })),
  ];
}

import { isDeepStrictEqual } from 'node:util';
import { ascending } from 'd3-array';
import { type DecisionRecord, type Entry, fold, formsOf, isRemembered } from '../../text/index.js';
import { checkedFields } from '../approve.js';
import type { Change } from '../decide.js';
import { entryOf, type Told, type ToldEntry, travellingHistory, withoutUndo } from '../told.js';

/** A field that an import changes. */
export interface FieldChange {
  field: keyof Entry;
  before: unknown;
  after: unknown;
}

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

/** Decisions of both sides, oldest first; those of a day as the file has them, then our own. */
function joinedHistory(told: Told, entry: Entry): DecisionRecord[] {
  const ours = entry.history ?? [];
  const own = (d: DecisionRecord) => ours.find((other) => isDeepStrictEqual(withoutUndo(other), d)) ?? d;
  const incoming = travellingHistory(told).map(own);
  return [...incoming, ...ours.filter((d) => !incoming.includes(d))].sort((a, b) => ascending(a.on, b.on));
}

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && !value.length);

/** The fields in which a line differs from the entry; what it does not say is no difference. */
function differences(told: Told, entry: Entry): FieldChange[] {
  const fields: FieldChange[] = [];
  for (const [key, value] of Object.entries(told)) {
    const field = key as keyof Entry;
    if (isEmpty(value) || field === 'term') continue;
    const before = field === 'history' ? (entry.history ?? []) : entry[field];
    const after = field === 'history' ? joinedHistory(told, entry) : value;
    if (!isDeepStrictEqual(before, after)) fields.push({ field, before, after });
  }
  return fields;
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
function changesBy(told: Told, entry: Entry): { fields: FieldChange[]; isUnchecked: boolean } {
  const said = differences(told, entry);
  const lost = lostCheck(said, entry).filter(({ field }) => !said.some((f) => f.field === field));
  return { fields: [...said, ...lost], isUnchecked: lost.length > 0 };
}

const isRejected = ({ status }: { status?: Entry['status'] | undefined }) => status === 'rejected';

const byForm = (entries: readonly Entry[]): Map<string, Entry> => {
  const live = entries.filter((e) => !isRejected(e));
  const aliases = live.flatMap((e) => formsOf(e).map((form) => [form, e] as const));
  return new Map([...aliases, ...entries.map((e) => [fold(e.term), e] as const)]);
};

/**
 * Finds the form of a line that another entry has. What the line's own entry has already is none: the entry of a word that was
 * merged stands rejected beside the one that took it in. Neither is what an entry has that the file itself rejects.
 */
function clashFinder(
  lines: readonly ToldEntry[],
  holders: ReadonlyMap<string, Entry>,
): (told: Told, entry: Entry | undefined) => { form: string; holder: Entry } | null {
  // of a term that stands twice the first line counts
  const first = new Map([...lines].reverse().map(({ told }) => [fold(told.term), told]));
  const isDropped = ({ term }: Entry) => isRejected(first.get(fold(term)) ?? {});
  return (told, entry) => {
    if (isRejected(told)) return null;
    const known = new Set(entry && !isRejected(entry) ? formsOf(entry) : []);
    for (const form of formsOf(entryOf(told))) {
      const holder = holders.get(form);
      const isOther = holder && fold(holder.term) !== fold(told.term);
      if (isOther && !known.has(form) && !isDropped(holder)) return { form, holder };
    }
    return null;
  };
}

/**
 * What the lines of a file would change in a glossary. A line that clashes changes nothing, and neither does one that
 * brings back what was rejected here: that stays for people to decide.
 */
export function previewMerge(lines: readonly ToldEntry[], entries: readonly Entry[]): MergePreview {
  const preview: MergePreview = { added: [], changed: [], unchanged: [], clashes: [] };
  const own = new Map(entries.map((e) => [fold(e.term), e]));
  const holders = byForm(entries);
  const clashOf = clashFinder(lines, holders);
  const seen = new Set<string>();
  for (const { told, line } of lines) {
    const entry = own.get(fold(told.term));
    const clash = (reason: ClashReason, form: string, detail: string) =>
      preview.clashes.push({ line, term: told.term, reason, form, detail });
    const changes = entry && changesBy(told, entry);
    const held = clashOf(told, entry);
    if (seen.has(fold(told.term))) clash('twice', told.term, told.term);
    else if (entry && !changes?.fields.length) preview.unchanged.push({ line, term: entry.term });
    else if (entry && isRejected(entry) && !isRejected(told)) clash('rejected', told.term, entry.term);
    else if (held) clash(isRejected(held.holder) ? 'rejected' : 'taken', held.form, held.holder.term);
    else if (entry) preview.changed.push({ line, entry, ...changes! });
    else preview.added.push({ line, entry: withoutImports(entryOf(told)) });
    seen.add(fold(told.term));
    if (!entry && !held && !isRejected(told))
      for (const form of formsOf(entryOf(told))) if (!holders.has(form)) holders.set(form, entryOf(told));
  }
  return preview;
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

/**
 * A preview without the rows of which a new form is hardly a term, and why each of those is left out.
 * @param doubt says why a form is doubted; `isSeen` where the row's history says that logs had the word
 */
export function withoutDoubted(
  preview: MergePreview,
  doubt: (form: string, isSeen: boolean) => string | null,
): { preview: MergePreview; doubted: DoubtedRow[] } {
  const doubted: DoubtedRow[] = [];
  const isTaken = (line: number, after: Entry, before: Entry | null): boolean => {
    const isSeen = (after.history ?? []).some(({ seen }) => seen && seen.messages > 0);
    for (const form of newForms(after, before)) {
      const reason = doubt(form, isSeen);
      if (reason === null) continue;
      doubted.push({ line, term: after.term, reason });
      return false;
    }
    return true;
  };
  const added = preview.added.filter(({ line, entry }) => isTaken(line, entry, null));
  const changed = preview.changed.filter(({ line, entry, fields }) =>
    isTaken(line, { ...entry, ...changeOf(fields) }, entry),
  );
  return { preview: { ...preview, added, changed }, doubted };
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

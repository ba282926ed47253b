import { ascending } from 'd3-array';
import { type Document, isMap, isSeq, visit, type YAMLMap, type YAMLSeq } from 'yaml';
import { type DecisionRecord, type Entry, fold } from '../text/index.js';
import { fileOptions, listOf, markOf, openFile, setField } from './entry-nodes.js';
import { isMergerOf } from './redecide.js';

/**
 * Why a decision cannot be taken back: there is none; the history does not say what was before, as where people or an import
 * wrote it; something was decided about the entry since; people changed the entry since; or something was imported since, as
 * far as days tell, so that whoever asks for the last decision may mean that.
 */
export type UndoHindrance = 'none' | 'untold' | 'decided-since' | 'edited-since' | 'imported-since';

/** Lines of a file, from 1, both included. */
export interface Place {
  path: string;
  from: number;
  to: number;
}

/** Thrown where a decision cannot be taken back; nothing is changed. */
export class CannotUndo extends Error {
  override name = 'CannotUndo';
  constructor(
    readonly hindrance: UndoHindrance,
    /** The entry in question, or the word that was asked for; with `imported-since` the one that was decided about last. */
    readonly term: string,
    /** The lines of the entry, with `edited-since`. */
    readonly place: Place = { path: '', from: 0, to: 0 },
  ) {
    super(`${hindrance}: ${term}`);
  }
}

/** A decision as all entries that it changed have it in their histories. */
export interface PastDecision {
  nth: number;
  of: string | undefined;
  on: string;
  by: string;
  did: DecisionRecord['did'];
  /** The word that it was about. */
  term: string;
}

const isOf = ({ on, by, undo }: DecisionRecord, past: Pick<PastDecision, 'nth' | 'of' | 'on' | 'by'>) =>
  undo?.nth === past.nth && undo.of === past.of && on === past.on && by === past.by;

/** Whether an entry has a decision in its history. */
export const hasDecision = ({ history = [] }: Entry, past: PastDecision): boolean =>
  history.some((d) => isOf(d, past));

/** What a decision that a history has was about: of a merger, the word that was merged. */
const wordOf = ({ term }: Entry, { did, why }: DecisionRecord): string =>
  did === 'merge' ? why!.split('：')[0]! : term;

/**
 * Whether something may have been imported after a decision. Histories tell days, and of one day no order but within an
 * entry: an import that an entry has before the decision was before it.
 */
function mayBeImportedSince(entries: readonly Entry[], past: Pick<PastDecision, 'nth' | 'of' | 'on' | 'by'>) {
  const keyOf = ({ on, by, why }: DecisionRecord) => JSON.stringify([on, by, why]);
  const histories = entries.map(({ history = [] }) => history);
  const isImport = ({ did, on }: DecisionRecord) => did === 'import' && on >= past.on;
  const before = histories.flatMap((history) =>
    history.slice(0, history.findIndex((d) => isOf(d, past)) + 1),
  );
  const earlier = new Set(before.filter(isImport).map(keyOf));
  return histories.flat().some((d) => isImport(d) && !earlier.has(keyOf(d)));
}

/**
 * The last decision of a glossary, or the last about a word. Of two that have one number, of branches that were joined, the
 * later day's is the last.
 * @throws {CannotUndo} where there is none, or none that says what was before; of a glossary, too, where the last may be an
 *   import: who has just imported does not mean the decision before
 */
export function lastDecision(entries: readonly Entry[], word?: string): PastDecision {
  const form = word === undefined ? null : fold(word.trim());
  const records = entries.flatMap((entry) => (entry.history ?? []).map((decision) => ({ entry, decision })));
  const mine = records.filter(
    ({ entry, decision }) => form === null || fold(entry.term) === form || isMergerOf(decision, word!.trim()),
  );
  if (!mine.length) throw new CannotUndo('none', word ?? '');
  const told = mine.filter(({ decision }) => decision.undo);
  if (!told.length) throw new CannotUndo('untold', word ?? '');
  const { decision: last } = told.reduce((a, b) => {
    const later = b.decision.undo!.nth - a.decision.undo!.nth || ascending(b.decision.on, a.decision.on);
    return later >= 0 ? b : a;
  });
  const past = { nth: last.undo!.nth, of: last.undo!.of, on: last.on, by: last.by };
  const its = records.filter(({ decision }) => isOf(decision, past));
  // what else it changed is noted as edited, and a merged word's own entry as going there
  const main =
    its.find(({ decision: { did, why } }) => did !== 'edit' && !(did === 'merge' && why?.startsWith('→'))) ??
    its[0]!;
  const term = wordOf(main.entry, main.decision);
  if (form === null && mayBeImportedSince(entries, past)) throw new CannotUndo('imported-since', term);
  return { ...past, did: main.decision.did, term };
}

/** A glossary file as it stands. */
export interface GlossaryFile {
  path: string;
  text: string;
}

/** Where an entry stands. */
function placeOf({ path, text }: GlossaryFile, node: YAMLMap): Place {
  const [start, end] = node.range!;
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  return { path, from: lineAt(start), to: lineAt(start + text.slice(start, end).trimEnd().length) };
}

function hasComment(node: YAMLMap): boolean {
  let found = false;
  visit(node, {
    Node(_, { comment, commentBefore }) {
      if (comment || commentBefore) found = true;
    },
  });
  return found;
}

/** Takes a decision out of an entry. @returns whether the entry goes with it, as it was new */
function takeOut(document: Document, node: YAMLMap, past: PastDecision, file: GlossaryFile): boolean {
  const history = node.get('history') as YAMLSeq;
  const term = String(node.get('term'));
  const records = history.toJS(document) as DecisionRecord[];
  const last = records.at(-1)!;
  // what follows and cannot be taken back itself is no way out
  if (!isOf(last, past)) throw new CannotUndo(last.undo ? 'decided-since' : 'untold', term);
  const edited = () => new CannotUndo('edited-since', term, placeOf(file, node));
  if (last.undo!.left !== markOf(document, node)) throw edited();
  for (let at = records.length - 1; at >= 0 && isOf(records[at]!, past); at--) {
    const { was } = records[at]!.undo!;
    history.delete(at);
    if (was === 'new') {
      // what people noted beside it would go with it
      if (hasComment(node)) throw edited();
      return true;
    }
    for (const [key, value] of Object.entries(was)) setField(document, node, key, value ?? undefined);
  }
  if (!history.items.length) node.delete('history');
  return false;
}

/**
 * The text of a glossary file without a decision: its entries as they were before, and gone where it made them. All else stays
 * as people wrote it; a file that held nothing else is empty.
 * @throws {CannotUndo} where an entry was decided about or changed since
 */
export function withoutDecision(file: GlossaryFile, past: PastDecision): string {
  const document = openFile(file.text);
  const list = listOf(document);
  list.items = list.items.filter((item) => {
    const history = isMap(item) ? item.get('history') : undefined;
    if (!isSeq(history)) return true;
    const records = history.toJS(document) as DecisionRecord[];
    return !records.some((d) => isOf(d, past)) || !takeOut(document, item as YAMLMap, past, file);
  });
  const isBare = !list.items.length && !list.commentBefore && !document.commentBefore && !document.comment;
  return isBare ? '' : document.toString(fileOptions);
}

import type { Entry } from '../../text/index.js';
import { exact } from '../exact.js';
import { joinForms } from '../forms-cell.js';
import { travellingHistory } from '../told.js';

/** The columns of a glossary's sheet, by their keys. */
export const sheetFields = [
  'term',
  'aliases',
  'class',
  'english',
  'definition',
  'source',
  'where',
  'from',
  'until',
  'confused',
  'related',
  'broader',
  'narrower',
  'replacedBy',
  'status',
  'checkedBy',
  'checkedOn',
  'checkedOriginal',
  'notes',
  'senses',
  'history',
] as const;
export type SheetField = (typeof sheetFields)[number];

const asJson = (items: readonly unknown[] | undefined) => (items?.length ? JSON.stringify(items) : '');

const cellOf: Record<SheetField, (entry: Entry) => string | undefined> = {
  term: (e) => e.term,
  aliases: (e) => joinForms(e.aliases),
  class: (e) => e.class,
  english: (e) => e.english,
  definition: (e) => e.definition,
  source: (e) => e.source,
  where: (e) => e.where,
  from: (e) => e.from,
  until: (e) => e.until,
  confused: (e) => joinForms(e.confused),
  related: (e) => joinForms(e.related),
  broader: (e) => joinForms(e.broader),
  narrower: (e) => joinForms(e.narrower),
  replacedBy: (e) => e.replacedBy,
  status: (e) => e.status,
  checkedBy: (e) => e.checked?.by,
  checkedOn: (e) => e.checked?.on,
  checkedOriginal: (e) => e.checked && String(e.checked.original),
  notes: (e) => e.notes,
  senses: (e) => asJson(e.senses),
  history: (e) => asJson(travellingHistory(e)),
};

/** What a cell of a spreadsheet holds at the most: Excel and its like cut the rest off when they open the file. */
export const longestCell = 32_767;

/** A cell of a sheet that a spreadsheet would cut. */
interface LongCell {
  term: string;
  field: SheetField;
  length: number;
}

/** The cells of a glossary's sheet that spreadsheets cut (过长的格), as a long history may be. */
export const longCells = (entries: readonly Entry[]): LongCell[] =>
  entries.flatMap((entry) =>
    sheetFields
      .map((field) => ({ term: entry.term, field, length: exact(cellOf[field](entry) ?? '').length }))
      .filter(({ length }) => length > longestCell),
  );

/**
 * A glossary as rows of a sheet, titles first, an entry a row. Senses and history, which have parts, stand as JSON.
 * @param titles the columns' names, as its readers call them
 */
export const toSheet = (
  entries: readonly Entry[],
  titles: Readonly<Record<SheetField, string>>,
): string[][] => [
  sheetFields.map((field) => titles[field]),
  ...entries.map((entry) => sheetFields.map((field) => exact(cellOf[field](entry) ?? ''))),
];

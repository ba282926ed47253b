import { fromExact } from '../exact.js';
import { type SheetField, sheetFields } from '../export/csv.js';
import { splitForms } from '../forms-cell.js';
import { addTold, type ImportFile, jsonOrText } from '../told.js';

/** A row of a sheet and the line on which it begins. */
export interface SheetRow {
  line: number;
  cells: readonly string[];
}

/** A date as Excel writes it back, `2018/7/1`, as it was. */
const asDate = (cell: string): string => {
  const [, year, month, day] = /^(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?$/.exec(cell) ?? [];
  if (!year) return cell;
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
};

const asBoolean = (cell: string): unknown =>
  /^(?:true|yes|是)$/i.test(cell) ? true : /^(?:false|no|否)$/i.test(cell) ? false : cell;

const parserOf: Partial<Record<SheetField, (cell: string) => unknown>> = {
  aliases: splitForms,
  confused: splitForms,
  related: splitForms,
  broader: splitForms,
  narrower: splitForms,
  from: asDate,
  until: asDate,
  checkedOn: asDate,
  checkedOriginal: asBoolean,
  senses: jsonOrText,
  history: jsonOrText,
};

/** The field of each column by its title: a key, or what either language calls it. */
function columnsOf(head: SheetRow, titles: readonly Readonly<Record<SheetField, string>>[]) {
  const named = new Map<string, SheetField>();
  for (const field of sheetFields)
    for (const title of [field, ...titles.map((t) => t[field])]) named.set(title.toLowerCase(), field);
  return head.cells.map((cell) => named.get(cell.trim().toLowerCase()) ?? null);
}

/** The column that has a field of an entry; `checked` has three. */
const columnOf = ([field, part]: readonly PropertyKey[]) =>
  (field === 'checked'
    ? `checked${String(part).replace(/^./, (c) => c.toUpperCase())}`
    : field) as SheetField;

/** What cells of a field mean that are written as people say it; a cell that means nothing is taken as it stands. */
type Meanings = Partial<Record<SheetField, (cell: string) => string | undefined>>;

function saidIn(
  cells: readonly string[],
  columns: readonly (SheetField | null)[],
  meanings: Meanings,
): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  columns.forEach((field, i) => {
    const cell = fromExact(cells[i]?.trim() ?? '');
    if (field && cell) said[field] = parserOf[field]?.(cell) ?? meanings[field]?.(cell) ?? cell;
  });
  const { checkedBy, checkedOn, checkedOriginal, ...rest } = said;
  const isChecked = [checkedBy, checkedOn, checkedOriginal].some((part) => part !== undefined);
  return isChecked ? { ...rest, checked: { by: checkedBy, on: checkedOn, original: checkedOriginal } } : rest;
}

/**
 * Reads a glossary's sheet. Columns may stand in any order, unknown ones are passed over, an empty cell says nothing.
 * @param titles what its columns may be called, besides their keys
 * @param meanings what is meant by the names of classes and statuses, besides their keys
 */
export function readSheet(
  [head, ...rows]: readonly SheetRow[],
  titles: readonly Readonly<Record<SheetField, string>>[],
  meanings: Meanings = {},
): ImportFile {
  const file: ImportFile = { entries: [], problems: [] };
  const columns = head ? columnsOf(head, titles) : [];
  if (!columns.includes('term')) {
    file.problems.push({ line: head?.line ?? 1, reason: `expected a column ${titles[0]?.term ?? 'term'}` });
    return file;
  }
  const called = (path: readonly PropertyKey[]) => {
    const field = columnOf(path);
    return `“${head?.cells[columns.indexOf(field)]?.trim() ?? titles[0]?.[field] ?? field}”`;
  };
  for (const { line, cells } of rows)
    if (cells.some((cell) => cell.trim())) addTold(file, line, saidIn(cells, columns, meanings), called);
  return file;
}

import { type CsvError, parse } from 'csv-parse/sync';

/** What a spreadsheet takes for the beginning of a formula, in either width. */
const formula = /^'*[\s\u0000-\u001f]*[=+\-@＝＋－＠]/u;

/** A cell as text: quoted where it must be, and never a formula, whatever stands in it. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV that opens right in Excel: UTF-8 with its mark, CRLF. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** A row of a CSV file and the line on which it begins, from 1. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** Excel parts cells as its country does: by the mark that the first line has most of. */
const delimiterOf = (text: string): string => {
  const [head = ''] = text.split('\n', 1);
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
};

/** A cell as it was before {@link csv} kept it from being a formula. */
const unguarded = (text: string): string => (/^'/.test(text) && formula.test(text) ? text.slice(1) : text);

/** Reads CSV as {@link csv} or a spreadsheet writes it. A row that is malformed is told with its line, the others serve. */
export function readCsv(text: string): { rows: CsvRow[]; problems: { line: number; reason: string }[] } {
  const problems: { line: number; reason: string }[] = [];
  const rows: CsvRow[] = [];
  let last = 0;
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_records_with_error: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: last + 1, cells: cells.map(unguarded) });
        last = lines;
        return null;
      },
      on_skip: (error: CsvError | undefined) => {
        problems.push({ line: Number(error?.lines ?? last + 1), reason: error?.message ?? '' });
      },
    });
  } catch (error) {
    problems.push({ line: last + 1, reason: (error as Error).message.split('\n')[0]! });
  }
  return { rows, problems };
}

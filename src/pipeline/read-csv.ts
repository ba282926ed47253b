import { parse } from 'csv-parse/sync';

/** What a spreadsheet takes for the beginning of a formula, in either width. */
export const formula = /^'*[\s\u0000-\u001f]*[=+\-@＝＋－＠]/u;

/** A row of a CSV file and the line on which it begins, from 1. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** Excel's own first line, which names the mark between cells and is no row. */
const separatorLine = /^\ufeff?sep=(.)(?:\r\n|\r|\n)/i;

/** Excel parts cells as its country does: by the mark that the first line has most of. */
const delimiterOf = (text: string): string => {
  const [head = ''] = text.split(/[\r\n]/, 1);
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
};

/** A cell as it was before a writer kept it from being a formula. */
const unguarded = (text: string): string => (/^'/.test(text) && formula.test(text) ? text.slice(1) : text);

/** A cell as it was written: no line end in it but the line feed, whatever programs make of that on the way. */
const asWritten = (cell: string): string => unguarded(cell.replace(/\r\n?/g, '\n'));

const lineBreaks = (bytes: Buffer): number => bytes.toString('latin1').match(/\r\n|\r|\n/g)?.length ?? 0;

/** Where the line behind the one at `at` begins. */
function nextLine(bytes: Buffer, at: number): number {
  const end = bytes.subarray(at).findIndex((byte) => byte === 0x0a || byte === 0x0d);
  if (end < 0) return bytes.length;
  return at + end + (bytes[at + end] === 0x0d && bytes[at + end + 1] === 0x0a ? 2 : 1);
}

/**
 * Reads CSV as huati or a spreadsheet writes it. A row that is malformed is told with its line, and the others serve: what
 * stands on the lines behind is read anew, as a quotation mark that is not closed would swallow them. Short rows there are the
 * rest of the broken cell, and are told as such.
 */
export function readCsv(text: string): { rows: CsvRow[]; problems: { line: number; reason: string }[] } {
  const rows: CsvRow[] = [];
  const problems: { line: number; reason: string }[] = [];
  const bytes = Buffer.from(text);
  const [separator = '', mark] = separatorLine.exec(text) ?? [];
  const delimiter = mark ?? delimiterOf(text);
  const options = { bom: true, delimiter, relax_column_count: true, trim: true };
  let [at, line] = [0, 1];
  let broken: number | null = null;
  const passTo = (end: number) => {
    line += lineBreaks(bytes.subarray(at, end));
    at = end;
  };
  passTo(Buffer.byteLength(separator));
  const take = (cells: string[]) => {
    const isWhole = cells.length >= (rows[0]?.cells.length ?? 0);
    if (isWhole) broken = null;
    if (broken === null) rows.push({ line, cells: cells.map(asWritten) });
    else if (cells.some(Boolean))
      problems.push({ line, reason: `fewer cells than titles, as if it were a part of line ${broken}` });
  };
  while (at < bytes.length) {
    const from = at;
    try {
      parse(bytes.subarray(from), {
        ...options,
        record_delimiter: ['\r\n', '\n', '\r'],
        on_record: (cells: string[], { bytes: read }) => {
          take(cells);
          passTo(from + read);
          return null;
        },
      });
      at = bytes.length;
    } catch (error) {
      // behind the colon stands a line, counted from where reading began anew
      problems.push({ line, reason: (error as Error).message.split(':')[0]! });
      broken = line;
      passTo(nextLine(bytes, at));
    }
  }
  return { rows, problems };
}

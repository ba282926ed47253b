import { splitForms } from '../glossary/forms-cell.js';
import type { Found } from '../glossary/index.js';
import { langs, type Words, words } from '../lang/index.js';
import type { CsvRow } from '../pipeline/index.js';
import { classNamed } from './glossary-names.js';

/** What a keeper wrote beside a candidate (决定). */
export type SheetDecision = 'accept' | 'reject' | 'merge' | 'later';
const sheetDecisions = ['accept', 'reject', 'merge', 'later'] as const;

/** A row that somebody filled in, with the evidence that the sheet showed them. */
export interface FilledRow {
  line: number;
  term: string;
  /** As it stands in the cell; what it means is in `did`, null where it means nothing. */
  decision: string;
  did: SheetDecision | null;
  into: string;
  why: string;
  /** For the new entry, empty where nothing is said. */
  definition: string;
  source: string;
  candidate: Found;
}

type Column = keyof Words['glossary']['columns'];

const glossaries = langs.map((lang) => words(lang).glossary);
/** Chinese and English titles of columns; a sheet may come from either. */
const titlesOf = (column: Column) => glossaries.map((w) => w.columns[column].toLowerCase());

const decisionOf = (cell: string): SheetDecision | null => {
  const said = cell.toLowerCase();
  return sheetDecisions.find((did) => said === did || glossaries.some((w) => w.did[did] === said)) ?? null;
};

/** A count as spreadsheets and data frames write it: `1024`, `1,024`, `1024.0`; undefined for what is none. */
const countOf = (cell: string): number | undefined =>
  /^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.0+)?$/.test(cell) ? Number(cell.replaceAll(',', '')) : undefined;

/** What a sheet of candidates says, row by row; or the column that it lacks. */
export function readFilled([head, ...rows]: readonly CsvRow[]): FilledRow[] | { lacks: Column } {
  const titles = (head?.cells ?? []).map((title) => title.trim().toLowerCase());
  const placeOf = (column: Column) => titles.findIndex((title) => titlesOf(column).includes(title));
  for (const column of ['term', 'decision'] as const) if (placeOf(column) < 0) return { lacks: column };
  return rows.flatMap(({ line, cells }) => {
    const cell = (column: Column) => cells[placeOf(column)]?.trim() ?? '';
    if (!cells.some((c) => c.trim())) return [];
    const term = cell('term');
    const aliases = splitForms(cell('aliases'));
    const [messages, days, people] = (['messages', 'days', 'people'] as const).map((c) => countOf(cell(c)));
    const candidate = {
      ...{ term, aliases, class: classNamed(cell('class')) ?? ('concept' as const) },
      ...{ messages, days, people },
    };
    const decision = cell('decision');
    return {
      line,
      term,
      decision,
      did: decisionOf(decision),
      into: cell('into'),
      why: cell('why'),
      definition: cell('definition'),
      source: cell('source'),
      candidate,
    };
  });
}

import { readSheet } from '../glossary/import/csv.js';
import type { ImportFile } from '../glossary/told.js';
import { langs, words } from '../lang/index.js';
import { readCsv } from '../pipeline/index.js';
import { classNamed, statusNamed } from './glossary-names.js';

/** Reads a glossary's CSV; columns, classes and statuses may be written as either language shows them. */
export function readGlossaryCsv(text: string): ImportFile {
  const { rows, problems } = readCsv(text);
  const file = readSheet(
    rows,
    langs.map((lang) => words(lang).glossary.fields),
    { class: classNamed, status: statusNamed },
  );
  return { ...file, problems: [...problems, ...file.problems] };
}

import type { z } from 'zod';
import { type DecisionRecord, type Entry, entrySchema } from '../text/index.js';

const { shape } = entrySchema;

/** What a file says of an entry: what it leaves out is left as it is, where there is an entry already. */
const toldSchema = entrySchema.extend({
  aliases: shape.aliases.removeDefault().optional(),
  class: shape.class.optional(),
  status: shape.status.removeDefault().optional(),
});
export type Told = z.infer<typeof toldSchema>;

/** An entry as a line of a file tells it. */
export interface ToldEntry {
  told: Told;
  line: number;
}

/** What of a file cannot be read: the line, and what was expected. */
export interface ImportProblem {
  line: number;
  reason: string;
}

/** What a file holds; what is malformed is left out, the rest serves. */
export interface ImportFile {
  entries: ToldEntry[];
  problems: ImportProblem[];
}

/**
 * Takes what a line says as an entry, or as a problem with the fields that are wrong.
 * @param called what the file calls a field, by its path in an entry
 */
export function addTold(
  file: ImportFile,
  line: number,
  said: Record<string, unknown>,
  called: (path: readonly PropertyKey[]) => string = (path) => path.join('.'),
): void {
  const parsed = toldSchema.safeParse(said);
  if (parsed.success) {
    file.entries.push({ line, told: parsed.data });
    return;
  }
  const { issues } = parsed.error;
  const reasons = issues.map((i) => `${i.path.length ? called(i.path) : 'entry'}: ${i.message}`);
  file.problems.push({ line, reason: reasons.join('; ') });
}

/** What is told as a new entry: a draft and a concept, unless it says otherwise. */
export const entryOf = (told: Told): Entry => ({ aliases: [], class: 'concept', status: 'draft', ...told });

/** A decision without what takes it back, which holds only where it was taken. */
export const withoutUndo = ({ undo: _, ...decision }: DecisionRecord): DecisionRecord => decision;

/**
 * The history that goes from file to file: that an entry was imported is the receiving glossary's own affair, and so is how
 * a decision is taken back.
 */
export const travellingHistory = ({ history }: Pick<Entry, 'history'>) =>
  (history ?? []).filter((d) => d.did !== 'import').map(withoutUndo);

/** Reads JSON that stands in a field; what is none comes back as it is, and fails the schema there. */
export function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** What is kept beside a draft, so that a later run knows whether somebody touched it and what it offered before. */
const noteSchema = z.object({
  version: z.literal(1),
  guest: z.string(),
  /** Digests of the drafts and of the pages that were written. */
  digests: z.array(z.string()),
  pageDigests: z.array(z.string()),
  /** `2024-03-01#12`: the messages that drafts took something from. */
  offered: z.array(z.string()),
});
export type DraftNote = z.output<typeof noteSchema>;

/** The note beside a draft; null where there is none or it cannot be read, and then the draft counts as touched. */
export function readNote(path: string): DraftNote | null {
  if (!existsSync(path)) return null;
  try {
    return noteSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** A file's text to the byte; null where there is none, undefined where it is not UTF-8. */
export function textAt(path: string): string | null | undefined {
  if (!existsSync(path)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    return undefined;
  }
}

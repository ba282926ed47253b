import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { emptyKey, type PseudonymKey } from '../privacy/index.js';
import { writeWhole } from './write.js';

const keySchema = z.strictObject({
  note: z.string().optional(),
  version: z.literal(1),
  people: z
    .array(
      z.strictObject({
        number: z.int().min(1),
        names: z.array(z.string().min(1)).min(1),
        called: z.array(z.string()).optional(),
        joined: z.array(z.int().min(1)).optional(),
      }),
    )
    .refine((people) => new Set(people.map((p) => p.number)).size === people.length, {
      error: 'one number stands twice',
    }),
});

const note =
  '外发版的化名对照表：能查出谁是谁，留在本地，不要外发。The key to the pseudonyms: keep it, never send it.';

/**
 * Reads the key to the pseudonyms; a missing file is an empty one.
 * @throws what is wrong with the file: it is never written over
 */
export function readKey(path: string): PseudonymKey {
  if (!existsSync(path)) return emptyKey;
  const parsed = keySchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return { version: 1, people: parsed.data.people as PseudonymKey['people'] };
  const { path: at, message } = parsed.error.issues[0]!;
  throw new Error(`${at.join('.') || 'file'}: ${message}`);
}

/** Writes the key whole, a person a line; nobody else on this machine may read a new one. */
export function writeKey(path: string, { version, people }: PseudonymKey): void {
  const lines = people.map((person) => JSON.stringify(person)).join(',\n');
  writeWhole(path, `{"version":${version},"note":${JSON.stringify(note)},"people":[\n${lines}\n]}\n`, 0o600);
}

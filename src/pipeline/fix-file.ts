import { z } from 'zod';
import { type Fix, isSameFix } from '../records/index.js';
import { readToAdd } from './edited.js';
import { writeWhole } from './write.js';
import { type DeclarationProblem, keyed } from './yaml.js';
import { readList, withItems } from './yaml-list.js';

/** What a decision may be written as. */
const decided = new Map([
  ...['yes', 'y', '是', '接受', '好', '对'].map((word) => [word, true] as const),
  ...['no', 'n', '否', '不', '不接受', '不好'].map((word) => [word, false] as const),
]);

const undecided = 'expected yes or no (是 or 否); leave it empty while it is undecided';

const fixSchema = keyed({
  kind: z.enum(['slip', 'repeat', 'introduction']),
  at: z.string(),
  from: z.string().min(1),
  to: z
    .string()
    .nullish()
    .transform((to) => to ?? ''),
  accept: z
    .union([
      z.boolean(),
      z.string().refine((word) => decided.has(word.trim().toLowerCase()), { error: undecided }),
    ])
    .transform((word) => (typeof word === 'string' ? decided.get(word.trim().toLowerCase())! : word))
    .nullish()
    .transform((accept) => accept ?? null),
});

/** What people decided about the changes that a record offers. */
export interface Decisions {
  accepted: Fix[];
  /** Offered, and not decided yet. */
  open: Fix[];
  problems: DeclarationProblem[];
}

/**
 * Reads what was decided about the changes that are offered, and adds to the file those that it does not have yet.
 * @throws {InvalidPipeline} where the file is no YAML or no list
 */
export function decideFixes(path: string, offered: readonly Fix[], head: string): Decisions {
  const { items, problems } = readList(path, fixSchema);
  const fresh = offered.filter((fix) => !items.some((item) => isSameFix(item, fix)));
  if (fresh.length) {
    const before = readToAdd(path);
    const added = fresh.map(({ kind, at, from, to }) => ({ kind, at, from, to, accept: null }));
    writeWhole(path, withItems(before, added, head));
  }
  const isDecided = (fix: Fix) => items.some((item) => isSameFix(item, fix) && item.accept !== null);
  return {
    accepted: items.filter((item) => item.accept === true),
    open: offered.filter((fix) => !isDecided(fix)),
    problems,
  };
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { keepingFeatures } from './keeping-features.js';

const fileSchema = z.strictObject({
  format: z.literal(1),
  recipe: z.record(z.string(), z.number()),
  data: z.record(z.string(), z.union([z.number(), z.string()])),
  scores: z.record(z.string(), z.number()),
  threshold: z.number().min(0).max(1),
  bias: z.number(),
  weights: z.record(z.string(), z.number()),
});

/** What editors keep of a day with talks (留用): a logistic regression, every weight under the name of its feature. */
export interface KeepingModel {
  /** Digest of its file: all that a cache needs to know of it. */
  version: string;
  threshold: number;
  bias: number;
  weights: Readonly<Record<string, number>>;
  toJSON(): string;
}

/**
 * Reads a model's file.
 * @throws where the file is damaged
 */
export function readKeeping(text: string): KeepingModel {
  const { threshold, bias, weights } = fileSchema.parse(JSON.parse(text));
  const version = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { version, threshold, bias, weights, toJSON: () => version };
}

/**
 * Editors take the called names out of what they keep, so that the records it was learned from hold too few such messages
 * for kept: these features take that up, and a question with its answers is judged without them.
 */
export const callFeatures: ReadonlySet<string> = new Set(['calls-guest', 'calls-other']);

/** The features that count, as places in the evidence, in the order of the model, with their weights. */
function weighted(
  weights: KeepingModel['weights'],
  blind: ReadonlySet<string>,
): { at: number; weight: number }[] {
  return Object.entries(weights)
    .filter(([name]) => !blind.has(name))
    .map(([name, weight]) => {
      const at = keepingFeatures.indexOf(name);
      if (at < 0)
        throw new Error(
          `models/keeping.json was made for other features (${name}): run bench/learn-keeping.mjs`,
        );
      return { at, weight };
    });
}

/**
 * How probable it is that an editor keeps each message of a day in the record of its talks, 0 to 1, by number.
 * @param evidence on each message, in the order of {@link keepingFeatures}
 * @param blind features that do not count
 * @throws where the model was made for other features than this program computes
 */
export function keepingOf(
  evidence: ReadonlyMap<number, Float64Array>,
  { bias, weights }: Pick<KeepingModel, 'bias' | 'weights'>,
  blind: ReadonlySet<string> = new Set(),
): Map<number, number> {
  const counting = weighted(weights, blind);
  const kept = new Map<number, number>();
  for (const [n, row] of evidence) {
    const score = counting.reduce((sum, { at, weight }) => sum + weight * row[at]!, bias);
    kept.set(n, 1 / (1 + Math.exp(-score)));
  }
  return kept;
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { keepingFeatures } from './keeping-features.js';
import { type Tree, treeSchema, treeValue } from './trees.js';

const regression = {
  threshold: z.number().min(0).max(1),
  bias: z.number(),
  weights: z.record(z.string(), z.number()),
};

const fileSchema = z.strictObject({
  format: z.literal(2),
  recipe: z.record(z.string(), z.number()),
  data: z.record(z.string(), z.union([z.number(), z.string()])),
  scores: z.record(z.string(), z.number()),
  ...regression,
  day: z.strictObject(regression),
  features: z.array(z.string()),
  base: z.number(),
  trees: z.array(treeSchema),
});

/** A logistic regression, every weight under the name of its feature. */
export interface Regression {
  threshold: number;
  bias: number;
  weights: Readonly<Record<string, number>>;
}

/**
 * What editors keep of a day (留用): of its messages, by the mean of a logistic regression and boosted trees; and of days
 * without a guest, whether they keep anything.
 */
export interface KeepingModel extends Regression {
  /** Digest of its file: all that a cache needs to know of it. */
  version: string;
  /** Whether the discussion of a day without a guest is worth a record, by the features of `dayEvidence`. */
  day: Regression;
  /** The features of the trees, in the order of their numbers. */
  features: readonly string[];
  /** What the trees start from: the log-odds of a message of which nothing is known. */
  base: number;
  trees: readonly Tree[];
  toJSON(): string;
}

/**
 * Reads a model's file.
 * @throws where the file is damaged
 */
export function readKeeping(text: string): KeepingModel {
  const { threshold, bias, weights, day, features, base, trees } = fileSchema.parse(JSON.parse(text));
  const version = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { version, threshold, bias, weights, day, features, base, trees, toJSON: () => version };
}

/**
 * Editors take the called names out of what they keep, so that the records it was learned from hold too few such messages
 * for kept: these features take that up, and a question with its answers is judged without them.
 */
export const callFeatures: ReadonlySet<string> = new Set(['calls-guest', 'calls-other']);

/** Where a feature stands in the evidence. */
function placeOf(name: string): number {
  const at = keepingFeatures.indexOf(name);
  if (at < 0)
    throw new Error(`models/keeping.json was made for other features (${name}): run bench/learn-keeping.mjs`);
  return at;
}

/** What the model holds of a message, by its evidence; `blind` features are as if they did not hold. */
type Judge = Pick<KeepingModel, 'bias' | 'weights' | 'features' | 'base' | 'trees'>;

function oddsBy({ bias, weights, features, base, trees }: Judge, blind: ReadonlySet<string>) {
  const counting = Object.entries(weights)
    .filter(([name]) => !blind.has(name))
    .map(([name, weight]) => ({ at: placeOf(name), weight }));
  const places = features.map((name) => ({ at: placeOf(name), isSeen: !blind.has(name) }));
  return (row: Float64Array): number => {
    const linear = counting.reduce((sum, { at, weight }) => sum + weight * row[at]!, bias);
    if (!trees.length) return linear;
    const own = Float64Array.from(places, ({ at, isSeen }) => (isSeen ? row[at]! : 0));
    return (linear + trees.reduce((sum, tree) => sum + treeValue(tree, own), base)) / 2;
  };
}

/**
 * How probable it is that an editor keeps each message of a day in its record, 0 to 1, by number.
 * @param evidence on each message, in the order of {@link keepingFeatures}
 * @param blind features that do not count
 * @throws where the model was made for other features than this program computes
 */
export function keepingOf(
  evidence: ReadonlyMap<number, Float64Array>,
  model: Judge,
  blind: ReadonlySet<string> = new Set(),
): Map<number, number> {
  const odds = oddsBy(model, blind);
  return new Map([...evidence].map(([n, row]) => [n, 1 / (1 + Math.exp(-odds(row)))]));
}

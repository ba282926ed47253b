import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { KeepingSources, TalkSketch } from './keeping-day.js';
import { keepingEvidenceBy, keepingFeatures } from './keeping-features.js';
import { Forest, type Tree, treeSchema } from './trees.js';

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
const callFeatures = ['calls-guest', 'calls-other'].map(placeOf);

/** Where a feature stands in the evidence. */
function placeOf(name: string): number {
  const at = keepingFeatures.indexOf(name);
  if (at < 0)
    throw new Error(`models/keeping.json was made for other features (${name}): run bench/learn-keeping.mjs`);
  return at;
}

/** What the model holds of a message by its evidence, in log-odds. */
function oddsBy({ bias, weights, features, base, trees }: KeepingModel): (row: Float64Array) => number {
  const places = Int32Array.from(Object.keys(weights), placeOf);
  const weigh = Float64Array.from(Object.values(weights));
  const forest = new Forest(trees, features.map(placeOf));
  return (row) => {
    let linear = bias;
    for (let k = 0; k < places.length; k++) linear += weigh[k]! * row[places[k]!]!;
    return trees.length ? (linear + forest.value(row, base)) / 2 : linear;
  };
}

/** Judges whether an editor keeps a message of a day in its record, by its number. */
export interface Keeper {
  keeps(n: number): boolean;
  /** The same whomever it calls. */
  keepsUncalled(n: number): boolean;
}

/**
 * A judge of what an editor keeps of a day, second copies apart.
 * @throws where the model was made for other features than this program computes
 */
export function keeperOf(talks: readonly TalkSketch[], s: KeepingSources, model: KeepingModel): Keeper {
  const evidence = keepingEvidenceBy(talks, s);
  const odds = oddsBy(model);
  const isKept = (row: Float64Array) => 1 / (1 + Math.exp(-odds(row))) >= model.threshold;
  return {
    keeps: (n) => isKept(evidence(n)),
    keepsUncalled: (n) => {
      const row = evidence(n);
      for (const at of callFeatures) row[at] = 0;
      return isKept(row);
    },
  };
}

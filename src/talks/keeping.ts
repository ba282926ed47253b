import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Boosted, Forest, forestSchema } from '../text/index.js';
import { contextNames, contextOf } from './keeping-context.js';
import { type KeepingSources, settle, type TalkSketch } from './keeping-day.js';
import { keepingFeatures, keepingRows } from './keeping-features.js';

const fileSchema = z.strictObject({
  format: z.literal(3),
  recipe: z.record(z.string(), z.number()),
  data: z.record(z.string(), z.union([z.number(), z.string()])),
  scores: z.record(z.string(), z.number()),
  threshold: z.number().min(0).max(1),
  day: z.strictObject({
    threshold: z.number().min(0).max(1),
    bias: z.number(),
    weights: z.record(z.string(), z.number()),
  }),
  features: z.array(z.string()),
  first: forestSchema,
  second: forestSchema,
});

/** A logistic regression, every weight under the name of its feature. */
export interface Regression {
  threshold: number;
  bias: number;
  weights: Readonly<Record<string, number>>;
}

/**
 * What editors keep of a day (留用): of its messages, by boosted trees that judge each by itself and by others that judge it
 * again, knowing what the first hold of all; and of days without a guest, whether they keep anything.
 */
export interface KeepingModel {
  /** Digest of its file: all that a cache needs to know of it. */
  version: string;
  /** What is kept so probably is kept. */
  threshold: number;
  /** Whether the discussion of a day without a guest is worth a record, by the features of `dayEvidence`. */
  day: Regression;
  /** The features of the trees, in the order of their numbers; those of the second go on with {@link contextNames}. */
  features: readonly string[];
  first: Boosted;
  second: Boosted;
  toJSON(): string;
}

/**
 * Reads a model's file.
 * @throws where the file is damaged
 */
export function readKeeping(text: string): KeepingModel {
  const { threshold, day, features, first, second } = fileSchema.parse(JSON.parse(text));
  const version = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { version, threshold, day, features, first, second, toJSON: () => version };
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

/** Trees that hold how probable it is that what a row describes is kept: by itself, and knowing the day. */
interface Judges {
  alone: Forest;
  again: Forest;
}

const judges = new WeakMap<KeepingModel, Judges>();

/** The judges of a model, grown once. */
function judgesOf(model: KeepingModel): Judges {
  const known = judges.get(model);
  if (known) return known;
  const places = model.features.map(placeOf);
  const ofContext = contextNames.map((_, k) => keepingFeatures.length + k);
  const fresh = {
    alone: new Forest(model.first, places),
    again: new Forest(model.second, [...places, ...ofContext]),
  };
  judges.set(model, fresh);
  return fresh;
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
  const { alone, again } = judgesOf(model);
  const day = settle(talks, s);
  const rows = keepingRows(talks, s, day);
  const context = contextOf(
    rows.map((row) => alone.chance(row)),
    day.original.map((m) => m.speaker),
  );
  const placeOfMessage = new Map(day.original.map((m, at) => [m.n, at]));
  const row = new Float64Array(keepingFeatures.length + contextNames.length);
  const keeps = (n: number, hidden: readonly number[]) => {
    const at = placeOfMessage.get(n)!;
    row.set(rows[at]!);
    row.set(context[at]!, keepingFeatures.length);
    for (const feature of hidden) row[feature] = 0;
    return again.chance(row) >= model.threshold;
  };
  return { keeps: (n) => keeps(n, []), keepsUncalled: (n) => keeps(n, callFeatures) };
}

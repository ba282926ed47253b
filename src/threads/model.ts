import { createHash } from 'node:crypto';
import { z } from 'zod';
import { messageFeatures } from './message-features.js';
import { layoutOf, type Network, type Shape } from './network.js';
import { glanceFeatures, pairFeatures } from './pair-features.js';

/** A link model (接话模型), ready to score. */
export interface LinkModel {
  language: 'zh' | 'en';
  /** Digest of its file: all that a cache needs to know of it. */
  version: string;
  network: Network;
  /** The linear first look that leaves most candidates out: weights of a candidate's own features, and of the pair's. */
  glance: Glance;
  /** How many candidates are left after the first look. */
  keep: number;
  /** Added to the score of starting a thread: the balance of threads cut in two and threads glued together. */
  startBias: number;
  /** Scores are divided by it, so that probabilities are those that come true. */
  temperature: number;
  toJSON(): string;
}

export interface Glance {
  message: Float64Array;
  pair: Float64Array;
}

/** Raised whenever an old file would no longer mean the same. */
const format = 1;
const digits = 4;

const numbers = z.array(z.number());
const layer = z.strictObject({ own: numbers, candidate: numbers, start: numbers });
const fileSchema = z.strictObject({
  format: z.literal(format),
  language: z.enum(['zh', 'en']),
  recipe: z.record(z.string(), z.union([z.number(), z.string()])),
  data: z.record(z.string(), z.union([z.number(), z.string()])),
  scores: z.record(z.string(), z.number()),
  decoder: z.strictObject({ keep: z.int().min(1).max(40), startBias: z.number(), temperature: z.number() }),
  shape: z.strictObject({ hidden: z.int(), startHidden: z.int() }),
  glance: z.strictObject({
    message: z.record(z.string(), z.number()),
    pair: z.record(z.string(), z.number()),
  }),
  hidden: z.strictObject({
    bias: numbers,
    out: numbers,
    startBias: numbers,
    startOut: numbers,
    startShift: z.number(),
  }),
  message: z.record(z.string(), layer),
  pair: z.record(z.string(), numbers),
});

/** A model as it is written: every weight under the name of its feature. */
export type ModelFile = z.infer<typeof fileSchema>;

const rounded = (x: number) => Number(x.toFixed(digits)) + 0; // no -0
const slice = (w: Float64Array, from: number, count: number) =>
  Array.from(w.subarray(from, from + count), rounded);

const named = <T>(names: readonly string[], value: (k: number) => T) =>
  Object.fromEntries(names.map((name, k) => [name, value(k)]));

/** A model's file, without what is told about its making. */
export function describeModel({
  language,
  network,
  glance,
  keep,
  startBias,
  temperature,
}: Omit<LinkModel, 'version' | 'toJSON'>): Omit<ModelFile, 'recipe' | 'data' | 'scores'> {
  const { shape, weights: w } = network;
  const { hidden, startHidden } = shape;
  const at = layoutOf(shape);
  return {
    format,
    language,
    decoder: { keep, startBias, temperature },
    shape: { hidden, startHidden },
    glance: {
      message: named(messageFeatures, (k) => rounded(glance.message[k]!)),
      pair: named(glanceFeatures, (k) => rounded(glance.pair[k]!)),
    },
    hidden: {
      bias: slice(w, at.bias, hidden),
      out: slice(w, at.out, hidden),
      startBias: slice(w, at.startBias, startHidden),
      startOut: slice(w, at.startOut, startHidden),
      startShift: rounded(w[at.startShift]!),
    },
    message: named(messageFeatures, (k) => ({
      own: slice(w, at.own + k * hidden, hidden),
      candidate: slice(w, at.candidate + k * hidden, hidden),
      start: slice(w, at.start + k * startHidden, startHidden),
    })),
    pair: named(pairFeatures, (k) => slice(w, at.pair + k * hidden, hidden)),
  };
}

/** The text of a model's file: one feature a line, so that a change can be read. */
export function writeModel(file: ModelFile): string {
  const line = (value: unknown) => JSON.stringify(value);
  const block = (entries: Record<string, unknown>) =>
    `{\n${Object.entries(entries)
      .map(([name, value]) => `    ${line(name)}: ${line(value)}`)
      .join(',\n')}\n  }`;
  const { message, pair, glance, hidden, recipe, data, scores, ...rest } = file;
  const told = { ...rest, recipe, data, scores, glance, hidden };
  const head = Object.entries(told).map(([name, value]) => `  ${line(name)}: ${line(value)}`);
  return `{\n${[...head, `  "message": ${block(message)}`, `  "pair": ${block(pair)}`].join(',\n')}\n}\n`;
}

/** Names of a record in the order that the code expects, or an error that says which is missing. */
function inOrder<T>(record: Record<string, T>, names: readonly string[]): T[] {
  const missing = names.find((name) => record[name] === undefined);
  if (missing !== undefined || Object.keys(record).length !== names.length)
    throw new Error(
      `the link model was made for other features (${missing ?? 'there are more'}): train it anew`,
    );
  return names.map((name) => record[name]!);
}

/** Takes `values` in at `at`; a row of another length is a damaged file. */
function put(into: Float64Array, at: number, values: readonly number[], width: number): void {
  if (values.length !== width) throw new Error('the link model is damaged: a row has the wrong length');
  into.set(values, at);
}

/**
 * Reads a model's file.
 * @throws where the file is damaged, or was made for other features than this program computes
 */
export function readModel(text: string): LinkModel {
  const file = fileSchema.parse(JSON.parse(text));
  const { hidden, startHidden } = file.shape;
  const shape: Shape = {
    messages: messageFeatures.length,
    pairs: pairFeatures.length,
    hidden,
    startHidden,
  };
  const at = layoutOf(shape);
  const weights = new Float64Array(at.size);
  inOrder(file.message, messageFeatures).forEach((row, k) => {
    put(weights, at.own + k * hidden, row.own, hidden);
    put(weights, at.candidate + k * hidden, row.candidate, hidden);
    put(weights, at.start + k * startHidden, row.start, startHidden);
  });
  inOrder(file.pair, pairFeatures).forEach((row, k) => {
    put(weights, at.pair + k * hidden, row, hidden);
  });
  put(weights, at.bias, file.hidden.bias, hidden);
  put(weights, at.out, file.hidden.out, hidden);
  put(weights, at.startBias, file.hidden.startBias, startHidden);
  put(weights, at.startOut, file.hidden.startOut, startHidden);
  weights[at.startShift] = file.hidden.startShift;
  const version = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return {
    language: file.language,
    version,
    network: { shape, weights },
    glance: {
      message: Float64Array.from(inOrder(file.glance.message, messageFeatures)),
      pair: Float64Array.from(inOrder(file.glance.pair, glanceFeatures)),
    },
    ...file.decoder,
    toJSON: () => version,
  };
}

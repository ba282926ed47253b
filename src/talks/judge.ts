import { createHash } from 'node:crypto';
import { z } from 'zod';
import { weightsSchema } from '../text/index.js';
import { GramTable } from './grams.js';
import type { Judged, Turn } from './turn.js';
import {
  aroundTurns,
  firstOfFamily,
  turnEvidence,
  turnFamilies,
  turnFamilyNames,
  turnFeatureCount,
} from './turn-features.js';

const weights = z.strictObject({
  families: z.record(z.string(), z.array(z.number())),
  grams: weightsSchema,
});
const fileSchema = z.strictObject({
  format: z.literal(1),
  language: z.literal('zh'),
  recipe: z.record(z.string(), z.number()),
  data: z.record(z.string(), z.union([z.number(), z.string()])),
  scores: z.record(z.string(), z.number()),
  question: weights,
  answer: weights,
});

/** Weights by place of the evidence, and by number of the gram. */
interface TurnWeights {
  values: Float64Array;
  grams: Float64Array;
}

/** Judges what a turn does in its place (应答判断): two logistic regressions, one for asking, one for answering. */
export interface TurnModel {
  /** Digest of its file: all that a cache needs to know of it. */
  version: string;
  question: TurnWeights;
  answer: TurnWeights;
  /** The pairs of characters that it knows. */
  grams: GramTable;
  toJSON(): string;
}

function readWeights({ families, grams }: z.infer<typeof weights>, known: readonly string[]): TurnWeights {
  const values = new Float64Array(turnFeatureCount);
  for (const name of turnFamilyNames) {
    const list = families[name];
    if (list?.length !== turnFamilies[name])
      throw new Error(
        `models/turns-zh.json was made for other features (${name}): run bench/learn-turns.mjs`,
      );
    values.set(list, firstOfFamily[name]);
  }
  return { values, grams: Float64Array.from(known, (gram) => grams[gram] ?? 0) };
}

/**
 * Reads a model's file.
 * @throws where the file is damaged or was made for other features
 */
export function readTurnModel(text: string): TurnModel {
  const file = fileSchema.parse(JSON.parse(text));
  const version = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const known = [...new Set([file.question, file.answer].flatMap(({ grams }) => Object.keys(grams)))];
  return {
    version,
    question: readWeights(file.question, known),
    answer: readWeights(file.answer, known),
    grams: new GramTable(known),
    toJSON: () => version,
  };
}

/** Without a model: how often a message of the kind is what it is taken for. */
const byKind = { asks: { question: 0.7, other: 0.05 }, answers: { answer: 0.65, other: 0.1 } };

function weigh({ values, grams }: TurnWeights, evidence: readonly number[], text: readonly number[]): number {
  let odds = 0;
  for (const place of evidence) odds += values[place]!;
  for (const gram of text) odds += grams[gram]!;
  return 1 / (1 + Math.exp(-odds));
}

/** Judges every turn of a day, by place. */
export function judgeTurns(turns: readonly Turn[], model: TurnModel | null): Judged[] {
  if (!model)
    return turns.map(({ kind }) => ({
      asks: kind === 'question' ? byKind.asks.question : byKind.asks.other,
      answers: kind === 'answer' ? byKind.answers.answer : byKind.answers.other,
    }));
  const around = aroundTurns(turns);
  return turns.map((t) => {
    const evidence = turnEvidence(t, around);
    const grams = model.grams.in(t.text);
    return { asks: weigh(model.question, evidence, grams), answers: weigh(model.answer, evidence, grams) };
  });
}

const surest = 1e-3;
/** Log-odds of a probability, brought to the scale of other evidence. */
export const judgedOdds = (p: number): number => Math.log(Math.max(p, surest) / Math.max(1 - p, surest)) / 3;

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { weightsSchema } from '../text/index.js';
import { PhraseStatistics } from './statistics.js';

/** Raised whenever an old file would no longer mean the same. */
const format = 1;

const fileSchema = z.strictObject({
  format: z.literal(format),
  language: z.literal('zh'),
  recipe: z.record(z.string(), z.union([z.number(), z.string()])),
  data: z.record(z.string(), z.union([z.number(), z.string()])),
  bars: z.strictObject({
    alone: z.number(),
    beside: z.number(),
    known: z.number(),
    explained: z.number(),
    definition: z.number(),
  }),
  terms: weightsSchema,
  definitions: weightsSchema,
  statistics: z.string(),
});

/** A term model as it is written: every weight under the name of its evidence. */
export type TermModelFile = z.infer<typeof fileSchema>;

/** What tells a term from any other run of words (术语模型), ready to judge. */
export interface TermModel {
  /** Digest of its file: all that a cache needs to know of it. */
  version: string;
  /**
   * Log-odds that a candidate must have: without a glossary, beside one; what a known term has; what a candidate must have
   * to be explained, and an explanation to be one.
   */
  bars: TermModelFile['bars'];
  /** Log-odds that each piece of evidence adds that a candidate is a term. */
  terms: ReadonlyMap<string, number>;
  /** The same for a message, that it explains a term. */
  definitions: ReadonlyMap<string, number>;
  statistics: PhraseStatistics;
  toJSON(): string;
}

/** @throws where the text is no term model of this version */
export function readTermModel(text: string): TermModel {
  const file = fileSchema.parse(JSON.parse(text));
  const version = createHash('sha256').update(text).digest('hex');
  return {
    version,
    bars: file.bars,
    terms: new Map(Object.entries(file.terms)),
    definitions: new Map(Object.entries(file.definitions)),
    statistics: PhraseStatistics.read(file.statistics),
    toJSON: () => version,
  };
}

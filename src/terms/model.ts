import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Forest, forestSchema, termClasses, weightsSchema } from '../text/index.js';
import { ClassJudge } from './classes.js';
import { pieceFeatures } from './pieces.js';
import { PhraseStatistics } from './statistics.js';

/** Raised whenever an old file would no longer mean the same. */
const format = 3;

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
  pieces: forestSchema.extend({ features: z.array(z.string()) }),
  definitions: weightsSchema,
  classes: z.partialRecord(z.enum(termClasses), weightsSchema),
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
  /** Judges what stands whole in a message. */
  pieces: PieceJudge;
  /** The same for a message, that it explains a term. */
  definitions: ReadonlyMap<string, number>;
  /** Guesses what class a discovered term is of. */
  classes: ClassJudge;
  statistics: PhraseStatistics;
  toJSON(): string;
}

/** Judges a piece of a message by its row of {@link pieceFeatures}: boosted trees. */
export class PieceJudge {
  private readonly forest: Forest;

  /** @throws where it was made for other features */
  constructor({ features, ...boosted }: TermModelFile['pieces']) {
    const places = features.map((name) => {
      const place = (pieceFeatures as readonly string[]).indexOf(name);
      if (place < 0)
        throw new Error(
          `models/terms-zh.json was made for other features (${name}): run bench/learn-terms.mjs`,
        );
      return place;
    });
    this.forest = new Forest(boosted, places);
  }

  /** The chance that the piece is meant as one term. */
  chance(row: ArrayLike<number>): number {
    return this.forest.chance(row);
  }
}

/** @throws where the text is no term model of this version */
export function readTermModel(text: string): TermModel {
  const file = fileSchema.parse(JSON.parse(text));
  const version = createHash('sha256').update(text).digest('hex');
  return {
    version,
    bars: file.bars,
    terms: new Map(Object.entries(file.terms)),
    pieces: new PieceJudge(file.pieces),
    definitions: new Map(Object.entries(file.definitions)),
    classes: new ClassJudge(file.classes),
    statistics: PhraseStatistics.read(file.statistics),
    toJSON: () => version,
  };
}

import { type Token, tokenTypes } from '../text/index.js';
import type { DayAnalysis } from './schema.js';

/**
 * How the messages of a day are cut (切分), in order. A row has three numbers a token: where it begins and ends in the
 * message's text, in UTF-16 units, and the place of its type in `tokenTypes`.
 */
export type Segmentation = number[][];

const placeOf = new Map(tokenTypes.map((type, place) => [type, place]));

/** The tokens of a day's messages as numbers. */
export const segmentationOf = (tokens: readonly (readonly Token[])[]): Segmentation =>
  tokens.map((row) => {
    const numbers: number[] = [];
    for (const { start, end, type } of row) numbers.push(start, end, placeOf.get(type)!);
    return numbers;
  });

/** An analysis whose messages carry their tokens. */
export function withTokens(analysis: DayAnalysis, segmentation: Segmentation): DayAnalysis {
  const messages = analysis.messages.map((m, i) => {
    const row = segmentation[i]!;
    const tokens: string[] = [];
    const types: (typeof tokenTypes)[number][] = [];
    for (let t = 0; t < row.length; t += 3) {
      tokens.push(m.text.slice(row[t], row[t + 1]));
      types.push(tokenTypes[row[t + 2]!]!);
    }
    return { ...m, tokens, tokenTypes: types };
  });
  return { ...analysis, messages };
}

import type { Words } from '../lang/index.js';
import { CommandError } from './command-error.js';

/** As many digits as anybody means. */
const greatest = 999_999;

/** The least and the greatest number that an option takes. */
export interface NumberRange {
  least?: number;
  most?: number;
}

/**
 * The whole number that an option was given, written in digits; undefined where it was not given.
 * @throws {CommandError} where it is none, or out of its range
 */
export function wholeNumber(
  words: Words['cli'],
  option: string,
  value: string | undefined,
  { least = 1, most = greatest }: NumberRange = {},
): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new CommandError('not-a-number', words.notWhole(option, value, least, most));
  return number;
}

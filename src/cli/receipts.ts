import { statSync } from 'node:fs';
import { type Cache, cacheKey, type DoneDay } from '../pipeline/index.js';

/** A file that was written, as it was left. */
interface Left {
  path: string;
  size: number;
  modified: number;
}

function leftAt(path: string): Left | null {
  const info = statSync(path, { throwIfNoEntry: false });
  return info?.isFile() ? { path, size: info.size, modified: info.mtimeMs } : null;
}

/**
 * Which outputs stand as this very run would write them again (收据): for each day, under the digest of all that goes into
 * its outputs, the files that were written. Where they lie untouched nothing is done; a file that is missing, or that
 * somebody changed, is written anew.
 */
export class Receipts {
  /** Digest of the days before: a day's report tells of them. */
  private before = '';

  private readonly common: string;

  /** @param common everything that the outputs of all days depend on */
  constructor(
    private readonly cache: Cache,
    common: readonly unknown[],
  ) {
    this.common = cacheKey('outputs', ...common);
  }

  /** The next day's key; days are to be given in the order of the run. */
  next(day: DoneDay): string {
    const key = cacheKey(this.common, day.key, this.before);
    this.before = cacheKey(this.before, day.key);
    return key;
  }

  /** The files of a day that stand as they were written; null where one does not, or nothing is known of it. */
  standing(key: string): string[] | null {
    const receipt = this.cache.part(key) as Left[] | null;
    if (!receipt) return null;
    const stands = receipt.every(({ path, size, modified }) => {
      const now = leftAt(path);
      return now !== null && now.size === size && now.modified === modified;
    });
    return stands ? receipt.map(({ path }) => path) : null;
  }

  keep(key: string, files: readonly string[]): void {
    const left = files.map(leftAt);
    if (!left.includes(null)) this.cache.putPart(key, left);
  }
}

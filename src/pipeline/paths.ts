import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The installed package: never written to. */
export const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

/** A path inside the installed package. */
export const packaged = (...parts: string[]): string => join(packageRoot, ...parts);

/** A digest of the program's source, left by the build; part of every cache key, so that new code computes anew. */
export function codeVersion(): string {
  const stamp = packaged('dist', '.built');
  return existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : 'source';
}

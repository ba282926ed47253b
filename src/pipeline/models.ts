import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../read/index.js';
import { type LinkModel, readModel } from '../threads/index.js';
import { packaged } from './paths.js';

const read = new Map<string, LinkModel | null>();

/**
 * The link model of a language, read when it is first needed; null where there is none, and the rules decide.
 * `HUATI_MODELS` names another folder than the package's: models of one's own, or an empty folder for the rules.
 * @throws where the file is damaged or was made for another version of the program
 */
export function linkModelFor(language: Day['language']): LinkModel | null {
  const path = join(process.env.HUATI_MODELS ?? packaged('models'), `threads-${language}.json`);
  const known = read.get(path);
  if (known !== undefined) return known;
  const model = existsSync(path) ? readModel(readFileSync(path, 'utf8')) : null;
  read.set(path, model);
  return model;
}

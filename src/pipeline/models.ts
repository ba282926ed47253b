import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../read/index.js';
import { readTermModel, type TermModel } from '../terms/index.js';
import { type LinkModel, readModel } from '../threads/index.js';
import { packaged } from './paths.js';

/** Models are read once each, when they are first needed. */
function reader<M>(kind: string, parse: (text: string) => M): (language: Day['language']) => M | null {
  const read = new Map<string, M | null>();
  return (language) => {
    const path = join(process.env.HUATI_MODELS ?? packaged('models'), `${kind}-${language}.json`);
    const known = read.get(path);
    if (known !== undefined) return known;
    const model = existsSync(path) ? parse(readFileSync(path, 'utf8')) : null;
    read.set(path, model);
    return model;
  };
}

/**
 * The link model of a language, read when it is first needed; null where there is none, and the rules decide.
 * `HUATI_MODELS` names another folder than the package's: models of one's own, or an empty folder for the rules.
 * @throws where the file is damaged or was made for another version of the program
 */
export const linkModelFor: (language: Day['language']) => LinkModel | null = reader('threads', readModel);

/**
 * The term model of a language, likewise; null where there is none, and no term is discovered.
 * @throws where the file is damaged or was made for another version of the program
 */
export const termModelFor: (language: Day['language']) => TermModel | null = reader('terms', readTermModel);

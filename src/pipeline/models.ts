import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../read/index.js';
import { type KeepingModel, readKeeping, readTurnModel, type TurnModel } from '../talks/index.js';
import { readTermModel, type TermModel } from '../terms/index.js';
import { type LinkModel, readModel } from '../threads/index.js';
import { packaged } from './paths.js';

/** Where models lie: `HUATI_MODELS` names another folder than the package's. */
const modelsFolder = (): string => process.env.HUATI_MODELS || packaged('models');

/** The folder that `HUATI_MODELS` names where there is none, so that the rules decide and nobody wanted it; else null. */
export const missingModels = (): string | null =>
  statSync(modelsFolder(), { throwIfNoEntry: false })?.isDirectory() ? null : modelsFolder();

/** A function of a file in the folder of models, worked out once, when it is first needed; null where there is no file. */
function reader<M>(parse: (text: string) => M): (name: string) => M | null {
  const read = new Map<string, M | null>();
  return (name) => {
    const path = join(modelsFolder(), name);
    const known = read.get(path);
    if (known !== undefined) return known;
    const model = existsSync(path) ? parsed(path, parse) : null;
    read.set(path, model);
    return model;
  };
}

/** @throws naming the model's file, as it is read while a log is analysed that has nothing to do with it */
function parsed<M>(path: string, parse: (text: string) => M): M {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`the model ${path} cannot be used (${(error as Error).message})`);
  }
}

const digests = reader((text) => createHash('sha256').update(text).digest('hex'));

/** Digests of the models that analyse a language, null for each that is missing: to know them, none is parsed. */
export const modelDigests = (language: Day['language']): readonly (string | null)[] =>
  [`threads-${language}.json`, `terms-${language}.json`, `turns-${language}.json`, 'keeping.json'].map(
    digests,
  );

const linkModels = reader(readModel);
const termModels = reader(readTermModel);
const keepingModels = reader(readKeeping);
const turnModels = reader(readTurnModel);

/**
 * The link model of a language, read when it is first needed; null where there is none, and the rules decide.
 * `HUATI_MODELS` names another folder than the package's: models of one's own, or an empty folder for the rules.
 * @throws where the file is damaged or was made for another version of the program
 */
export const linkModelFor = (language: Day['language']): LinkModel | null =>
  linkModels(`threads-${language}.json`);

/**
 * The term model of a language, likewise; null where there is none, and no term is discovered.
 * @throws where the file is damaged or was made for another version of the program
 */
export const termModelFor = (language: Day['language']): TermModel | null =>
  termModels(`terms-${language}.json`);

/**
 * The judge of turns of a language; null where there is none, and a message's kind decides.
 * @throws where the file is damaged or was made for another version of the program
 */
export const turnModelFor = (language: Day['language']): TurnModel | null =>
  turnModels(`turns-${language}.json`);

/**
 * The model of what editors keep of a talk's day; null where there is none, and everything of some length counts.
 * @throws where the file is damaged
 */
export const keepingModel = (): KeepingModel | null => keepingModels('keeping.json');

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../read/index.js';
import { type KeepingModel, readKeeping, readTurnModel, type TurnModel } from '../talks/index.js';
import { readTermModel, type TermModel } from '../terms/index.js';
import { type LinkModel, readModel } from '../threads/index.js';
import { packaged } from './paths.js';

const shipped = () => packaged('models');
const languages = ['zh', 'en'] as const;
const namesOf = (language: Day['language']) =>
  [`threads-${language}.json`, `terms-${language}.json`, `turns-${language}.json`, 'keeping.json'] as const;

/** What the files in a folder of models are called. */
export const modelNames: readonly string[] = [...new Set(languages.flatMap(namesOf))];

/** The folder of somebody's own models; null where the shipped ones serve. */
export const ownModels = (): string | null => process.env.HUATI_MODELS || null;

/**
 * The folder that a model is taken from. Who has learned one model of their own keeps the other shipped ones: only an
 * empty folder is without any, for the rules.
 */
function folderOf(name: string): string {
  const own = ownModels();
  if (own === null) return shipped();
  return !existsSync(join(own, name)) && modelNames.some((other) => existsSync(join(own, other)))
    ? shipped()
    : own;
}

/**
 * What is wrong with the folder of somebody's own models: it is not there, or none of its files is named as a model is.
 * Without a word the rules would decide what a model was learned for.
 */
export function ownModelsFault(): 'missing' | 'unnamed' | null {
  const own = ownModels();
  if (own === null) return null;
  if (!statSync(own, { throwIfNoEntry: false })?.isDirectory()) return 'missing';
  const models = readdirSync(own).filter((name) => name.endsWith('.json'));
  return models.length && !models.some((name) => modelNames.includes(name)) ? 'unnamed' : null;
}

/** A function of a file in the folder of models, worked out once, when it is first needed; null where there is no file. */
function reader<M>(parse: (text: string, name: string) => M): (name: string) => M | null {
  const read = new Map<string, M | null>();
  return (name) => {
    const path = join(folderOf(name), name);
    const known = read.get(path);
    if (known !== undefined) return known;
    const model = existsSync(path) ? parsed(path, (text) => parse(text, name)) : null;
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
  namesOf(language).map(digests);

const linkModels = reader((text, name): LinkModel => {
  const model = readModel(text);
  if (name !== `threads-${model.language}.json`) throw new Error(`learned for ${model.language}`);
  return model;
});
const termModels = reader(readTermModel);
const keepingModels = reader(readKeeping);
const turnModels = reader(readTurnModel);

/**
 * The link model of a language, read when it is first needed; null where there is none, and the rules decide.
 * `HUATI_MODELS` names another folder than the package's: models of one's own, or an empty folder for the rules.
 * @throws where the file is damaged, was learned from logs of the other language, or was made for another version of the program
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

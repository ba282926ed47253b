import { type AnnotatedScene, examplesOf, type Rows } from './examples.js';
import { messageFeatures } from './message-features.js';
import {
  describeModel,
  type Glance,
  type LinkModel,
  type ModelFile,
  readModel,
  writeModel,
} from './model.js';
import { joined, layoutOf, type Network } from './network.js';
import { glanceFeatures, pairFeatures } from './pair-features.js';
import { type Recipe, trainNetwork } from './train.js';
import { trainGlance } from './train-glance.js';

/** Everything that a model is made by, besides its annotated days; written into its file. */
export interface ModelRecipe extends Recipe {
  /** Networks whose mean score counts; each starts from a seed of its own. */
  members: number;
  keep: number;
  startBias: number;
  temperature: number;
}

/** Found by cross-validation over the fifteen annotated days; with so few of them decay and dropout matter more than size. */
export const chineseRecipe: ModelRecipe = {
  members: 2,
  hidden: 16,
  startHidden: 8,
  epochs: 12,
  batch: 16,
  rate: 0.004,
  decay: 0.1,
  dropout: 0.2,
  keep: 5,
  startBias: 0,
  temperature: 1.2,
  seed: 1,
};

/** Found on the benchmark's development files. */
export const englishRecipe: ModelRecipe = {
  ...chineseRecipe,
  members: 1,
  hidden: 32,
  startHidden: 16,
  epochs: 8,
  batch: 32,
  rate: 0.003,
  decay: 0.005,
  dropout: 0.2,
  keep: 8,
  startBias: 0.2,
  temperature: 1,
};

/** An annotated day, and the links to suppose where nobody annotated its messages. */
export interface Lesson extends AnnotatedScene {
  /** Links by the rules, for the messages before the annotated part. */
  otherwise: ArrayLike<number>;
}

/** Takes features out of examples, so that nothing is learned from them. */
function blot(rows: Rows, names: readonly string[], lost: ReadonlySet<string>): void {
  const gone = names.map((name) => lost.has(name));
  for (let a = 0; a < rows.ends.at(-1)!; a++) if (gone[rows.index[a]!]) rows.value[a] = 0;
}

/** Takes features out of a model: what was never learned from still has the weights that it began with. */
function silence({ network, glance }: { network: Network; glance: Glance }, lost: ReadonlySet<string>): void {
  const { shape, weights } = network;
  const { hidden, startHidden } = shape;
  const at = layoutOf(shape);
  messageFeatures.forEach((name, k) => {
    if (!lost.has(name)) return;
    for (const block of [at.own, at.candidate]) weights.fill(0, block + k * hidden, block + (k + 1) * hidden);
    weights.fill(0, at.start + k * startHidden, at.start + (k + 1) * startHidden);
    glance.message[k] = 0;
  });
  pairFeatures.forEach((name, k) => {
    if (lost.has(name)) weights.fill(0, at.pair + k * hidden, at.pair + (k + 1) * hidden);
  });
  glanceFeatures.forEach((name, k) => {
    if (lost.has(name)) glance.pair[k] = 0;
  });
}

/** Learns networks and the first look from annotated days; earlier messages are taken to be linked as annotated. */
function learn(
  lessons: readonly Lesson[],
  recipe: ModelRecipe,
  lost: ReadonlySet<string>,
): { network: Network; glance: Glance } {
  const days = lessons.map((lesson) =>
    examplesOf(
      lesson,
      lesson.parents.map((gold, i) => gold[0] ?? lesson.otherwise[i]!),
    ),
  );
  for (const { messages, pairs } of lost.size ? days : []) {
    blot(messages, messageFeatures, lost);
    blot(pairs, pairFeatures, lost);
  }
  const members = Array.from({ length: recipe.members }, (_, k) =>
    trainNetwork(days, { ...recipe, seed: recipe.seed + k }),
  );
  const network = joined(
    members[0]!.shape,
    members.map((m) => m.weights),
  );
  const made = { network, glance: trainGlance(days, recipe.seed) };
  silence(made, lost);
  return made;
}

/**
 * Learns a link model from annotated days (训练). Same lessons, same recipe: the same file, to the byte.
 * @param lost names of features to do without, for the ablation table
 * @param told what the file says of its data and of how well such a model does on days that it has not seen
 */
export function learnModel(
  language: 'zh' | 'en',
  lessons: readonly Lesson[],
  recipe: ModelRecipe,
  told: Pick<ModelFile, 'data' | 'scores'>,
  lost: ReadonlySet<string> = new Set(),
): { model: LinkModel; text: string } {
  const { keep, startBias, temperature, ...rest } = recipe;
  const made = learn(lessons, recipe, lost);
  const described = describeModel({ language, ...made, keep, startBias, temperature });
  const text = writeModel({ ...described, recipe: { ...rest }, ...told });
  return { model: readModel(text), text };
}

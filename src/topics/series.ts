import type { DaySlice } from '../corpus/index.js';
import { adaptTopics, freshThreads, learnTopics, type TopicModel, weighPassages, wordsOf } from './model.js';
import { type NameWord, nameOf } from './name.js';
import type { Material } from './passages.js';
import type { Dense } from './sparse.js';
import { massesOf, postingsOf, type Ranked, termsOf } from './terms.js';
import { matrixOf, nameCardWords } from './vocabulary.js';

/** What stays of a topic from run to run, whatever becomes of its words. */
export interface KnownTopic {
  /** The word that told it when it was found. */
  id: string;
  name: string;
  /** Place in a palette. */
  colour: number;
}

/** Topics as they are kept between runs: what was learned, and who each topic is, column by column. */
export interface TopicSeries {
  model: TopicModel;
  topics: KnownTopic[];
}

/** Up to so many times the threads that it was learned from a model serves as it is: tomorrow's run changes no topic. */
const servesUpTo = 1.1;
/** Up to so many times it takes to what has come; beyond, topics are found anew, and those found again stay themselves. */
const adaptsUpTo = 2;
/** Cosine of the words of an old topic and a new one from which on they are the same. */
const sameFrom = 0.3;
/** Words that a name is made from. */
const wordsForName = 10;

/** Words × topics of a model over another vocabulary, its columns beside those of another: how alike they are. */
function pairsOf(old: Dense, fresh: Dense): { old: number; fresh: number; likeness: number }[] {
  const pairs: { old: number; fresh: number; likeness: number }[] = [];
  for (let a = 0; a < old.columns; a++)
    for (let b = 0; b < fresh.columns; b++) {
      let likeness = 0;
      for (let w = 0; w < fresh.rows; w++)
        likeness += old.values[w * old.columns + a]! * fresh.values[w * fresh.columns + b]!;
      if (likeness >= sameFrom) pairs.push({ old: a, fresh: b, likeness });
    }
  pairs.sort((x, y) => y.likeness - x.likeness || x.old - y.old || x.fresh - y.fresh);
  const [seen, taken] = [new Set<number>(), new Set<number>()];
  return pairs.filter((pair) => {
    if (seen.has(pair.old) || taken.has(pair.fresh)) return false;
    seen.add(pair.old);
    taken.add(pair.fresh);
    return true;
  });
}

/** A model with topics of another that it has lost: those that people hold on to. */
function withPinned(model: TopicModel, kept: TopicSeries, lost: readonly number[]): TopicModel {
  const words = wordsOf(kept.model, model.vocabulary);
  const loadings = lost.map((topic) =>
    model.vocabulary.flatMap((_, place): [number, number][] => {
      const thousandths = Math.round(words.values[place * words.columns + topic]! * 1000);
      return thousandths ? [[place, thousandths]] : [];
    }),
  );
  return { ...model, loadings: [...model.loadings, ...loadings] };
}

const lowestFree = (taken: ReadonlySet<number>): number => {
  let colour = 0;
  while (taken.has(colour)) colour++;
  return colour;
};

/** Words of a topic with how often its passages have them. */
function nameWords(
  terms: readonly Ranked[],
  topic: number,
  { vocabulary }: TopicModel,
  weights: Dense,
  postings: readonly number[][],
  cards: ReadonlySet<string>,
): NameWord[] {
  let all = 0;
  for (let i = 0; i < weights.rows; i++) all += weights.values[i * weights.columns + topic]!;
  return terms.map(({ place, weight }) => {
    const present = postings[place]!.reduce(
      (sum, i) => sum + weights.values[i * weights.columns + topic]!,
      0,
    );
    const { word, form, term } = vocabulary[place]!;
    return { form, term, card: cards.has(word), weight, share: all ? present / all : 0 };
  });
}

/** Gives each topic of a model that has no counterpart an id, a name and a colour. */
function introduce(
  days: readonly DaySlice[],
  model: TopicModel,
  material: Material,
  known: ReadonlyMap<number, KnownTopic>,
  and: string,
): KnownTopic[] {
  const matrix = matrixOf(material, model.vocabulary);
  const weights = weighPassages(model, material);
  const masses = massesOf(matrix, weights);
  const postings = postingsOf(matrix);
  const cards = nameCardWords(days);
  const ids = new Set([...known.values()].map((t) => t.id));
  const colours = new Set([...known.values()].map((t) => t.colour));
  const names = new Set([...known.values()].map((t) => t.name));
  return model.loadings.map((loading, topic) => {
    const there = known.get(topic);
    if (there) return there;
    const terms = termsOf(masses, topic, postings, material, wordsForName);
    const words = nameWords(terms, topic, model, weights, postings, cards);
    const name = nameOf(words, and);
    const candidates = [
      ...words.map((w) => w.form),
      ...loading.map(([place]) => model.vocabulary[place]!.form),
    ];
    const id = candidates.find((form) => !ids.has(form)) ?? `${name} ${topic + 1}`;
    const fresh = { id, name: names.has(name) || !name ? [name, id].filter(Boolean).join(and) : name };
    const colour = lowestFree(colours);
    ids.add(id);
    names.add(fresh.name);
    colours.add(colour);
    return { ...fresh, colour };
  });
}

/** What a series is found with. */
export interface SeriesOptions {
  /** How many topics; without it as many as the days bear. */
  count?: number | undefined;
  /** Ids of topics that stay whatever the days say. */
  pinned?: ReadonlySet<string>;
  /** What joins two words of a name. */
  and: string;
  /** Whether topics are found anew though those kept would serve. */
  anew?: boolean;
}

/**
 * The topics of days, with those of earlier runs: kept as they are while the threads are about as many, adapted while they
 * are not twice as many, else found anew. Topics that are found again keep id, name and colour. A pure function: what it
 * gives is to be kept and handed in again.
 */
export function topicSeries(
  days: readonly DaySlice[],
  material: Material,
  kept: TopicSeries | null,
  { count, pinned, and, anew }: SeriesOptions,
): TopicSeries {
  if (kept && !anew) {
    const known = kept.model.threads + freshThreads(kept.model, material);
    const growth = known / Math.max(1, kept.model.threads);
    if (growth <= servesUpTo) return kept;
    // a part of what is known is no ground to find topics anew
    if (growth <= adaptsUpTo || material.threads.length < known)
      return { model: adaptTopics(kept.model, days, material), topics: kept.topics };
  }
  const found = learnTopics(days, material, count);
  if (!kept) return { model: found, topics: introduce(days, found, material, new Map(), and) };
  const pairs = pairsOf(wordsOf(kept.model, found.vocabulary), wordsOf(found));
  const paired = new Set(pairs.map((pair) => pair.old));
  const lost = kept.topics.flatMap((t, i) => (pinned?.has(t.id) && !paired.has(i) ? [i] : []));
  const model = withPinned(found, kept, lost);
  const known = new Map([
    ...pairs.map((pair) => [pair.fresh, kept.topics[pair.old]!] as const),
    ...lost.map((topic, i) => [found.loadings.length + i, kept.topics[topic]!] as const),
  ]);
  return { model, topics: introduce(days, model, material, known, and) };
}

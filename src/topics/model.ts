import { ascending, max, min } from 'd3-array';
import type { DaySlice } from '../corpus/index.js';
import { dayOf } from '../talks/index.js';
import { countTopics } from './count.js';
import { foldIn, nmf, startsOf } from './nmf.js';
import type { Material } from './passages.js';
import { type Dense, dense } from './sparse.js';
import { matrixOf, type TopicWord, vocabularyOf } from './vocabulary.js';

/** What a run learned of topics: enough to sort threads that it never saw. Plain data, kept between runs. */
export interface TopicModel {
  /** Threads that it was learned from. */
  threads: number;
  /** Their first and last date. */
  from: string;
  to: string;
  /** Sorted by word. */
  vocabulary: TopicWord[];
  /** For each topic the words it is told by: places in `vocabulary` and thousandths, every topic of length 1000. */
  loadings: [place: number, thousandths: number][][];
}

const scale = 1000;
/** Sweeps by which a model that is there already takes to more threads. */
const adaptingSweeps = 8;

const spanOf = ({ threads }: Material) => ({
  from: min(threads, (t) => t.date) ?? '',
  to: max(threads, (t) => t.date) ?? '',
});

function loadingsOf(words: Dense): TopicModel['loadings'] {
  return Array.from({ length: words.columns }, (_, c) => {
    const column = Array.from({ length: words.rows }, (_, w) => words.values[w * words.columns + c]!);
    const length = Math.hypot(...column) || 1;
    return column.flatMap((value, place): [number, number][] => {
      const thousandths = Math.round((value / length) * scale);
      return thousandths ? [[place, thousandths]] : [];
    });
  });
}

/** Words × topics over a vocabulary, which need not be the model's own. */
export function wordsOf(model: TopicModel, vocabulary: readonly TopicWord[] = model.vocabulary): Dense {
  const places = new Map(vocabulary.map(({ word }, place) => [word, place]));
  const words = dense(vocabulary.length, model.loadings.length);
  model.loadings.forEach((loading, topic) => {
    for (const [place, thousandths] of loading) {
      const to = places.get(model.vocabulary[place]!.word);
      if (to !== undefined) words.values[to * words.columns + topic] = thousandths / scale;
    }
  });
  return words;
}

/** Every other day, by the calendar; a day without a date is in the first half. */
const halfOf = (date: string): 0 | 1 => (dayOf(date.slice(0, 10)) % 2 ? 1 : 0);

/**
 * Learns topics from the threads of days.
 * @param count how many; without it as many as the days bear
 */
export function learnTopics(days: readonly DaySlice[], material: Material, count?: number): TopicModel {
  const vocabulary = vocabularyOf(days, material);
  const { threads, passages } = material;
  const matrix = matrixOf(material, vocabulary);
  const about = { threads: threads.length, ...spanOf(material), vocabulary };
  if (!threads.length || !vocabulary.length) return { ...about, loadings: [] };
  const half = (row: number) => halfOf(threads[passages[row]!.thread]!.date);
  const topics = count ?? countTopics(matrix, threads.length, half);
  const { words } = nmf(matrix, startsOf(matrix, topics)(topics));
  return { ...about, loadings: loadingsOf(words) };
}

/** How many threads lie before or after those that a model was learned from. */
export const freshThreads = ({ from, to }: TopicModel, { threads }: Material): number =>
  threads.filter((t) => t.date < from || t.date > to).length;

/** Has a model take to more threads: new words join its topics, and every topic stays in its place. */
export function adaptTopics(model: TopicModel, days: readonly DaySlice[], material: Material): TopicModel {
  const fresh = vocabularyOf(days, material);
  const there = new Set(fresh.map(({ word }) => word));
  const vocabulary = [...fresh, ...model.vocabulary.filter(({ word }) => !there.has(word))].sort((a, b) =>
    ascending(a.word, b.word),
  );
  const matrix = matrixOf(material, vocabulary);
  const words = wordsOf(model, vocabulary);
  const adapted = nmf(matrix, { words, documents: foldIn(matrix, words) }, adaptingSweeps);
  const span = spanOf(material);
  return {
    threads: model.threads + freshThreads(model, material),
    from: span.from < model.from ? span.from : model.from,
    to: span.to > model.to ? span.to : model.to,
    vocabulary,
    loadings: loadingsOf(adapted.words),
  };
}

/** How much of each topic is in each passage: passages × topics. */
export const weighPassages = (model: TopicModel, material: Material): Dense =>
  foldIn(matrixOf(material, model.vocabulary), wordsOf(model));

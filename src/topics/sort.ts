import { fold } from '../text/index.js';
import type { Regrouped } from './edits.js';
import { type TopicModel, weighPassages } from './model.js';
import type { Material } from './passages.js';
import { type Dense, dense } from './sparse.js';

/** A thread in its topic. */
export interface SortedThread {
  /** Place of the topic; -1 for a thread that is of none. */
  topic: number;
  /** How much of the thread is of the topic, of all that is of any, from 0 to 1. */
  share: number;
  /** How well the topic's words tell the thread's, from 0. */
  fit: number;
  /** Other topics of which there is a good part, the larger first. */
  others: number[];
}

/** Weaker than this a thread says nothing of its topic but a stray word. */
const weakest = 0.02;
/** A topic of which a thread has so much is told of beside its own. */
const goodPart = 0.3;

/** How much of each topic is in each passage, after what people changed in topics. */
export function regroupedWeights(model: TopicModel, material: Material, groups: Regrouped): Dense {
  const raw = weighPassages(model, material);
  const out = dense(raw.rows, groups.ids.length);
  const k = out.columns;
  const folded = groups.splits.map((split) => ({
    ...split,
    words: new Set(split.words.map((w) => fold(w))),
  }));
  material.passages.forEach((passage, i) => {
    groups.columns.forEach((to, from) => {
      if (to >= 0) out.values[i * k + to]! += raw.values[i * raw.columns + from]!;
    });
    for (const { from, to, words } of folded) {
      if (from < 0 || to < 0 || from === to || ![...passage.words.keys()].some((w) => words.has(w))) continue;
      out.values[i * k + to]! += out.values[i * k + from]!;
      out.values[i * k + from] = 0;
    }
  });
  return out;
}

/** Gives each thread the topic that most of its passages are of. */
export function sortThreads(weights: Dense, { threads, passages }: Material): SortedThread[] {
  const k = weights.columns;
  const sums = threads.map(() => new Float64Array(k));
  const lengths = new Float64Array(threads.length);
  passages.forEach(({ thread, messages }, i) => {
    lengths[thread]! += messages;
    for (let c = 0; c < k; c++) sums[thread]![c]! += messages * weights.values[i * k + c]!;
  });
  return sums.map((sum, t) => {
    const all = sum.reduce((a, b) => a + b, 0);
    const order = [...sum.keys()].sort((a, b) => sum[b]! - sum[a]! || a - b);
    const [topic] = order;
    const fit = topic === undefined || !lengths[t] ? 0 : sum[topic]! / lengths[t]!;
    if (topic === undefined || fit < weakest) return { topic: -1, share: 0, fit, others: [] };
    const others = order.slice(1).filter((c) => sum[c]! >= goodPart * all);
    return { topic, share: sum[topic]! / all, fit, others };
  });
}

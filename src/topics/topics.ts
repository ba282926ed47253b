import { ascending, greatest, sum } from 'd3-array';
import type { DaySlice, ThreadDoc } from '../corpus/index.js';
import { type Regrouped, regroup, type TopicEdit } from './edits.js';
import { layoutOf } from './layout.js';
import { changeOf, type Moment, movementOf, periodOf, type Step, stepOf, type Trend } from './movement.js';
import { nameOf } from './name.js';
import { familiesOf, likenessOf } from './parents.js';
import { type Material, materialOf } from './passages.js';
import { type SeriesOptions, type TopicSeries, topicSeries } from './series.js';
import { regroupedWeights, type SortedThread, sortThreads } from './sort.js';
import type { Dense, Sparse } from './sparse.js';
import { massesOf, postingsOf, termsOf } from './terms.js';
import { matrixOf, type TopicWord } from './vocabulary.js';

/** A thread of a topic. */
export interface TopicThread {
  thread: ThreadDoc;
  /** How much of it is of the topic, from 0 to 1. */
  share: number;
  /** How well it stands for the topic. */
  worth: number;
}

/** A topic (话题) of days. */
export interface Topic {
  /** Stays from run to run. */
  id: string;
  name: string;
  /** Place in a palette; stays too. */
  colour: number;
  pinned: boolean;
  /** Place of its family in {@link Topics.families}. */
  family: number;
  /** What tells it, the most telling first. */
  terms: { word: string; form: string; weight: number }[];
  /** Its threads, the most representative first. */
  threads: TopicThread[];
  messages: number;
  /** Who answered questions in its threads, the most first. */
  answerers: { name: string; questions: number }[];
  movement: Moment[];
  /** The last third of the time against what was before. */
  change: { trend: Trend; z: number };
  /** Where it stands on a map, each from -1 to 1: like topics lie together. */
  place: { x: number; y: number };
}

/** Topics that are much alike (大类). */
export interface Family {
  name: string;
  /** Places of its topics, the largest first. */
  topics: number[];
}

/** What days are about. */
export interface Topics {
  step: Step;
  periods: string[];
  /** The first period of those that changes compare with what was before; null where there is none before. */
  latest: string | null;
  /** Threads that could have a topic: small talk left out. */
  threads: number;
  messages: number;
  /** The largest first; pinned ones before all. */
  topics: Topic[];
  families: Family[];
  /** Threads that are of no topic. */
  leftovers: ThreadDoc[];
  /** Edits that name no topic. */
  unknown: TopicEdit[];
}

const shownTerms = 10;
const mostAnswerers = 5;
/** Messages of a thread that count for how well it stands for its topic: longer is not better beyond. */
const enoughMessages = 12;

/**
 * How well a thread stands for its topic: it is of it alone, the topic's terms stand all through it, and it is long enough
 * to say something. A long thread has every term somewhere, so it counts how densely they stand, not whether they do.
 */
function worthOf(
  { share }: SortedThread,
  { messages, words }: ThreadDoc,
  terms: ReadonlySet<string>,
): number {
  const said = words.filter(([word]) => terms.has(word));
  const density = Math.min(1, sum(said, ([, count]) => count) / messages.length);
  const length = Math.min(1, messages.length / enoughMessages);
  return share * density * Math.log(1 + said.length) * length;
}

function answerersOf(threads: readonly ThreadDoc[]): Topic['answerers'] {
  const counts = new Map<string, number>();
  for (const { answerer } of threads.flatMap((t) => t.answers))
    counts.set(answerer, (counts.get(answerer) ?? 0) + 1);
  return [...counts]
    .map(([name, questions]) => ({ name, questions }))
    .sort((a, b) => b.questions - a.questions || ascending(a.name, b.name))
    .slice(0, mostAnswerers);
}

/** Where the last third of so many periods begins (近期). */
const latestOf = (periods: number): number => periods - Math.max(1, Math.round(periods / 3));

/** The last third of the periods against those before it. */
function lastChange(moments: readonly Moment[], all: readonly Moment[]): Topic['change'] {
  const cut = latestOf(all.length);
  const total = (list: readonly Moment[]) => sum(list, (m) => m.threads);
  if (cut < 1) return { trend: 'steady', z: 0 };
  const [now, before] = [moments.slice(cut), moments.slice(0, cut)];
  const { trend, z } = changeOf(total(now), total(all.slice(cut)), total(before), total(all.slice(0, cut)));
  return { trend, z: Math.round(z * 100) / 100 };
}

/** Threads of each topic, the most representative first. */
function threadsByTopic(
  sorted: readonly SortedThread[],
  { threads }: Material,
  terms: readonly ReadonlySet<string>[],
): TopicThread[][] {
  const lists: TopicThread[][] = terms.map(() => []);
  sorted.forEach((s, i) => {
    const thread = threads[i]!;
    if (s.topic < 0) return;
    const worth = worthOf(s, thread, terms[s.topic]!);
    lists[s.topic]!.push({ thread, share: s.share, worth });
  });
  for (const list of lists) list.sort((a, b) => b.worth - a.worth);
  return lists;
}

function namesOf(groups: Regrouped, series: TopicSeries): string[] {
  const known = new Map(series.topics.map((t) => [t.id, t.name]));
  return groups.ids.map((id) => groups.names.get(id) ?? known.get(id) ?? id);
}

/** The words that tell each topic, the most telling first, their weights to three places. */
function shownTermsOf(masses: Dense, matrix: Sparse, material: Material, vocabulary: readonly TopicWord[]) {
  const postings = postingsOf(matrix);
  return Array.from({ length: masses.columns }, (_, topic): Topic['terms'] =>
    termsOf(masses, topic, postings, material, shownTerms).map(({ place, weight }) => {
      const { word, form } = vocabulary[place]!;
      return { word, form, weight: Math.round(weight * 1000) / 1000 };
    }),
  );
}

/** What is told of a topic besides who it is, where it stands and what its terms are. */
function toldOf(
  threads: TopicThread[],
  all: readonly Moment[],
  periods: readonly string[],
  step: Step,
): Pick<Topic, 'threads' | 'messages' | 'answerers' | 'movement' | 'change'> {
  const docs = threads.map((t) => t.thread);
  const movement = movementOf(docs, periods, step);
  return {
    threads,
    movement,
    change: lastChange(movement, all),
    messages: sum(docs, (t) => t.messages.length),
    answerers: answerersOf(docs),
  };
}

/** Pinned topics first, then the largest; of equal ones by id. */
const inListOrder = (a: Topic, b: Topic): number =>
  Number(b.pinned) - Number(a.pinned) || b.messages - a.messages || ascending(a.id, b.id);

/** Sorts the threads of days into the topics of a series and says what each topic is. Pure: see {@link topicSeries}. */
export function describeTopics(
  material: Material,
  series: TopicSeries,
  edits: readonly TopicEdit[],
  and: string,
): Topics {
  const groups = regroup(
    series.topics.map((t) => t.id),
    edits,
  );
  const { vocabulary } = series.model;
  const weights = regroupedWeights(series.model, material, groups);
  const sorted = sortThreads(weights, material);
  const matrix = matrixOf(material, vocabulary);
  const masses = massesOf(matrix, weights);
  const terms = shownTermsOf(masses, matrix, material, vocabulary);
  const lists = threadsByTopic(
    sorted,
    material,
    terms.map((list) => new Set(list.map((t) => t.word))),
  );
  const step = stepOf(material.threads.map((t) => t.date));
  const periods = [...new Set(material.threads.map((t) => periodOf(t.date, step)))].sort();
  const all = movementOf(material.threads, periods, step);
  const names = namesOf(groups, series);
  const colours = new Map(series.topics.map((t) => [t.id, t.colour]));
  const present = groups.ids.flatMap((id, i) => (lists[i]!.length || groups.pinned.has(id) ? [i] : []));
  const likenessOfAll = likenessOf(masses);
  const likeness = present.map((i) => present.map((j) => likenessOfAll[i]![j]!));
  const places = layoutOf(likeness);
  const described = present.map((i, at): Topic => {
    const id = groups.ids[i]!;
    return {
      id,
      name: names[i]!,
      colour: colours.get(id) ?? series.topics.length + i,
      pinned: groups.pinned.has(id),
      family: -1,
      place: places[at]!,
      terms: terms[i]!,
      ...toldOf(lists[i]!, all, periods, step),
    };
  });
  const order = [...described.keys()].sort((a, b) => inListOrder(described[a]!, described[b]!));
  const topics = order.map((i) => described[i]!);
  const families = familiesIn(
    topics,
    order.map((i) => order.map((j) => likeness[i]![j]!)),
    and,
  );
  families.forEach((family, f) => {
    for (const t of family.topics) topics[t]!.family = f;
  });
  return {
    ...{ step, periods, topics, families, unknown: groups.unknown },
    latest: latestOf(periods.length) < 1 ? null : periods[latestOf(periods.length)]!,
    threads: material.threads.length,
    messages: sum(material.threads, (t) => t.messages.length),
    leftovers: material.threads.filter((_, i) => sorted[i]!.topic < 0),
  };
}

/** Families, the largest first; one of several topics bears the names of the two largest, shortened to their first words. */
function familiesIn(
  topics: readonly Topic[],
  likeness: readonly (readonly number[])[],
  and: string,
): Family[] {
  const size = (members: readonly number[]) => sum(members, (i) => topics[i]!.messages);
  return familiesOf(likeness)
    .sort((a, b) => size(b) - size(a) || a[0]! - b[0]!)
    .map((members) => {
      const largest = greatest(members, (i) => topics[i]!.messages)!;
      if (members.length === 1) return { name: topics[largest]!.name, topics: members };
      const words = members.map((i) => {
        const [first] = topics[i]!.name.split(and);
        return { form: first!, term: true, weight: topics[i]!.messages, share: 1 };
      });
      return { name: nameOf(words, and), topics: members };
    });
}

/**
 * The topics that earlier runs kept, as they stand in days: what is not of them has none, and nothing is learned.
 * @example const found = keptTopics(days, series, [], '与');
 */
export const keptTopics = (
  days: readonly DaySlice[],
  series: TopicSeries,
  edits: readonly TopicEdit[],
  and: string,
): Topics => describeTopics(materialOf(days), series, edits, and);

/** What a run over topics gives: what was found, and what is to be kept for the next run. */
export interface TopicRun {
  found: Topics;
  series: TopicSeries;
}

/**
 * The topics of days (话题): clusters of their threads.
 * @example const { found, series } = findTopics(days, null, [], { and: '与' });
 */
export function findTopics(
  days: readonly DaySlice[],
  kept: TopicSeries | null,
  edits: readonly TopicEdit[],
  options: Omit<SeriesOptions, 'pinned'>,
): TopicRun {
  const material = materialOf(days);
  const pinned = new Set(edits.flatMap((e) => ('pinned' in e ? [e.topic] : [])));
  const series = topicSeries(days, material, kept, { ...options, pinned });
  return { found: describeTopics(material, series, edits, options.and), series };
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ascending } from 'd3-array';
import { z } from 'zod';
import type { TopicEdit, TopicSeries } from '../topics/index.js';
import { alone } from './lock.js';
import { writeWhole } from './write.js';
import { keyed } from './yaml.js';
import { readList } from './yaml-list.js';

const place = z.int().min(0);
const seriesSchema = z.strictObject({
  groups: z.array(z.string()),
  count: z.int().min(1).nullable(),
  isPublic: z.boolean().default(false),
  topics: z.array(z.strictObject({ id: z.string().min(1), name: z.string(), colour: place })),
  model: z.strictObject({
    threads: place,
    from: z.string(),
    to: z.string(),
    vocabulary: z.array(
      z.strictObject({ word: z.string(), form: z.string(), term: z.boolean(), weight: z.number() }),
    ),
    loadings: z.array(z.array(z.tuple([place, z.int().min(0)]))),
  }),
});
const storeSchema = z.strictObject({ version: z.literal(1), series: z.array(seriesSchema) });

/** Topics of earlier runs (留存的话题): a series for each edition, set of groups and number asked for. */
export type TopicStore = z.output<typeof storeSchema>;

/** Whose topics a series are. */
export interface SeriesKey {
  /** Sorted. */
  groups: readonly string[];
  /** How many were asked for; null where the days decided. */
  count: number | null;
  /** Whether they are those of the public edition: what topics are called there comes of what may leave the group. */
  isPublic: boolean;
}

const keyOf = ({ groups, count, isPublic }: SeriesKey) => JSON.stringify([groups, count, isPublic]);

/**
 * Reads what earlier runs kept; a missing file is an empty store.
 * @throws where the file is damaged: it is not to be written over, as names and colours would be lost
 */
export function readTopicStore(path: string): TopicStore {
  if (!existsSync(path)) return { version: 1, series: [] };
  const parsed = storeSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error).split('\n')[0]);
  const broken = parsed.data.series.some(
    ({ model, topics }) =>
      topics.length !== model.loadings.length ||
      model.loadings.some((loading) => loading.some(([word]) => word >= model.vocabulary.length)),
  );
  if (broken) throw new Error('topics and loadings do not belong together');
  return parsed.data;
}

/** The series of a key, if there is one. */
export const seriesIn = (store: TopicStore, key: SeriesKey): TopicSeries | null =>
  store.series.find((s) => keyOf(s) === keyOf(key)) ?? null;

/**
 * The series of an edition of which days of some groups are a part: found in these groups or in more, the fewest more first,
 * with as many topics as the days bore before one of a number that was asked for. Null where there is none.
 */
export function seriesFor(
  { series }: TopicStore,
  { groups, isPublic }: Pick<SeriesKey, 'groups' | 'isPublic'>,
): TopicSeries | null {
  const holding = series.filter(
    (s) => s.isPublic === isPublic && groups.every((group) => s.groups.includes(group)),
  );
  const rank = ({ groups: all, count }: SeriesKey) => 2 * all.length + (count === null ? 0 : 1);
  return [...holding].sort((a, b) => rank(a) - rank(b) || ascending(keyOf(a), keyOf(b)))[0] ?? null;
}

/**
 * Writes a series into the store; where it is there already as it is, nothing is written.
 * @param store as it was read: other series may have come since
 */
export function writeTopicSeries(path: string, store: TopicStore, key: SeriesKey, series: TopicSeries): void {
  if (seriesIn(store, key) === series) return;
  alone(path, () => writeStore(path, withSeries(readTopicStore(path), key, series)));
}

const writeStore = (path: string, store: TopicStore) => writeWhole(path, `${JSON.stringify(store)}\n`);

function withSeries(store: TopicStore, key: SeriesKey, series: TopicSeries): TopicStore {
  const others = store.series.filter((s) => keyOf(s) !== keyOf(key));
  const all = [...others, { ...key, groups: [...key.groups], ...series }].sort((a, b) =>
    ascending(keyOf(a), keyOf(b)),
  );
  return { version: 1, series: all };
}

const topic = z.string().trim().min(1);
const line = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^\P{Cc}*$/u, { error: 'expected one line' });
const editSchema: z.ZodType<TopicEdit> = z.union(
  [
    keyed({ topic, name: line }),
    keyed({ topic, into: topic }),
    keyed({ topic, split: z.array(line).min(1) }),
    keyed({ topic, pinned: z.literal(true) }),
  ],
  { error: 'expected topic and one of name, into, split (a list of words), pinned: true' },
);

/** Where people put topics right. */
export const topicEditsPath = (corrections: string): string => join(corrections, 'topics.yaml');

/**
 * Reads what people put right in topics, what is malformed as problems with their lines.
 * @throws {InvalidPipeline} where the file is no list
 */
export const readTopicEdits = (path: string) => readList(path, editSchema);

/** What people put right in topics (话题更正), by a topic's id. */
export type TopicEdit =
  | { topic: string; name: string }
  | { topic: string; into: string }
  | { topic: string; split: string[] }
  | { topic: string; pinned: true };

/** What became of the topics of a model: for each its group, and the groups. */
export interface Regrouped {
  /** Ids of topics as they are after edits. */
  ids: string[];
  /** For each column of the weights its place in `ids`. */
  columns: number[];
  /** Words whose passages leave a topic for another: places in `ids`. */
  splits: { from: number; to: number; words: string[] }[];
  names: ReadonlyMap<string, string>;
  pinned: ReadonlySet<string>;
  /** Edits that name a topic which there is not. */
  unknown: TopicEdit[];
}

/** Where each topic ends up: its first merge holds, and one that would close a ring is none. */
function endsOf(ids: readonly string[], edits: readonly TopicEdit[]): ReadonlyMap<string, string> {
  const into = new Map(ids.map((id) => [id, id]));
  const endOf = (id: string): string => (into.get(id) === id ? id : endOf(into.get(id)!));
  for (const edit of edits) {
    if (!('into' in edit) || !into.has(edit.topic) || !into.has(edit.into)) continue;
    const isFree = into.get(edit.topic) === edit.topic;
    if (isFree && endOf(edit.into) !== edit.topic) into.set(edit.topic, edit.into);
  }
  return new Map(ids.map((id) => [id, endOf(id)]));
}

/**
 * Applies edits to the topics of a model: splits first, then merges, so that a part can be merged elsewhere. The id of a
 * part that is split off is its first word.
 */
export function regroup(topics: readonly string[], edits: readonly TopicEdit[]): Regrouped {
  const parts = edits.flatMap((e) => ('split' in e && topics.includes(e.topic) ? [e] : []));
  const all = [...new Set([...topics, ...parts.map((e) => e.split[0]!)])];
  const known = new Set(all);
  const ends = endsOf(all, edits);
  const ids = all.filter((id) => ends.get(id) === id);
  const placeOf = (id: string) => ids.indexOf(ends.get(id)!);
  return {
    ids,
    columns: topics.map(placeOf),
    splits: parts.map((e) => ({ from: placeOf(e.topic), to: placeOf(e.split[0]!), words: e.split })),
    names: new Map(edits.flatMap((e) => ('name' in e ? [[e.topic, e.name] as const] : []))),
    pinned: new Set(edits.flatMap((e) => ('pinned' in e ? [e.topic] : []))),
    unknown: edits.filter((e) => !known.has(e.topic) || ('into' in e && !known.has(e.into))),
  };
}

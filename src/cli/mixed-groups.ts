import { ascending, group as byKey } from 'd3-array';
import { dateIn, groupOf, stemOf } from '../read/index.js';

/**
 * The groups, by their folders, that have logs of one date: under one name their days would fall together. Sorted.
 * @param paths of logs; what has no date in its name is of no day
 */
export function mixedGroups(paths: readonly string[]): string[] {
  const days = byKey(paths, (path) => dateIn(stemOf(path)));
  const mixed = [...days].flatMap(([date, same]) => {
    const groups = new Set(same.map(groupOf));
    return date === null || groups.size < 2 ? [] : [...groups];
  });
  return [...new Set(mixed)].filter((name) => name !== null).sort(ascending);
}

import type { OfDay } from '../corpus/index.js';

/**
 * Under which names of the group something was kept (corrections, consents) while the days that are read had another name:
 * a group that is named later (`group:`, `--group`) leaves what stands under the old name without its day.
 * @param keys `group/date` of what is kept
 * @param group the name that the days have now
 */
export function orphanedGroups(keys: Iterable<string>, read: readonly OfDay[], group: string): string[] {
  const groups = new Set(read.map((day) => day.group));
  if (!groups.has(group)) return [];
  const dates = new Set(read.filter((day) => day.group === group).map((day) => day.date));
  const kept = [...keys].map((key) => {
    const cut = key.lastIndexOf('/');
    return { group: key.slice(0, cut), date: key.slice(cut + 1) };
  });
  const orphans = kept.filter((day) => !groups.has(day.group) && dates.has(day.date));
  return [...new Set(orphans.map((day) => day.group))].sort();
}
